import type { ReactNode } from "react";
import { Summary } from "./Summary.tsx";

interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
}

/** More, for those who want it. Opens without a script. */
export function Disclosure({ summary, children }: DisclosureProps): ReactNode {
  return (
    <details className="group -mx-4 sm:-mx-5 mt-4 border-t px-4 pt-3 last:-mb-1 sm:px-5">
      <Summary>{summary}</Summary>
      <div className="-mx-4 sm:-mx-5 mt-2 text-sm">{children}</div>
    </details>
  );
}
