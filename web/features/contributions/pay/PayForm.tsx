"use client";

import { isBytes32 } from "@azora/sdk";
import { attributionOf } from "@azora/sdk/api";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Field, Input } from "#components/ui/Field.tsx";
import type { ContributionDetail, Network } from "#lib/api/types.ts";
import { formatAmount } from "#lib/format/amount.ts";
import { shortHex } from "#lib/format/hex.ts";
import { TokenAmount } from "#lib/tokens/TokenAmount.tsx";
import { useStrings } from "#strings/index.ts";
import { approvalsFor, type Reward, rewardTransaction } from "#transactions/definitions/reward.ts";
import { isBlocked, isOnChain } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import type { Transaction } from "#transactions/transaction.ts";
import { useTransaction } from "#transactions/useTransaction.ts";
import { useDeployment } from "#wallet/network.ts";
import { type Connected, loadStack } from "#wallet/store.ts";
import { readAmount } from "./model.ts";
import { Parts } from "./Parts.tsx";
import { TokenField } from "./TokenField.tsx";
import { useChosenToken } from "./useChosenToken.ts";
import { useHolding } from "./useHolding.ts";

interface PayFormProps {
  work: ContributionDetail;
  network: Network;
  wallet: Connected;
}

/** Says how a payment is divided, lets the ledger take it, and pays. */
export function PayForm({ work, network, wallet }: PayFormProps): ReactNode {
  const strings = useStrings();
  const t = strings.pay;
  const deployment = useDeployment(network);
  const chosen = useChosenToken(work, deployment.addresses.azoraToken);
  const [typed, setTyped] = useState("");
  const [hasTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const run = useTransaction(wallet, "reward", work.id);

  // What is shown stays what is signed: from the click on, and while anything may still come to pass.
  const isFixed = isSending || isBlocked(run.state);
  const { facts } = chosen;
  const held = useHolding(facts?.address, wallet.account);
  const amount = facts && readAmount(typed.trim(), facts.decimals);
  const isTooMuch = amount !== undefined && held !== undefined && held < amount;
  const error = facts === undefined ? undefined : errorOf();

  function errorOf(): string | undefined {
    if (facts === undefined) return undefined;
    if (amount === undefined) return hasTried || typed !== "" ? t.noAmount(facts.decimals) : undefined;
    if (!isTooMuch) return undefined;
    const { exact } = formatAmount(held ?? 0n, facts.decimals);
    return t.tooMuch(`${exact} ${facts.symbol ?? shortHex(facts.address)}`);
  }

  const send = async () => {
    setTried(true);
    setSending(true);
    await pay().finally(() => setSending(false));
  };

  async function pay(): Promise<void> {
    const { id: contribution } = work;
    if (facts === undefined || amount === undefined || isTooMuch || !isBytes32(contribution)) return;
    const reward = { contribution, token: facts.address, amount, attribution: attributionOf(work) };
    const payment = rewardTransaction(deployment, reward, strings);
    const before = await approvals(reward);
    const state =
      before.length === 0
        ? await run.run(payment)
        : await run.runAll({ ...payment, parts: [...before, payment] });
    if (!isOnChain(state)) return;
    setTyped("");
    setTried(false);
  }

  /** Without the wallet's code there is none, and sending says so. */
  async function approvals(reward: Reward): Promise<Transaction[]> {
    const stack = await loadStack().catch(() => undefined);
    return stack === undefined ? [] : approvalsFor(stack.client, deployment, wallet.account, reward, strings);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="flex flex-col gap-4"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TokenField chosen={chosen} hasTried={hasTried} isFixed={isFixed} />
        <Field
          label={t.amount}
          hint={
            facts !== undefined && held !== undefined ? (
              <>
                {t.holding} <TokenAmount token={facts} amount={held} />
              </>
            ) : undefined
          }
          error={error}
        >
          {(control) => (
            <Input
              {...control}
              value={typed}
              readOnly={isFixed}
              inputMode="decimal"
              autoComplete="off"
              placeholder="12.5"
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
      </div>
      {facts !== undefined && amount !== undefined && !isTooMuch && (
        <Parts work={work} token={facts} amount={amount} />
      )}
      <div className="flex flex-col items-start gap-3">
        <p className="max-w-prose text-muted text-sm">{t.steps}</p>
        <Button type="submit" variant="primary" busy={isFixed}>
          {t.action}
        </Button>
      </div>
      <TransactionStatus run={run} onRetry={() => void send()} />
    </form>
  );
}
