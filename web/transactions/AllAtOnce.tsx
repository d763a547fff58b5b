"use client";

import type { ReactNode } from "react";
import { Button, type Look } from "#components/ui/Button.tsx";
import { cx } from "#lib/cx.ts";
import type { Connected } from "#wallet/store.ts";
import { isBlocked } from "./state.ts";
import { TransactionStatus } from "./TransactionStatus.tsx";
import type { Batch } from "./transaction.ts";
import { useTransaction } from "./useTransaction.ts";

interface AllAtOnceProps {
  wallet: Connected;
  batch: Batch;
  /** Of the button. */
  label: string;
  variant?: Look["variant"];
  className?: string;
}

/** Sends several transactions that could be sent one by one: as one, if the wallet can. Nothing where there are not several. */
export function AllAtOnce({
  wallet,
  batch,
  label,
  variant = "secondary",
  className,
}: AllAtOnceProps): ReactNode {
  const { kind, parts } = batch;
  const run = useTransaction(wallet, kind, wallet.account);
  if (parts.length < 2 && run.state.step === "idle") return null;
  const send = () => void run.runAll(batch);
  return (
    <div className={cx("flex flex-col gap-3", className)}>
      {parts.length > 1 && (
        <Button variant={variant} busy={isBlocked(run.state)} onClick={send} className="self-start">
          {label}
        </Button>
      )}
      <TransactionStatus run={run} {...(parts.length > 0 && { onRetry: send })} />
    </div>
  );
}
