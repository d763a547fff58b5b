import { HamburgerMenuIcon, MoonIcon, PlusIcon, SunIcon } from "@radix-ui/react-icons";
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
  "rounded-control px-2 py-2 lg:px-1.5 xl:px-2 text-sm text-muted no-underline hover:bg-sunken hover:text-ink aria-[current=page]:text-ink aria-[current=page]:font-medium";

const PAGES = [
  "contributions",
  "graph",
  "people",
  "epochs",
  "ledger",
  "judge",
  "governance",
  "commons",
] as const;
/** They stand at the foot of the page, as the graph does too: in the row there is room for it on wide screens only. */
const MORE = ["constitution", "submit"] as const;

/** Its two parts are siblings of the page, so that the second stays in sight while all of it scrolls. */
export function Header({ isPractice }: { isPractice: boolean }): ReactNode {
  const t = useStrings().shell;
  return (
    <header className="contents">
      {isPractice && (
        <p className="bg-commons-soft px-4 py-1.5 text-center font-medium text-commons text-xs">
          {t.practice}
        </p>
      )}
      <div className="sticky top-0 z-20 border-b bg-canvas/85 backdrop-blur-md">
        <div className="page flex h-14 items-center gap-1">
          <Link
            href="/"
            aria-label={t.home}
            className="mr-2 flex items-center gap-2 rounded-control font-semibold text-base tracking-tight"
          >
            <Logo />
            Azora
          </Link>
          <nav aria-label={t.mainNavigation} className="hidden items-center lg:flex">
            {PAGES.map((page) => (
              <NavLink
                key={page}
                href={`/${page}`}
                className={page === "graph" ? `${LINK} max-xl:hidden` : LINK}
              >
                {t.nav[page]}
              </NavLink>
            ))}
          </nav>
          <div data-place="" className="ml-auto flex items-center gap-1.5 sm:gap-2">
            <ThemeToggle label={t.theme}>
              <SunIcon aria-hidden="true" className="hidden size-[1.125rem] dark:block" />
              <MoonIcon aria-hidden="true" className="size-[1.125rem] dark:hidden" />
            </ThemeToggle>
            <Link
              href="/submit"
              className={`${buttonClass({ variant: "primary", size: "small" })} hidden! sm:inline-flex!`}
            >
              <PlusIcon aria-hidden="true" />
              {t.nav.submit}
            </Link>
            <AccountMenu />
            <MobileMenu label={t.menu} icon={<HamburgerMenuIcon aria-hidden="true" className="size-5" />}>
              {[...PAGES, ...MORE].map((page) => (
                <NavLink key={page} href={`/${page}`} className={`${LINK} block py-2.5 text-base`}>
                  {t.nav[page]}
                </NavLink>
              ))}
            </MobileMenu>
          </div>
        </div>
      </div>
    </header>
  );
}
