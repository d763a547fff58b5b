"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { useStrings } from "#strings/index.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import type { Transaction } from "#transactions/transaction.ts";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";

interface EverythingProps {
  wallet: Connected;
  /** What can be taken out now. */
  parts: readonly Transaction[];
}

/** Takes out all that can be had, where that is several things: as one, if the wallet can. */
export function Everything({ wallet, parts }: EverythingProps): ReactNode {
  const { withdraw: t, transactions } = useStrings();
  const run = useTransaction(wallet, "withdrawAll", wallet.account);
  if (parts.length < 2 && run.state.step === "idle") return null;
  const { title, record: label } = transactions.withdrawAll;
  const record = { href: `/accounts/${wallet.account}`, label };
  const pay = () => void run.runAll({ kind: "withdrawAll", title, record, parts });
  return (
    <div className="flex flex-col gap-3">
      {parts.length > 1 && (
        <Button disabled={isBlocked(run.state)} onClick={pay} className="self-start">
          {t.everything}
        </Button>
      )}
      <TransactionStatus run={run} {...(parts.length > 0 && { onRetry: pay })} />
    </div>
  );
}
