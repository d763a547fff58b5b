import type { ReactNode } from "react";

/** Before what one of several steps is called. In a list, which counts by itself for those who do not see it. */
export function StepNumber({ children }: { children: number }): ReactNode {
  return (
    <span
      aria-hidden="true"
      className="figure inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent text-xs"
    >
      {children}
    </span>
  );
}
