"use client";

import { constants, lifetimeSeconds } from "@azora/sdk";
import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Button } from "#components/ui/Button.tsx";
import type { Network } from "#lib/api/types.ts";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { group } from "#lib/format/amount.ts";
import { duration } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";
import { releaseTransaction } from "#transactions/definitions/challenge.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import { useDeployment } from "#wallet/network.ts";
import { type Connected, useWallet } from "#wallet/store.ts";
import { isExpired, type KeptReservation } from "./reservations.ts";
import { useReservations } from "./useReservations.ts";

/** Of a challenged work: what the connected account has reserved of it itself, and can have back. */
export function Deposits({ id }: { id: string }): ReactNode {
  const network = useNetwork();
  const wallet = useWallet();
  if (network === null || wallet.status !== "connected" || !wallet.isRightChain) return null;
  return <Own key={wallet.account} id={id} network={network} wallet={wallet} />;
}

function Own({ id, network, wallet }: { id: string; network: Network; wallet: Connected }): ReactNode {
  const strings = useStrings();
  const t = strings.challenge.deposits;
  const deployment = useDeployment(network);
  const run = useTransaction(wallet, "release", id);
  const found = useReservations(deployment, wallet, id, run.state.step);
  const live = typeof found === "string" ? undefined : found.find(({ isThere }) => isThere);
  if (live === undefined && run.state.step === "idle") return null;
  const release = () => {
    if (live !== undefined) void run.run(releaseTransaction(deployment, live.kept, strings));
  };
  return (
    <div className="mt-4 flex flex-col gap-3 border-t pt-4">
      {live !== undefined && (
        <>
          <p className="text-muted text-sm">
            {t.first} <Amount trim wei={live.deposit.toString()} unit="ETH" />
          </p>
          <p className="text-sm">
            {isExpired(live) ? t.late : t.until(group(live.last), timeLeft(live, wallet.chainId))}
          </p>
          <Button className="self-start" busy={isBlocked(run.state)} onClick={release}>
            {t.action}
          </Button>
        </>
      )}
      <TransactionStatus run={run} onRetry={release} />
    </div>
  );
}

/** About how long it is until the last block in which nobody else may touch the deposit. */
function timeLeft({ left }: KeptReservation, chainId: number): string {
  return duration(Number((lifetimeSeconds(chainId) * left) / BigInt(constants.Reservations.LIFETIME)));
}
