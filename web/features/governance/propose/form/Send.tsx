"use client";

import type { Deployment, ProposalContent } from "@azora/sdk";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { useStrings } from "#strings/index.ts";
import { proposalHref, proposeTransaction } from "#transactions/definitions/propose.ts";
import { isBlocked, isOnChain } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";

interface SendProps {
  deployment: Deployment;
  wallet: Connected;
  title: string;
  /** The form as it stands; undefined if something is missing. */
  content: ProposalContent | undefined;
  /** The same; shows what is missing if it is. */
  prepare: () => ProposalContent | undefined;
  /** What the form holds is on the chain: it has done its work. */
  onProposed: () => void;
}

/** Sends the proposal, follows it until it is there, and leads to it. */
export function Send({ deployment, wallet, title, content, prepare, onProposed }: SendProps): ReactNode {
  const strings = useStrings();
  const t = strings.propose.send;
  const router = useRouter();
  const run = useTransaction(wallet, "propose", "");
  const { state, heading } = run;
  // A form that was edited while its transaction waited is another proposal: it is kept, and nobody is led away from it.
  const isDone = isOnChain(state) && content !== undefined && proposalHref(content) === heading?.record.href;
  const [isHandedOver, setHandedOver] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    setHandedOver(true);
    onProposed();
  }, [isDone, onProposed]);

  const target = isHandedOver && state.step === "indexed" ? heading?.record.href : undefined;
  useEffect(() => {
    if (target !== undefined) router.push(target);
  }, [target, router]);

  const send = () => {
    const ready = prepare();
    if (ready === undefined) return;
    setHandedOver(false);
    void run.run(proposeTransaction(deployment, ready, title, strings));
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <Button variant="primary" size="large" busy={isBlocked(state)} onClick={send}>
        {t.action}
      </Button>
      <p role="status" className="text-sm empty:absolute">
        {target !== undefined && t.leading}
      </p>
      <TransactionStatus run={run} onRetry={send} />
    </div>
  );
}
