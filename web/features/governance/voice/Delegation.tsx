"use client";

import { type Deployment, readAddress } from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { AddressInput, Field } from "#components/ui/Field.tsx";
import { useStrings } from "#strings/index.ts";
import { delegateTransaction } from "#transactions/definitions/delegate.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";

interface DelegationProps {
  deployment: Deployment;
  wallet: Connected;
  /** Whether the account's Voice is its own now. */
  isOwn: boolean;
}

/** Lets another account vote with one's Voice, or takes it back. */
export function Delegation({ deployment, wallet, isOwn }: DelegationProps): ReactNode {
  const strings = useStrings();
  const t = strings.governance.voice;
  const run = useTransaction(wallet, "delegate", wallet.account);
  const [typed, setTyped] = useState("");
  const [hasTried, setTried] = useState(false);
  const to = readAddress(typed.trim());
  const isNobody = to !== undefined && BigInt(to) === 0n;
  const error = isNobody ? t.zero : to === undefined && (hasTried || typed !== "") ? t.badAddress : undefined;
  const give = () => {
    setTried(true);
    if (to !== undefined && !isNobody) void run.run(delegateTransaction(deployment, to, strings));
  };
  const takeBack = () => void run.run(delegateTransaction(deployment, wallet.account, strings));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
      className="flex flex-col gap-4"
    >
      <div className="max-w-xl">
        <Field label={t.to} hint={t.toHint} error={error}>
          {(control) => (
            <AddressInput {...control} value={typed} onChange={({ target }) => setTyped(target.value)} />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={isBlocked(run.state)}>
          {t.give}
        </Button>
        {!isOwn && (
          <Button busy={isBlocked(run.state)} onClick={takeBack}>
            {t.takeBack}
          </Button>
        )}
      </div>
      <TransactionStatus run={run} />
    </form>
  );
}
