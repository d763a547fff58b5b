"use client";

import type { ReactNode } from "react";
import { useStrings } from "#strings/index.ts";
import { AllAtOnce } from "#transactions/AllAtOnce.tsx";
import type { Transaction } from "#transactions/transaction.ts";
import type { Connected } from "#wallet/store.ts";

interface EverythingProps {
  wallet: Connected;
  /** What can be taken out now. */
  parts: readonly Transaction[];
}

/** Takes out all that can be had, where that is several things. */
export function Everything({ wallet, parts }: EverythingProps): ReactNode {
  const { withdraw: t, transactions } = useStrings();
  const { title, record: label } = transactions.withdrawAll;
  const record = { href: `/accounts/${wallet.account}`, label };
  return (
    <AllAtOnce wallet={wallet} batch={{ kind: "withdrawAll", title, record, parts }} label={t.everything} />
  );
}
