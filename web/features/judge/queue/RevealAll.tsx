"use client";

import { commitmentOf, type Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { useStrings } from "#strings/index.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";
import { useBallots } from "../ballots.ts";
import type { OpenDuty } from "../model/duties.ts";
import { dutyTitle } from "../title.ts";
import { useReveal } from "../useReveal.ts";

interface RevealAllProps {
  deployment: Deployment;
  wallet: Connected;
  due: readonly OpenDuty[];
}

/** Opens every sealed vote whose secret is in this browser, where there are several: as one, if the wallet can. */
export function RevealAll({ deployment, wallet, due }: RevealAllProps): ReactNode {
  const strings = useStrings();
  const { judge: t, common, transactions } = strings;
  const ballots = useBallots(wallet.chainId, wallet.account);
  const reveal = useReveal(deployment);
  const run = useTransaction(wallet, "revealAll", wallet.account);
  const secrets = new Map(ballots.map((ballot) => [commitmentOf(deployment, ballot) as string, ballot]));
  const parts = due.flatMap(({ duty }) => {
    const ballot = secrets.get(duty.commitment ?? "");
    return ballot === undefined ? [] : [reveal(ballot, dutyTitle(duty, common))];
  });
  if (parts.length < 2 && run.state.step === "idle") return null;
  const { title, record: label } = transactions.revealAll;
  const open = () => void run.runAll({ kind: "revealAll", title, record: { href: "/judge", label }, parts });
  return (
    <div className="mt-3 flex flex-col gap-3">
      {parts.length > 1 && (
        <Button variant="primary" disabled={isBlocked(run.state)} onClick={open} className="self-start">
          {t.alarm.all(parts.length)}
        </Button>
      )}
      <TransactionStatus run={run} {...(parts.length > 0 && { onRetry: open })} />
    </div>
  );
}
