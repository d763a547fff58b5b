"use client";

import {
  createReservation,
  type Deployment,
  directionNames,
  formatSeconds,
  groundNames,
  hashRationale,
  isBytes32,
  isSameClaim,
  lifetimeSeconds,
  type Node,
  reservationSeconds,
  type StoredReservation,
} from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { bytesToHex } from "viem";
import { Button } from "#components/ui/Button.tsx";
import { Field, Select, Textarea } from "#components/ui/Field.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { ContributionDetail, Network } from "#lib/api/types.ts";
import { browserStorage } from "#lib/browser/storage.ts";
import { useStrings } from "#strings/index.ts";
import { challengeTransaction, reserveTransaction } from "#transactions/definitions/challenge.ts";
import { isBlocked, isOnChain } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { type TransactionRun, useTransaction } from "#transactions/useTransaction.ts";
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
import { keepReservation } from "./reservationBox.ts";
import { type LiveReservation, useReservations } from "./useReservations.ts";

const SALT_BYTES = 32;

interface ChallengeFormProps {
  work: ContributionDetail;
  network: Network;
  wallet: Connected;
  /** By the chain's clock. */
  now: number;
}

/** Shows the form once it is known what was reserved before: by a page that was left, or in another tab. */
export function ChallengeForm(props: ChallengeFormProps): ReactNode {
  const deployment = useDeployment(props.network);
  const reservation = useTransaction(props.wallet, "reserve", props.work.id);
  const live = useReservations(deployment, props.wallet, props.work.id, reservation.state.step);
  if (live === undefined) return <Skeleton className="h-12" />;
  return <Form {...props} deployment={deployment} reservation={reservation} live={live} />;
}

interface FormProps extends ChallengeFormProps {
  deployment: Deployment;
  /** The first step. */
  reservation: TransactionRun;
  live: readonly LiveReservation[];
}

/** What the form begins with: what was reserved before, if anything was. */
function contentOf(
  kept: StoredReservation | undefined,
  directions: readonly DirectionName[],
): { direction: DirectionName; ground: GroundName; reasons: string } {
  if (kept === undefined) return { direction: directions.at(-1) ?? "Down", ground: "Value", reasons: "" };
  const { direction, ground, reason } = kept;
  return { direction: directionNames[direction], ground: groundNames[ground], reasons: reason };
}

/** Reserves a challenge and then makes it. What was reserved is kept, so that the second step can come later. */
function Form({ work, wallet, now, deployment, reservation, live }: FormProps): ReactNode {
  const strings = useStrings();
  const t = strings.challenge;
  const directions = directionsOf(work.level ?? 0);
  const usable = live.filter(({ isUsable }) => isUsable).map(({ kept }) => kept);
  const [before] = useState(() => contentOf(usable[0], directions));
  const [direction, setDirection] = useState(before.direction);
  const [ground, setGround] = useState(before.ground);
  const [reasons, setReasons] = useState(before.reasons);
  const [hasTried, setTried] = useState(false);
  const [trouble, setTrouble] = useState<"tooLate" | "notKept">();
  const run = useTransaction(wallet, "challenge", work.id);

  const { account: challenger, chainId } = wallet;
  const grounds = groundsOf(direction);
  const chosen = grounds.includes(ground) ? ground : "Value";
  const numbers = numbersOf(direction, chosen);
  const reasonHash = hashRationale(reasons);
  const reserved = usable.find((kept) => isSameClaim(kept, { ...kept, ...numbers, reasonHash }));

  /** The reservation on the chain: the one there is, or a new one; nothing if it did not come to that. */
  const reserve = async (contribution: Node): Promise<StoredReservation | undefined> => {
    if (reserved !== undefined) return reserved;
    if (BigInt(now) + reservationSeconds(chainId) > BigInt(work.challengeEnd ?? 0)) {
      setTrouble("tooLate");
      return undefined;
    }
    const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
    const fresh = createReservation({ chainId, challenger, contribution, ...numbers, reason: reasons, salt });
    try {
      keepReservation(browserStorage(), deployment, fresh);
    } catch {
      setTrouble("notKept");
      return undefined;
    }
    const state = await reservation.run(reserveTransaction(deployment, fresh, strings));
    return isOnChain(state) ? fresh : undefined;
  };

  const send = async () => {
    setTried(true);
    setTrouble(undefined);
    const { id: contribution } = work;
    if (reasons.trim() === "" || !isBytes32(contribution)) return;
    const content = await reserve(contribution);
    if (content !== undefined) await run.run(challengeTransaction(deployment, content, strings));
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
        {t.price} {t.steps(formatSeconds(lifetimeSeconds(chainId)))}
      </p>
      {live.some(({ isUsable }) => !isUsable) && <Notice tone="warning">{t.expired}</Notice>}
      {reserved !== undefined && <Notice>{run.state.step === "simulating" ? t.ripening : t.reserved}</Notice>}
      {trouble !== undefined && <Notice tone="warning">{t[trouble]}</Notice>}
      <Button
        type="submit"
        variant="primary"
        className="self-start"
        disabled={isBlocked(reservation.state) || isBlocked(run.state)}
      >
        {reserved !== undefined ? t.again : t.action}
      </Button>
      <TransactionStatus run={reservation} onRetry={() => void send()} />
      <TransactionStatus run={run} onRetry={() => void send()} />
    </form>
  );
}
