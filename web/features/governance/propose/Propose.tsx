"use client";

import type { ReactNode } from "react";
import type { Network } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { WalletGate } from "#wallet/gate/WalletGate.tsx";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";
import { ProposeForm } from "./form/ProposeForm.tsx";
import { May } from "./May.tsx";
import type { RuleState } from "./model/rules.ts";
import { useStanding } from "./useStanding.ts";

interface ProposeProps {
  network: Network;
  rules: readonly RuleState[];
  block: number;
}

/** Says first whether the account may propose, and gives the form to those who may. */
export function Propose({ network, rules, block }: ProposeProps): ReactNode {
  const t = useStrings().propose;
  return (
    <WalletGate reason={t.connect} localHint={t.connectLocal}>
      {(wallet) => (
        <Proposer key={wallet.account} network={network} wallet={wallet} rules={rules} block={block} />
      )}
    </WalletGate>
  );
}

function Proposer({ network, wallet, rules, block }: ProposeProps & { wallet: Connected }): ReactNode {
  const deployment = useDeployment(network);
  const standing = useStanding(deployment, wallet.account, block);
  return (
    <div className="grid gap-4">
      <May wallet={wallet} block={block} standing={standing} />
      {standing !== undefined && standing.votes >= standing.threshold && (
        <ProposeForm deployment={deployment} wallet={wallet} rules={rules} block={block} />
      )}
    </div>
  );
}
