import { CheckIcon, CopyIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { useStrings } from "#strings/index.ts";

interface CopyButtonProps {
  text: string;
  /** What is copied, for those who do not see what it stands beside. */
  label?: string;
}

/** Copies a text, and says so. The layout's CopyLayer does it, so that a page of hundreds costs no script for each. */
export function CopyButton({ text, label }: CopyButtonProps): ReactNode {
  const t = useStrings().common;
  return (
    <button
      type="button"
      aria-label={label ?? t.copy}
      data-copy={text}
      className="group/copy needs-script inline-flex size-6 shrink-0 items-center justify-center rounded text-faint hover:bg-sunken hover:text-ink"
    >
      <CheckIcon aria-hidden="true" className="hidden text-good group-data-copied/copy:block" />
      <CopyIcon aria-hidden="true" className="group-data-copied/copy:hidden" />
    </button>
  );
}
