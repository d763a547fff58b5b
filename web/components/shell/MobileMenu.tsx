"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

interface MobileMenuProps {
  label: string;
  /** On the button that opens it. */
  icon: ReactNode;
  children: ReactNode;
}

const ID = "menu";

/** The navigation on phones. The browser opens and closes it; the script only closes it when another page is there. */
export function MobileMenu({ label, icon, children }: MobileMenuProps): ReactNode {
  const path = usePathname();
  const menu = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when the path changes
  useEffect(() => {
    menu.current?.hidePopover();
  }, [path]);
  return (
    <>
      <button
        type="button"
        popoverTarget={ID}
        aria-label={label}
        className="inline-flex size-10 items-center justify-center rounded-control hover:bg-sunken lg:hidden"
      >
        {icon}
      </button>
      <nav
        ref={menu}
        id={ID}
        popover="auto"
        aria-label={label}
        className="inset-auto top-2 right-2 m-0 w-64 rounded-card border bg-raised p-2 text-ink shadow-float lg:hidden"
      >
        {children}
      </nav>
    </>
  );
}
