"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { useStrings } from "#strings/index.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";
import { useBallot } from "./ballots.ts";
import type { Duty } from "./model/duties.ts";
import { dutyTitle } from "./title.ts";
import { useReveal } from "./useReveal.ts";

interface RevealProps {
  deployment: Deployment;
  wallet: Connected;
  duty: Duty;
}

/** Opens a sealed vote with the secret that this browser keeps, or says that it keeps none. */
export function Reveal({ deployment, wallet, duty }: RevealProps): ReactNode {
  const { judge: t, common } = useStrings();
  const ballot = useBallot(duty.commitment);
  const run = useTransaction(wallet, "reveal", `${duty.contribution.id}.${duty.round}`);
  const reveal = useReveal(deployment);
  if (ballot === undefined) return <Notice tone="bad">{t.alarm.missing}</Notice>;
  const open = () => void run.run(reveal(ballot, dutyTitle(duty, common)));
  return (
    <div className="flex flex-col gap-3">
      <Button variant="primary" busy={isBlocked(run.state)} onClick={open} className="self-start">
        {t.vote.reveal}
      </Button>
      <TransactionStatus run={run} onRetry={open} />
    </div>
  );
}
