"use client";

import { commitmentOf, type Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { useStrings } from "#strings/index.ts";
import { AllAtOnce } from "#transactions/AllAtOnce.tsx";
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

/** Opens every sealed vote whose secret is in this browser, where there are several. */
export function RevealAll({ deployment, wallet, due }: RevealAllProps): ReactNode {
  const strings = useStrings();
  const { judge: t, common, transactions } = strings;
  const ballots = useBallots(wallet.chainId, wallet.account);
  const reveal = useReveal(deployment);
  const secrets = new Map(ballots.map((ballot) => [commitmentOf(deployment, ballot) as string, ballot]));
  const parts = due.flatMap(({ duty }) => {
    const ballot = secrets.get(duty.commitment ?? "");
    return ballot === undefined ? [] : [reveal(ballot, dutyTitle(duty, common))];
  });
  const { title, record: label } = transactions.revealAll;
  return (
    <AllAtOnce
      wallet={wallet}
      batch={{ kind: "revealAll", title, record: { href: "/judge", label }, parts }}
      label={t.alarm.all(parts.length)}
      variant="primary"
      className="mt-3"
    />
  );
}
