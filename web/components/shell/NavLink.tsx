"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "#components/ui/Link.tsx";

interface NavLinkProps {
  href: string;
  className?: string;
  children: ReactNode;
}

/** A link that knows whether the reader is there. */
export function NavLink({ href, className, children }: NavLinkProps): ReactNode {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link href={href} {...(className && { className })} {...(isHere && { "aria-current": "page" })}>
      {children}
    </Link>
  );
}
