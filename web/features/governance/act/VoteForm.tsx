"use client";

import type { Deployment } from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Field, Textarea } from "#components/ui/Field.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { ProposalDetail } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { voteTransaction } from "#transactions/definitions/vote.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { type TransactionRun, useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";
import type { Choice } from "../model.ts";
import { ChoiceField } from "./ChoiceField.tsx";
import { useBallot } from "./useBallot.ts";

interface VoteFormProps {
  deployment: Deployment;
  proposal: ProposalDetail;
  wallet: Connected;
}

/** An account's vote: what it weighs, and why it cannot vote if it cannot. */
export function VoteForm({ deployment, proposal, wallet }: VoteFormProps): ReactNode {
  const t = useStrings().governance.act;
  const run = useTransaction(wallet, "vote", proposal.id);
  const ballot = useBallot(deployment, proposal, wallet.account);
  if (ballot === undefined) return <Skeleton className="h-40" />;
  if (ballot.hasVoted) {
    return (
      <div className="flex flex-col gap-4">
        <Notice tone="good">{t.voted}</Notice>
        <TransactionStatus run={run} />
      </div>
    );
  }
  if (ballot.weight === 0n) return <Notice tone="warning">{t.noVoice}</Notice>;
  return <Open deployment={deployment} proposal={proposal} weight={ballot.weight} run={run} />;
}

interface OpenProps extends Omit<VoteFormProps, "wallet"> {
  weight: bigint;
  run: TransactionRun;
}

function Open({ deployment, proposal: { id }, weight, run }: OpenProps): ReactNode {
  const strings = useStrings();
  const t = strings.governance.act;
  const [choice, setChoice] = useState<Choice>();
  const [reason, setReason] = useState("");
  const [hasTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (choice !== undefined)
      void run.run(voteTransaction(deployment, { id, choice, reason: reason.trim() }, strings));
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="flex flex-col gap-4"
    >
      <p className="text-sm">
        {t.weight} <Amount trim wei={weight} unit="Voice" className="font-medium" />.
      </p>
      <ChoiceField
        choice={choice}
        error={hasTried && choice === undefined ? t.noChoice : undefined}
        onChange={setChoice}
      />
      <Field label={t.reason} hint={t.reasonHint} optional>
        {(control) => (
          <Textarea {...control} rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      <Button type="submit" variant="primary" className="self-start" busy={isBlocked(run.state)}>
        {t.vote.action}
      </Button>
      <TransactionStatus run={run} onRetry={send} />
    </form>
  );
}
