import type { ReactNode } from "react";
import { Link } from "#components/ui/Link.tsx";
import { useStrings } from "#strings/index.ts";

interface DecidedProps {
  /** The place of a decision's leaf on the ledger; null if it has none. */
  record: number | null;
  /** The proposal that it was made by, if there was one. */
  proposal?: string | null;
}

/** Where a decision can be looked up: the vote that it was made by, and its leaf on the ledger. */
export function Decided({ record, proposal = null }: DecidedProps): ReactNode {
  const t = useStrings().governance.decided;
  return (
    <span className="inline-flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
      {proposal !== null && (
        <Link href={`/governance/${proposal}`} className="text-accent hover:underline">
          {t.proposal}
        </Link>
      )}
      {record !== null && (
        <Link href={`/ledger/${record}`} className="figure text-accent hover:underline">
          {t.record(record)}
        </Link>
      )}
    </span>
  );
}
