"use client";

import { type ReactNode, useId } from "react";
import { Button, type Look } from "#components/ui/Button.tsx";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import type { Transaction, TransactionKind } from "#transactions/transaction.ts";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";

interface PayoutProps {
  wallet: Connected;
  kind: TransactionKind;
  /** Which of several that the account could have. */
  subject: string;
  label: ReactNode;
  amount: ReactNode;
  /** That there is nothing, or nothing any more. */
  isEmpty: boolean;
  note?: ReactNode;
  action: string;
  variant?: Look["variant"];
  /** Undefined while it cannot be done, or is not clear where it should go. */
  transaction: Transaction | undefined;
}

/** An amount that is owed, and the way to have it. It stays while its transaction has something to say. */
export function Payout(props: PayoutProps): ReactNode {
  const { wallet, kind, subject, label, amount, isEmpty, note, action, variant, transaction } = props;
  const id = useId();
  const run = useTransaction(wallet, kind, subject);
  if (isEmpty && run.state.step === "idle") return null;
  const pay = () => transaction !== undefined && void run.run(transaction);
  return (
    <li className="flex flex-col gap-3 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div id={id} className="min-w-0">
          <p className="text-muted text-sm">{label}</p>
          <p className="font-semibold text-lg">{amount}</p>
          {note && <p className="text-muted text-sm">{note}</p>}
        </div>
        <Button
          {...(variant && { variant })}
          aria-describedby={id}
          busy={isEmpty || transaction === undefined || isBlocked(run.state)}
          onClick={pay}
        >
          {action}
        </Button>
      </div>
      <TransactionStatus run={run} onRetry={pay} />
    </li>
  );
}
