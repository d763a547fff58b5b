import type { ReactNode } from "react";
import { Card } from "#components/ui/Card.tsx";
import { Time } from "#components/ui/Time.tsx";
import type { ProposalDetail } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { stepOf } from "../model.ts";
import { ActLoader } from "./ActLoader.tsx";

interface ActCardProps {
  proposal: ProposalDetail;
  now: number;
}

/** What can be done about a proposal now, or what it waits for. Nothing once it is over. */
export function ActCard({ proposal, now }: ActCardProps): ReactNode {
  const t = useStrings().governance.act;
  const { state, voteStart, eta } = proposal;
  const step = stepOf(proposal, now);
  if (step !== undefined) {
    return (
      <Card title={t[step].title}>
        <p className="mb-4 max-w-prose text-muted text-sm">{t[step].text}</p>
        <ActLoader proposal={proposal} now={now} />
      </Card>
    );
  }
  const next =
    state === "Pending"
      ? { text: t.pending, at: voteStart }
      : state === "Queued" && eta !== null
        ? { text: t.queued, at: eta }
        : undefined;
  if (next === undefined) return null;
  return (
    <Card>
      <p className="text-muted text-sm">
        {next.text} <Time at={next.at} now={now} />.
      </p>
    </Card>
  );
}
