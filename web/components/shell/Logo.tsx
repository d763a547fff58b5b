import type { ReactNode } from "react";

/** Three who stand together: each leans on the others. */
export function Logo({ size = 26 }: { size?: number }): ReactNode {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="shrink-0">
      <circle cx="16" cy="10.5" r="8" className="fill-accent-fill" />
      <circle cx="10.2" cy="20.5" r="8" className="fill-accent" fillOpacity="0.82" />
      <circle cx="21.8" cy="20.5" r="8" className="fill-commons-fill" fillOpacity="0.88" />
    </svg>
  );
}
