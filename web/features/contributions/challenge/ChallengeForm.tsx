"use client";

import { hashRationale, isBytes32 } from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { bytesToHex, type Hex } from "viem";
import { Button } from "#components/ui/Button.tsx";
import { Field, Select, Textarea } from "#components/ui/Field.tsx";
import type { ContributionDetail, Network } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";
import { challengeTransaction, reserveTransaction } from "#transactions/definitions/challenge.ts";
import { isBlocked, isOnChain } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";
import {
  type DirectionName,
  directionsOf,
  type GroundName,
  groundsOf,
  meansZero,
  numbersOf,
} from "./model.ts";

const SALT_BYTES = 32;

interface ChallengeFormProps {
  work: ContributionDetail;
  network: Network;
  wallet: Connected;
}

/** Reserves a challenge and then makes it. What was reserved is kept, so that a second step that failed can be tried again. */
export function ChallengeForm({ work, network, wallet }: ChallengeFormProps): ReactNode {
  const strings = useStrings();
  const t = strings.challenge;
  const deployment = useDeployment(network);
  const directions = directionsOf(work.level ?? 0);
  const [direction, setDirection] = useState<DirectionName>(directions.at(-1) ?? "Down");
  const [ground, setGround] = useState<GroundName>("Value");
  const [reasons, setReasons] = useState("");
  const [hasTried, setTried] = useState(false);
  /** What the reservation on the chain is of. */
  const [reserved, setReserved] = useState<{ of: string; salt: Hex }>();
  const reservation = useTransaction(wallet, "reserve", work.id);
  const run = useTransaction(wallet, "challenge", work.id);

  const grounds = groundsOf(direction);
  const chosen = grounds.includes(ground) ? ground : "Value";
  const of = JSON.stringify([direction, chosen, reasons]);
  const isReserved = reserved?.of === of;

  const send = async () => {
    setTried(true);
    const { id: contribution } = work;
    if (reasons.trim() === "" || !isBytes32(contribution)) return;
    const salt = isReserved ? reserved.salt : bytesToHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
    const reasonHash = hashRationale(reasons);
    const content = { contribution, ...numbersOf(direction, chosen), reasonHash, salt };
    if (!isReserved) {
      const state = await reservation.run(reserveTransaction(deployment, wallet.account, content, strings));
      if (!isOnChain(state)) return;
      setReserved({ of, salt });
    }
    await run.run(challengeTransaction(deployment, content, strings));
  };

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
        <Field label={t.direction}>
          {(control) => (
            <Select
              {...control}
              value={direction}
              onChange={({ target }) => setDirection(target.value === "Up" ? "Up" : "Down")}
            >
              {directions.map((name) => (
                <option key={name} value={name}>
                  {t.directions[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t.ground} hint={meansZero(chosen) ? t.zero : undefined}>
          {(control) => (
            <Select
              {...control}
              value={chosen}
              onChange={({ target }) => setGround(grounds.find((name) => name === target.value) ?? "Value")}
            >
              {grounds.map((name) => (
                <option key={name} value={name}>
                  {t.grounds[name]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field
        label={t.reasons}
        hint={t.reasonsHint}
        error={hasTried && reasons.trim() === "" ? t.noReasons : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={5}
            value={reasons}
            onChange={({ target }) => setReasons(target.value)}
          />
        )}
      </Field>
      <p className="max-w-prose text-muted text-sm">
        {t.price} {t.steps}
      </p>
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        disabled={isBlocked(reservation.state) || isBlocked(run.state)}
      >
        {isReserved ? t.again : t.action}
      </Button>
      <TransactionStatus run={reservation} onRetry={() => void send()} />
      <TransactionStatus run={run} onRetry={() => void send()} />
    </form>
  );
}
