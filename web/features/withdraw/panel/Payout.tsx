"use client";

import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import { Button } from "#components/ui/Button.tsx";
import { useStrings } from "#strings/index.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import type { Transaction, TransactionKind } from "#transactions/transaction.ts";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";

interface PayoutProps {
  wallet: Connected;
  kind: TransactionKind;
  label: string;
  wei: bigint;
  unit: "AZR" | "ETH";
  /** Undefined while it is not clear where it should go. */
  transaction: Transaction | undefined;
}

/** An amount that is owed, and the way to have it. It stays while its transaction has something to say. */
export function Payout({ wallet, kind, label, wei, unit, transaction }: PayoutProps): ReactNode {
  const t = useStrings().withdraw;
  const run = useTransaction(wallet, kind, wallet.account);
  if (wei === 0n && run.state.step === "idle") return null;
  const pay = () => transaction !== undefined && void run.run(transaction);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>
          <span className="block text-muted text-sm">{label}</span>
          <Amount wei={wei} unit={unit} className="font-semibold text-lg" />
        </p>
        <Button
          variant="primary"
          disabled={wei === 0n || transaction === undefined || isBlocked(run.state)}
          onClick={pay}
        >
          {t.action(unit)}
        </Button>
      </div>
      <TransactionStatus run={run} onRetry={pay} />
    </div>
  );
}
