import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";

/** The place of something that is on its way; give it the size of what comes. */
export function Skeleton({ className }: { className?: string }): ReactNode {
  return (
    <span
      aria-hidden="true"
      className={cx("block rounded-control bg-sunken motion-safe:animate-pulse", className)}
    />
  );
}
