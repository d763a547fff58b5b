"use client";

import {
  type Deployment,
  directionNames,
  groundNames,
  hashRationale,
  isSameClaim,
  lifetimeSeconds,
  type StoredReservation,
} from "@azora/sdk";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Field, Select, Textarea } from "#components/ui/Field.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Sentence } from "#components/ui/Sentence.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import type { ContributionDetail, Network } from "#lib/api/types.ts";
import { saySpan } from "#lib/format/rule.ts";
import { useStrings } from "#strings/index.ts";
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
import { Price } from "./Price.tsx";
import { isExpired, isUsable, type KeptReservation } from "./reservations.ts";
import { useChallenge } from "./useChallenge.ts";
import { usePrices } from "./usePrices.ts";
import { useReservations } from "./useReservations.ts";

interface ChallengeFormProps {
  work: ContributionDetail;
  network: Network;
  wallet: Connected;
}

/** Shows the form once it is known what was reserved before: by a page that was left, or in another tab. */
export function ChallengeForm(props: ChallengeFormProps): ReactNode {
  const deployment = useDeployment(props.network);
  const reservation = useTransaction(props.wallet, "reserve", props.work.id);
  const live = useReservations(deployment, props.wallet, props.work.id, reservation.state.step);
  const { away } = useStrings().challenge;
  if (live === "asking") return <Skeleton className="h-12" />;
  if (live === "away")
    return (
      <Notice tone="warning" role="status">
        {away}
      </Notice>
    );
  return <Form {...props} deployment={deployment} reservation={reservation} live={live} />;
}

interface FormProps extends ChallengeFormProps {
  deployment: Deployment;
  /** The first step. */
  reservation: TransactionRun;
  live: readonly KeptReservation[];
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
function Form({ work, wallet, deployment, reservation, live }: FormProps): ReactNode {
  const strings = useStrings();
  const t = strings.challenge;
  const directions = directionsOf(work.level ?? 0);
  const usable = live.filter(isUsable);
  const [before] = useState(() => contentOf(usable[0]?.kept, directions));
  const [direction, setDirection] = useState(before.direction);
  const [ground, setGround] = useState(before.ground);
  const [reasons, setReasons] = useState(before.reasons);
  const [hasTried, setTried] = useState(false);
  const { run, trouble, isFixed, send } = useChallenge({ work, wallet, deployment, reservation });
  const version = `${reservation.state.step} ${run.state.step}`;
  const prices = usePrices(deployment, wallet.account, work, direction, version);

  const grounds = groundsOf(direction);
  const chosen = grounds.includes(ground) ? ground : "Value";
  const numbers = numbersOf(direction, chosen);
  const reasonHash = hashRationale(reasons);
  const reserved = usable.find(({ kept }) => isSameClaim(kept, { ...kept, ...numbers, reasonHash }));

  const submit = () => {
    setTried(true);
    if (reasons.trim() !== "") void send({ direction, ground: chosen, reason: reasons });
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex flex-col gap-4"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t.direction}>
          {(control) => (
            <Select
              {...control}
              value={direction}
              disabled={isFixed}
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
              disabled={isFixed}
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
            readOnly={isFixed}
            onChange={({ target }) => setReasons(target.value)}
          />
        )}
      </Field>
      <div className="flex max-w-prose flex-col gap-2 text-muted text-sm">
        <p>{t.price}</p>
        <p>{t.steps(saySpan(lifetimeSeconds(wallet.chainId), strings))}</p>
      </div>
      <Price prices={prices} paid={reserved?.deposit} />
      {live.some(isExpired) && <Notice tone="warning">{t.expired}</Notice>}
      {reserved !== undefined && <Notice>{run.state.step === "simulating" ? t.ripening : t.reserved}</Notice>}
      <div role="status">
        {trouble !== undefined && (
          <Notice tone="warning">
            <Sentence said={trouble} />
          </Notice>
        )}
      </div>
      <Button type="submit" variant="primary" className="self-start" busy={isFixed}>
        {reserved !== undefined ? t.again : t.action}
      </Button>
      <TransactionStatus run={reservation} onRetry={submit} />
      <TransactionStatus run={run} onRetry={submit} />
    </form>
  );
}
