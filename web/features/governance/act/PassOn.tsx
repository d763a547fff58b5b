"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { ProposalDetail } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { contentOf, passOnTransaction } from "#transactions/definitions/passOn.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";

interface PassOnProps {
  deployment: Deployment;
  proposal: ProposalDetail;
  wallet: Connected;
  step: "queue" | "execute";
}

/** The two steps after a vote, which anyone may take. */
export function PassOn({ deployment, proposal, wallet, step }: PassOnProps): ReactNode {
  const strings = useStrings();
  const t = strings.governance.act;
  const run = useTransaction(wallet, step, proposal.id);
  const content = contentOf(proposal);
  if (content === undefined) return <Notice tone="bad">{t.mismatch}</Notice>;
  const send = () => void run.run(passOnTransaction(deployment, { id: proposal.id, content, step }, strings));
  return (
    <div className="flex flex-col items-start gap-4">
      <Button variant="primary" busy={isBlocked(run.state)} onClick={send}>
        {t[step].action}
      </Button>
      <TransactionStatus run={run} onRetry={send} />
    </div>
  );
}
