import { PlusIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/Button.tsx";
import { Link } from "#components/ui/Link.tsx";
import { useStrings } from "#strings/index.ts";
import { AccountMenu } from "#wallet/index.ts";
import { Logo } from "./Logo.tsx";
import { MobileMenu } from "./MobileMenu.tsx";
import { NavLink } from "./NavLink.tsx";
import { ThemeToggle } from "./ThemeToggle.tsx";

const LINK =
  "rounded-control px-3 py-2 text-sm text-muted no-underline hover:bg-sunken hover:text-ink aria-[current=page]:text-ink aria-[current=page]:font-medium";

const PAGES = ["contributions", "people", "epochs", "ledger", "judge"] as const;

export function Header(): ReactNode {
  const t = useStrings().shell;
  return (
    <header className="sticky top-0 z-20 border-b bg-canvas/85 backdrop-blur-md">
      <div className="page flex h-14 items-center gap-1">
        <Link
          href="/"
          aria-label={t.home}
          className="mr-2 flex items-center gap-2 rounded-control font-semibold text-base tracking-tight"
        >
          <Logo />
          Azora
        </Link>
        <nav aria-label={t.mainNavigation} className="hidden items-center md:flex">
          {PAGES.map((page) => (
            <NavLink key={page} href={`/${page}`} className={LINK}>
              {t.nav[page]}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <ThemeToggle />
          <Link
            href="/submit"
            className={`${buttonClass({ variant: "primary", size: "small" })} hidden! sm:inline-flex!`}
          >
            <PlusIcon aria-hidden="true" />
            {t.nav.submit}
          </Link>
          <AccountMenu />
          <MobileMenu label={t.menu}>
            {[...PAGES, "submit" as const].map((page) => (
              <NavLink key={page} href={`/${page}`} className={`${LINK} block py-2.5 text-base`}>
                {t.nav[page]}
              </NavLink>
            ))}
          </MobileMenu>
        </div>
      </div>
    </header>
  );
}
