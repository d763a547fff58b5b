"use client";

import { readAddress } from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { Card } from "#components/ui/Card.tsx";
import type { Account, Network } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { withdrawAzrTransaction } from "#transactions/definitions/withdrawAzr.ts";
import { withdrawEtherTransaction } from "#transactions/definitions/withdrawEther.ts";
import { WrongNetwork } from "#wallet/gate/WrongNetwork.tsx";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";
import { Payout } from "./Payout.tsx";
import { Pools } from "./Pools.tsx";
import { Recipient } from "./Recipient.tsx";

interface PanelProps {
  account: Account;
  network: Network;
  wallet: Connected;
}

export function Panel({ account, network, wallet }: PanelProps): ReactNode {
  const strings = useStrings();
  const t = strings.withdraw;
  const deployment = useDeployment(network);
  const [typed, setTyped] = useState("");
  const registry = deployment.addresses.attributionRegistry.toLowerCase();
  const azr = BigInt(account.owed);
  const ether = BigInt(account.ether.find(({ contract }) => contract.toLowerCase() === registry)?.owed ?? 0);
  const to = typed.trim() === "" ? wallet.account : readAddress(typed.trim());
  const recipient = to !== undefined && BigInt(to) !== 0n ? to : undefined;
  const linked = account.identities.filter(({ effective }) => effective).map(({ node }) => node);
  return (
    <Card title={t.title} aside={t.yours} className="mt-4">
      {wallet.isRightChain ? (
        <div className="flex flex-col gap-4">
          <Payout
            wallet={wallet}
            kind="withdrawAzr"
            label={t.azr}
            wei={azr}
            unit="AZR"
            transaction={recipient && withdrawAzrTransaction(deployment, wallet.account, recipient, strings)}
          />
          <Payout
            wallet={wallet}
            kind="withdrawEther"
            label={t.ether}
            wei={ether}
            unit="ETH"
            transaction={
              recipient && withdrawEtherTransaction(deployment, wallet.account, recipient, strings)
            }
          />
          {azr + ether === 0n ? (
            <p className="text-muted text-sm">{t.nothing}</p>
          ) : (
            <Recipient
              typed={typed}
              isZero={to !== undefined && BigInt(to) === 0n}
              isBad={to === undefined}
              onType={setTyped}
            />
          )}
          <Pools deployment={deployment} wallet={wallet} identities={linked} />
        </div>
      ) : (
        <WrongNetwork />
      )}
    </Card>
  );
}
