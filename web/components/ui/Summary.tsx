import { ChevronRightIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";

/** Of a `details` that is a `group`: what opens it. */
export function Summary({ children }: { children: ReactNode }): ReactNode {
  return (
    <summary className="flex w-fit list-none items-center gap-1 rounded text-muted text-sm hover:text-ink [&::-webkit-details-marker]:hidden">
      <ChevronRightIcon
        aria-hidden="true"
        className="-ml-0.5 shrink-0 transition-transform group-open:rotate-90"
      />
      {children}
    </summary>
  );
}
