"use client";

import type { ReactNode } from "react";
import type { Block } from "#lib/api/types.ts";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { useStrings } from "#strings/index.ts";
import { WalletGate } from "#wallet/gate/WalletGate.tsx";
import { Account } from "./Account.tsx";

/** What waits for the connected account. */
export function Queue({ block }: { block: Block }): ReactNode {
  const { wallet: t } = useStrings();
  const network = useNetwork();
  return (
    <WalletGate reason={t.gate.judge} localHint={t.gate.judgeLocal}>
      {(wallet) =>
        network !== null && <Account key={wallet.account} network={network} wallet={wallet} block={block} />
      }
    </WalletGate>
  );
}
