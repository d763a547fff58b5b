"use client";

import { isBytes32 } from "@azora/sdk";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import type { ContributionDetail, Network } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { reopenTransaction } from "#transactions/definitions/reopen.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";

interface ReopeningProps {
  work: ContributionDetail;
  network: Network;
  wallet: Connected;
}

export function Reopening({ work: { id }, network, wallet }: ReopeningProps): ReactNode {
  const strings = useStrings();
  const deployment = useDeployment(network);
  const run = useTransaction(wallet, "reopen", id);
  const reopen = () => {
    if (isBytes32(id)) void run.run(reopenTransaction(deployment, id, strings));
  };
  return (
    <div className="flex flex-col gap-3">
      <Button variant="primary" className="self-start" busy={isBlocked(run.state)} onClick={reopen}>
        {strings.challenge.reopen.action}
      </Button>
      <TransactionStatus run={run} onRetry={reopen} />
    </div>
  );
}
