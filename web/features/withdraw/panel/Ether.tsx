"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import type { Address } from "viem";
import { Amount } from "#components/ui/Amount.tsx";
import type { Account } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { withdrawEtherTransaction } from "#transactions/definitions/withdrawEther.ts";
import type { Connected } from "#wallet/store.ts";
import { Payout } from "./Payout.tsx";

/** The contracts that owe ETH, by what people know them for. */
const HOLDERS = ["attributionRegistry", "validatorRegistry", "disputes"] as const;

interface EtherProps {
  deployment: Deployment;
  wallet: Connected;
  account: Account;
  recipient: Address | undefined;
}

/** ETH that contracts owe: each pays out for itself. */
export function Ether({ deployment, wallet, account, recipient }: EtherProps): ReactNode {
  const strings = useStrings();
  const t = strings.withdraw;
  return HOLDERS.map((name) => {
    const holder = deployment.addresses[name];
    const owed = account.ether.find(({ contract }) => contract === holder)?.owed ?? "0";
    return (
      <Payout
        key={name}
        wallet={wallet}
        kind="withdrawEther"
        subject={holder}
        label={t.ether[name]}
        amount={<Amount wei={owed} unit="ETH" />}
        isEmpty={owed === "0"}
        action={t.action("ETH")}
        transaction={recipient && withdrawEtherTransaction(holder, wallet.account, recipient, strings)}
      />
    );
  });
}
