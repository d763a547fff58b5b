import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";

interface MeterProps {
  /** From 0 to 1. */
  part: number;
  tone?: "accent" | "commons";
}

/** How much of a whole, beside the figure that says it: so it is hidden from those who listen. */
export function Meter({ part, tone = "accent" }: MeterProps): ReactNode {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      className="mt-1.5 h-1 w-full rounded-full"
    >
      <rect width="100" height="1" className="fill-sunken" />
      <rect
        width={Math.min(1, part) * 100}
        height="1"
        className={cx(tone === "accent" ? "fill-accent-fill" : "fill-commons-fill")}
      />
    </svg>
  );
}
