import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Card } from "#components/ui/Card.tsx";
import { AddressTag } from "#components/ui/Tag.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { ActLoader } from "./ActLoader.tsx";
import { DepositsLoader } from "./DepositsLoader.tsx";
import { actOn, endOf } from "./model.ts";

interface ChallengeCardProps {
  work: ContributionDetail;
  now: number;
}

/** The challenge of a work, or the way to make one; of a void work the way to open it again. */
export function ChallengeCard({ work, now }: ChallengeCardProps): ReactNode {
  const { challenge: t } = useStrings();
  if (work.challenge !== null) return <Made id={work.id} challenge={work.challenge} now={now} />;
  const act = actOn(work, now);
  if (act === undefined) return null;
  return (
    <Card title={act === "challenge" ? t.title : t.reopen.title}>
      <p className="mb-4 max-w-prose text-muted text-sm">{act === "challenge" ? t.intro : t.reopen.text}</p>
      <ActLoader work={work} act={act} now={now} />
    </Card>
  );
}

interface MadeProps {
  id: string;
  challenge: NonNullable<ContributionDetail["challenge"]>;
  now: number;
}

function Made({ id, challenge, now }: MadeProps): ReactNode {
  const { challenge: t } = useStrings();
  const { direction, firstLevel, secondLevel, ground, flagged } = challenge;
  return (
    <Card title={t.title} aside={<Time at={challenge.challengedAt} now={now} />}>
      <p className="font-medium">{t.made(direction, firstLevel)}</p>
      {flagged && <p className="mt-1 text-muted text-sm">{t.flag}</p>}
      <p className="mt-1 text-muted text-sm">
        {t.outcome[endOf(challenge)]} {secondLevel !== null && t.second(secondLevel)}
      </p>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:flex sm:flex-wrap sm:gap-x-12">
        <Fact term={flagged ? t.critic : t.by}>
          <AddressTag address={challenge.challenger} />
        </Fact>
        <Fact term={t.on}>{t.short[ground]}</Fact>
        <Fact term={flagged ? t.feeOfFlag : t.fee}>
          <Amount trim wei={challenge.fee} unit="ETH" />
        </Fact>
        {!flagged && (
          <Fact term={t.bond}>
            <Amount trim wei={challenge.bond} unit="ETH" />
          </Fact>
        )}
      </dl>
      <DepositsLoader id={id} />
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }): ReactNode {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{term}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
