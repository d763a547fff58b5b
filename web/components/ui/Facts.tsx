import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";

export interface Fact {
  term: string;
  value: ReactNode;
  note?: ReactNode;
  /** Across both columns on phones. */
  broad?: boolean;
}

/** Terms with their values, side by side where there is room. */
export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string }): ReactNode {
  return (
    <dl className={cx("grid grid-cols-2 gap-x-6 gap-y-5 sm:flex sm:flex-wrap sm:gap-x-12", className)}>
      {facts.map(({ term, value, note, broad = false }) => (
        <div key={term} className={cx("min-w-0", broad && "max-sm:col-span-2")}>
          <dt className="text-muted text-sm">{term}</dt>
          <dd className="mt-0.5 font-medium text-lg">{value}</dd>
          {note && <dd className="mt-0.5 max-w-52 text-faint text-xs">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
