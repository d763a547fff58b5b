"use client";

import {
  AzoraError,
  createReservation,
  type Deployment,
  formatEth,
  isBytes32,
  type StoredReservation,
} from "@azora/sdk";
import { useState } from "react";
import { bytesToHex } from "viem";
import type { ContributionDetail } from "#lib/api/types.ts";
import { browserStorage } from "#lib/browser/storage.ts";
import { ours, type Said, saidOf } from "#lib/said.ts";
import { useStrings } from "#strings/index.ts";
import { challengeTransaction, reserveTransaction } from "#transactions/definitions/challenge.ts";
import { isBlocked, isOnChain, NO_WALLET } from "#transactions/state.ts";
import { type TransactionRun, useTransaction } from "#transactions/useTransaction.ts";
import { type Connected, loadStack } from "#wallet/store.ts";
import { type DirectionName, type GroundName, numbersOf } from "./model.ts";
import { dueOf, isTooPoor, readPrices } from "./price.ts";
import { keepReservation, ReservationNotKeptError, reservationsFor } from "./reservationBox.ts";
import { readKept, reservationFor } from "./reservations.ts";

const SALT_BYTES = 32;

interface Steps {
  work: ContributionDetail;
  wallet: Connected;
  deployment: Deployment;
  /** The first step. */
  reservation: TransactionRun;
}

/** What somebody is about to say. */
interface Objection {
  direction: DirectionName;
  ground: GroundName;
  reason: string;
}

/** Reserves a challenge and then makes it, or goes on with one that is reserved. */
export function useChallenge({ work, wallet, deployment, reservation }: Steps) {
  const strings = useStrings();
  const t = strings.challenge;
  const run = useTransaction(wallet, "challenge", work.id);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Said>();
  const { account: challenger, chainId } = wallet;

  /** The reservation on the chain: the one there is, or a new one; nothing if it did not come to that. */
  async function reserve({ direction, ground, reason }: Objection): Promise<StoredReservation | undefined> {
    const { id: contribution, level, rulesVersion, challengeEnd } = work;
    if (!isBytes32(contribution) || level === null) return undefined;
    const { client } = await loadStack().catch((cause) => {
      throw new AzoraError(NO_WALLET, [], strings.transactions.noWallet, cause);
    });
    const numbers = numbersOf(direction, ground);
    const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
    const fresh = createReservation({ chainId, challenger, contribution, ...numbers, reason, salt });
    // Asked anew: another page may have reserved it since this one did.
    const kept = reservationsFor(browserStorage(), chainId, challenger, contribution);
    const found = reservationFor(await readKept(client, deployment, kept), fresh);
    const paid = found?.isThere ? found.deposit : undefined;
    const priced = { level, rulesVersion, direction: numbers.direction };
    const prices = await readPrices(client, deployment, challenger, priced);
    if (isTooPoor(prices, paid)) {
      const { first, rest } = dueOf(prices, paid);
      setTrouble(ours(t.due.tooLittle(formatEth(first + rest), formatEth(prices.balance))));
      return undefined;
    }
    const content = found?.kept ?? fresh;
    if (found?.isThere) return content;
    keepReservation(browserStorage(), deployment, content);
    const state = await reservation.run(reserveTransaction(deployment, content, challengeEnd ?? 0, strings));
    return isOnChain(state) ? content : undefined;
  }

  const send = async (said: Objection) => {
    setTrouble(undefined);
    setSending(true);
    try {
      const content = await reserve(said);
      if (content !== undefined) await run.run(challengeTransaction(deployment, content, strings));
    } catch (error) {
      setTrouble(error instanceof ReservationNotKeptError ? ours(t.notKept) : saidOf(error));
    } finally {
      setSending(false);
    }
  };

  // What is shown stays what is signed: from the click on, and while anything may still come to pass.
  const isFixed = isSending || isBlocked(reservation.state) || isBlocked(run.state);
  return { run, trouble, isFixed, send };
}
