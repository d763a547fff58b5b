import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";
import { Link } from "./Link.tsx";

interface ChipProps {
  href: string;
  /** Whether it is what is shown now. */
  isOn: boolean;
  children: ReactNode;
}

/** A link among a few that narrow a list, of which one is taken. */
export function Chip({ href, isOn, children }: ChipProps): ReactNode {
  return (
    <Link
      href={href}
      scroll={false}
      {...(isOn && { "aria-current": "true" as const })}
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full border px-3 py-1 text-sm transition-colors",
        isOn
          ? "border-transparent bg-ink text-canvas"
          : "bg-surface text-muted hover:border-edge hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
