"use client";

import type { ReactNode } from "react";
import type { Block } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useNetwork } from "#lib/browser/useNetwork.ts";
import { WalletGate } from "#wallet/gate/WalletGate.tsx";
import { Account } from "./Account.tsx";

/** What waits for the connected account. */
export function Queue({ block }: { block: Block }): ReactNode {
  const { words } = useApp();
  const network = useNetwork();
  return (
    <WalletGate reason={words.wallet.judge} localHint={words.wallet.judgeLocal}>
      {(wallet) =>
        network !== null && <Account key={wallet.account} network={network} wallet={wallet} block={block} />
      }
    </WalletGate>
  );
}
