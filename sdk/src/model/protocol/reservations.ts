import type { Address, Hex } from "viem";
import { Reservations } from "../../generated/constants.ts";
import { type ChallengeContent, hashReservation } from "../../reservation.ts";
import { gweiToWei } from "../../units.ts";
import { creditEther } from "./ether.ts";
import { type Call, type ReservationState, refuse, ruleOf, type State } from "./state.ts";

/** `Disputes.depositRequired`: the whole price of a downward challenge by the present rules, in wei. */
export const depositRequired = (state: State): bigint =>
  gweiToWei(ruleOf(state, "ChallengeFee") + ruleOf(state, "ChallengeBond"));

/** `Disputes.reserve`. */
export function reserve(state: State, call: Call, hash: Hex): void {
  if (BigInt(hash) === 0n) refuse("Reservations_EmptyHash");
  const key = keyOf(call.sender, hash);
  if (state.reservations.has(key)) refuse("Reservations_AlreadyReserved", call.sender, hash);
  const deposit = depositRequired(state);
  if (call.value < deposit) refuse("Reservations_DepositTooSmall", call.value, deposit);

  state.reservations.set(key, { deposit, block: call.block });
  state.etherHeld += call.value;
  creditEther(state, "disputes", call.sender, call.value - deposit);
}

/** `Disputes.release`. */
export function release(state: State, call: Call, claim: ChallengeContent): void {
  if (state.works.get(claim.contribution)?.dispute === undefined)
    refuse("Disputes_NotChallenged", claim.contribution);
  const hash = hashOf(state, call.sender, claim);
  const { deposit } = existing(state, call.sender, hash);
  state.reservations.delete(keyOf(call.sender, hash));
  creditEther(state, "disputes", call.sender, deposit);
}

/** `Disputes.forfeit`. */
export function forfeit(state: State, { block }: Call, challenger: Address, hash: Hex): void {
  const reservation = existing(state, challenger, hash);
  const last = lastBlockOf(reservation);
  if (block <= last) refuse("Reservations_NotExpired", block, last);
  state.reservations.delete(keyOf(challenger, hash));
  creditEther(state, "disputes", state.start.deployment.addresses.citadelFund, reservation.deposit);
}

/** The deposit of a reservation that the caller may use now. */
export function usableDeposit(state: State, { sender, block }: Call, claim: ChallengeContent): bigint {
  const reservation = existing(state, sender, hashOf(state, sender, claim));
  const first = reservation.block + BigInt(Reservations.MATURITY);
  if (block < first) refuse("Reservations_TooYoung", block, first);
  const last = lastBlockOf(reservation);
  if (block > last) refuse("Reservations_Expired", block, last);
  return reservation.deposit;
}

/** Takes a reservation for the challenge that it is of. */
export function redeem(state: State, { sender }: Call, claim: ChallengeContent): void {
  state.reservations.delete(keyOf(sender, hashOf(state, sender, claim)));
}

/** What reservations hold, in wei. */
export const depositsHeld = ({ reservations }: State): bigint =>
  [...reservations.values()].reduce((sum, { deposit }) => sum + deposit, 0n);

function existing({ reservations }: State, challenger: Address, hash: Hex): ReservationState {
  return reservations.get(keyOf(challenger, hash)) ?? refuse("Reservations_NotReserved", challenger, hash);
}

const lastBlockOf = ({ block }: ReservationState): bigint => block + BigInt(Reservations.LIFETIME);

const keyOf = (challenger: Address, hash: Hex): string => `${challenger}/${hash}`;

const hashOf = ({ start }: State, challenger: Address, claim: ChallengeContent): Hex =>
  hashReservation(start.deployment, challenger, claim);
