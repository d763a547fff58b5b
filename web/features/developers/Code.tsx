import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/CopyButton.tsx";

interface CodeProps {
  code: string;
  /** What is copied, for those who do not see it. */
  label: string;
  /** By which a test finds what to run. */
  name: string;
}

/** Something to run elsewhere, whole, with a button that copies it. */
export function Code({ code, label, name }: CodeProps): ReactNode {
  return (
    <div className="relative">
      <pre className="whitespace-pre-wrap rounded-control bg-sunken p-3 pr-10 text-xs leading-5 [overflow-wrap:anywhere]">
        <code data-snippet={name} className="font-mono">
          {code}
        </code>
      </pre>
      <span className="absolute top-2 right-2 rounded bg-sunken">
        <CopyButton text={code} label={label} />
      </span>
    </div>
  );
}
