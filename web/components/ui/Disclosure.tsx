import { ChevronRightIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";

interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
}

/** More, for those who want it. Opens without a script. */
export function Disclosure({ summary, children }: DisclosureProps): ReactNode {
  return (
    <details className="group -mx-4 sm:-mx-5 mt-4 border-t px-4 pt-3 last:-mb-1 sm:px-5">
      <summary className="flex w-fit list-none items-center gap-1 rounded text-muted text-sm hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRightIcon aria-hidden="true" className="transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="-mx-4 sm:-mx-5 mt-2 text-sm">{children}</div>
    </details>
  );
}
