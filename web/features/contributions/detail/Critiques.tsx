import type { ReactNode } from "react";
import { Badge, type Tone } from "#components/ui/Badge.tsx";
import { Card } from "#components/ui/Card.tsx";
import { CopyButton } from "#components/ui/CopyButton.tsx";
import { Meter } from "#components/ui/Meter.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { Critique } from "#lib/api/types.ts";
import { shortHex } from "#lib/format/hex.ts";
import { useStrings } from "#strings/index.ts";

export const VERDICT_TONES: Record<Critique["verdict"], Tone> = {
  Pass: "good",
  Concern: "commons",
  Flag: "bad",
};
const SCORES = ["ethics", "bias", "fairness", "transparency"] as const;

interface CritiquesProps {
  critiques: readonly Critique[];
  /** What they are good for. */
  intro: string;
  now: number;
}

/** What critics have said of a work or a proposal, in the order in which they said it. Nothing, if nobody has. */
export function Critiques({ critiques, intro, now }: CritiquesProps): ReactNode {
  const { critiques: t } = useStrings();
  if (critiques.length === 0) return null;
  return (
    <Card title={t.title}>
      <p className="-mt-1 mb-4 max-w-prose text-muted text-sm">{intro}</p>
      <ul className="grid gap-6">
        {critiques.map((critique) => (
          // A critic can say the same thing twice, but not in one block.
          <li key={`${critique.tx} ${critique.documentHash}`}>
            <Said critique={critique} now={now} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Said({ critique, now }: { critique: Critique; now: number }): ReactNode {
  const { critiques: t } = useStrings();
  const { critic, verdict, timestamp, documentHash, critiqueHash } = critique;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={VERDICT_TONES[verdict]}>{t.verdict[verdict]}</Badge>
        <AddressTag address={critic} />
        <Time at={timestamp} now={now} className="ml-auto text-muted text-sm" />
      </p>
      <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
        {SCORES.map((name) => (
          <div key={name} className="min-w-0">
            <dt className="text-muted">{t.scores[name]}</dt>
            <dd className="figure mt-0.5">
              {t.outOf(critique[name])}
              <Meter part={critique[name] / 100} />
            </dd>
          </div>
        ))}
      </dl>
      <dl className="mt-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        <Hash term={t.document} hash={documentHash} />
        <Hash term={t.ownCritique} hash={critiqueHash} />
      </dl>
    </>
  );
}

function Hash({ term, hash }: { term: string; hash: string }): ReactNode {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{term}</dt>
      <dd className="figure inline-flex items-center gap-1" title={hash}>
        {shortHex(hash)} <CopyButton text={hash} />
      </dd>
    </div>
  );
}
