import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Disclosure } from "#components/ui/Disclosure.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { Network, Record } from "#lib/api/types.ts";
import { group } from "#lib/format/amount.ts";
import { type Strings, useStrings } from "#strings/index.ts";
import type { Evidence, Outcome } from "./verify.ts";

interface VerdictProps {
  outcome: Outcome;
  record: Record;
  network: Network;
}

/** What was proven, or what did not hold, in one sentence; and what it rests on. */
export function Verdict({ outcome, record, network }: VerdictProps): ReactNode {
  const t = useStrings().ledger.verdict;
  const tone = { proven: "good", refuted: "bad", crooked: "bad" } as const;
  return (
    <>
      <Notice tone={outcome.kind in tone ? tone[outcome.kind as keyof typeof tone] : "warning"}>
        <p className="font-medium">{sentence(t, outcome, record, network)}</p>
      </Notice>
      {"evidence" in outcome && (
        <Details evidence={outcome.evidence} ledger={network.addresses.auditLedger} />
      )}
    </>
  );
}

function sentence(
  t: Strings["ledger"]["verdict"],
  outcome: Outcome,
  record: Record,
  network: Network,
): string {
  switch (outcome.kind) {
    case "proven": {
      const { size, block } = outcome.evidence.head;
      return t.proven(record.index, group(size), group(block));
    }
    case "notYet":
      return t.notYet(group(outcome.head.size));
    case "wrongChain":
      return t.wrongChain(network.chainId, outcome.head.chainId);
    default:
      return t[outcome.kind];
  }
}

function Details({
  evidence: { head, leafHash, path },
  ledger,
}: {
  evidence: Evidence;
  ledger: string | undefined;
}) {
  const t = useStrings().ledger.verdict;
  return (
    <Disclosure summary={t.details}>
      <dl className="flex flex-col gap-3 px-4 text-sm sm:px-5">
        {ledger && <Hash term={t.contract} hash={ledger} />}
        <Hash term={t.leafHash} hash={leafHash} />
        <div>
          <dt className="text-muted">{t.path(path.length)}</dt>
          {path.map((hash) => (
            <dd key={hash} className="truncate font-mono text-faint text-xs">
              {hash}
            </dd>
          ))}
        </div>
        <div>
          <dt className="text-muted">{t.peaks(head.peaks.length)}</dt>
          {head.peaks.map((hash) => (
            <dd key={hash} className="truncate font-mono text-faint text-xs">
              {hash}
            </dd>
          ))}
        </div>
        <Hash term={t.head} hash={head.root} />
      </dl>
    </Disclosure>
  );
}

function Hash({ term, hash }: { term: string; hash: string }): ReactNode {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd className="flex items-center gap-1">
        <code className="min-w-0 truncate font-mono text-xs">{hash}</code>
        <CopyButton text={hash} />
      </dd>
    </div>
  );
}
