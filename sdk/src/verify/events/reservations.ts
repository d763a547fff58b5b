import { type Address, type Hex, isAddressEqual } from "viem";
import { Reservations } from "../../generated/constants.ts";
import { gweiToWei } from "../../units.ts";
import type { Chronicle } from "../chronicle.ts";
import { ruleOf } from "../lookup.ts";
import type { Place } from "../problems.ts";
import type { EventLog, Handlers } from "./handler.ts";

export const reservationHandlers = {
  // Which challenge it is of nobody can see before that is made.
  Reserved(chronicle, log) {
    const { challenger, hash, deposit } = log.args;
    const { problems, reservations } = chronicle;
    const key = keyOf(challenger, hash);
    if (reservations.has(key)) problems.add("Judgement", `${challenger} reserves ${hash} twice.`, log);
    const due = gweiToWei(ruleOf(chronicle, "ChallengeFee") + ruleOf(chronicle, "ChallengeBond"));
    problems.same("Ether", `The deposit of ${challenger} for ${hash}`, deposit, due, log);
    reservations.set(key, { challenger, hash, deposit, block: log.blockNumber });
  },

  Redeemed(chronicle, log) {
    const { challenger, hash, contribution } = log.args;
    const since = take(chronicle, log, log.args);
    if (since === undefined) return;
    const age = log.blockNumber - since;
    if (age < BigInt(Reservations.MATURITY) || age > BigInt(Reservations.LIFETIME))
      chronicle.problems.add("Judgement", `${challenger} uses ${hash} at an age of ${age} blocks.`, log);
    chronicle.redeemed = { challenger, contribution };
  },

  Released(chronicle, log) {
    const { challenger, hash, contribution, deposit } = log.args;
    if (take(chronicle, log, log.args) === undefined) return;
    if (chronicle.works.get(contribution)?.challenge === undefined)
      chronicle.problems.add("Ether", `${hash} comes back, though nobody challenged ${contribution}.`, log);
    chronicle.freed.push({ account: challenger, amount: deposit });
  },

  Forfeited(chronicle, log) {
    const { challenger, hash, deposit } = log.args;
    const since = take(chronicle, log, log.args);
    if (since === undefined) return;
    if (log.blockNumber - since <= BigInt(Reservations.LIFETIME))
      chronicle.problems.add("Ether", `${challenger} loses ${hash} before it expired.`, log);
    chronicle.freed.push({ account: chronicle.deployment.addresses.citadelFund, amount: deposit });
  },
} satisfies Handlers<"Reserved" | "Redeemed" | "Released" | "Forfeited">;

/** Ends a reservation. @return The block in which it was made, if it was there. */
function take(
  { problems, reservations }: Chronicle,
  log: EventLog<"Redeemed" | "Released" | "Forfeited">,
  { challenger, hash, deposit }: { challenger: Address; hash: Hex; deposit: bigint },
): bigint | undefined {
  const key = keyOf(challenger, hash);
  const known = reservations.get(key);
  if (known === undefined) {
    problems.add("Judgement", `${challenger} has no reservation ${hash} that could end.`, log);
    return undefined;
  }
  reservations.delete(key);
  problems.same("Ether", `The deposit of ${challenger} for ${hash}`, deposit, known.deposit, log);
  return known.block;
}

/** A challenge that is no flag must have been reserved. */
export function expectRedeemed(chronicle: Chronicle, log: EventLog<"Challenged">): void {
  const { contribution, challenger } = log.args;
  const { problems, redeemed } = chronicle;
  chronicle.redeemed = undefined;
  if (redeemed?.contribution !== contribution || redeemed.challenger !== challenger)
    problems.add("Judgement", `${challenger} challenges ${contribution} without a reservation.`, log);
}

/** A credit of the disputes' contract that a deposit is waiting for. */
export function noteFreed(chronicle: Chronicle, { address, args }: EventLog<"EtherCredited">): void {
  const [next] = chronicle.freed;
  if (next === undefined || !isAddressEqual(address, chronicle.deployment.addresses.disputes)) return;
  if (isAddressEqual(next.account, args.account) && next.amount === args.amount) chronicle.freed.shift();
}

/** What reservations announced must be done when the transaction ends. */
export function requireNoReservation(chronicle: Chronicle, place: Place): void {
  const { freed, problems, redeemed } = chronicle;
  if (redeemed)
    problems.add(
      "Judgement",
      `A reservation for ${redeemed.contribution} is used without a challenge.`,
      place,
    );
  for (const { account, amount } of freed)
    problems.add("Ether", `A deposit of ${amount} wei is not credited to ${account}.`, place);
  chronicle.redeemed = undefined;
  chronicle.freed = [];
}

const keyOf = (challenger: Address, hash: Hex): string => `${challenger}/${hash}`;
