import { type Address, getAddress, type Hex } from "viem";
import { Duties, Flow, PanelLib, ValidatorRegistry } from "../../generated/constants.ts";
import type { Fault } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode, type Node } from "../../node.ts";
import { gweiToWei, microAzrToWei } from "../../units.ts";
import { creditEther } from "./ether.ts";
import { record } from "./record.ts";
import { type Call, refuse, ruleOf, type State, type StintState } from "./state.ts";

const NO_REASON: Hex = `0x${"0".repeat(64)}`;

/** `ValidatorRegistry.enter`. */
export function enter(state: State, call: Call): void {
  const { sender, timestamp, value } = call;
  const { bench, barred, stints } = state.seats;
  const until = barred.get(sender) ?? 0n;
  if (bench.includes(sender)) refuse("ValidatorRegistry_AlreadySeated", sender);
  if (timestamp < until) refuse("ValidatorRegistry_Barred", sender, until);
  if (bench.length === ValidatorRegistry.MAX_SEATS) refuse("ValidatorRegistry_NoSeatLeft", bench.length);
  const admissions = isFree(state, sender) ? state.seats.admissions : admit(state, call);
  const bond = gweiToWei(ruleOf(state, "SeatBond"));
  if (value !== bond) refuse("ValidatorRegistry_WrongBond", value, bond);

  const seat = bench.length;
  state.seats.admissions = admissions;
  bench.push(sender);
  keepBench(state, call);
  const stint = { since: call.block, until: undefined, unlocksAt: 0n, deposited: bond, bond };
  stints.set(sender, [...(stints.get(sender) ?? []), stint]);
  state.etherHeld += bond;
  record(state, call, "validatorRegistry", "Seated", accountNode(sender), dataHash.Seated(seat, bond));
}

/** `ValidatorRegistry.exit`. */
export function exit(state: State, call: Call): void {
  if (!state.seats.bench.includes(call.sender)) refuse("ValidatorRegistry_NotSeated", call.sender);
  endSeat(state, call, call.sender, NO_REASON);
}

/** `ValidatorRegistry.remove`. */
export function remove(state: State, call: Call, account: Address, reasonHash: Hex): void {
  const { start, seats } = state;
  const { FULL_BENCH, BAR } = ValidatorRegistry;
  if (call.sender !== start.deployment.addresses.timelock)
    refuse("ValidatorRegistry_NotTimelock", call.sender);
  if (BigInt(reasonHash) === 0n) refuse("ValidatorRegistry_MissingReason");
  if (!seats.bench.includes(account)) refuse("ValidatorRegistry_NotSeated", account);
  if (seats.bench.length <= FULL_BENCH)
    refuse("ValidatorRegistry_TooFewLeft", seats.bench.length, FULL_BENCH);
  const epoch = epochOf(state, call);
  if (seats.removedIn === epoch) refuse("ValidatorRegistry_AlreadyRemoved", epoch);

  seats.removedIn = epoch;
  seats.barred.set(account, call.timestamp + BigInt(BAR) * start.epochLength);
  endSeat(state, call, account, reasonHash);
}

/** `ValidatorRegistry.topUp`. */
export function topUp(state: State, call: Call): void {
  const stint = state.seats.stints.get(call.sender)?.at(-1);
  if (stint === undefined || stint.until !== undefined) refuse("ValidatorRegistry_NotSeated", call.sender);
  const missing = gweiToWei(ruleOf(state, "SeatBond")) - stint.bond;
  const room = missing > 0n ? missing : 0n;
  if (call.value === 0n || call.value > room) refuse("ValidatorRegistry_WrongTopUp", call.value, room);

  stint.bond += call.value;
  if (stint.bond > stint.deposited) stint.deposited = stint.bond;
  state.etherHeld += call.value;
}

/** `ValidatorRegistry.withdrawBond`. */
export function withdrawBond(state: State, { sender, timestamp }: Call, number: number): void {
  const stint = state.seats.stints.get(sender)?.[number];
  if (stint === undefined) refuse("ValidatorRegistry_UnknownStint", sender, number);
  if (stint.until === undefined) refuse("ValidatorRegistry_StillSeated", sender);
  if (timestamp < stint.unlocksAt) refuse("ValidatorRegistry_BondLocked", timestamp, stint.unlocksAt);
  if (stint.bond === 0n) refuse("ValidatorRegistry_BondSpent", sender, number);

  creditEther(state, "validatorRegistry", sender, stint.bond);
  stint.bond = 0n;
}

/** What `ProofOfValue` has proven. */
export interface Slash {
  readonly account: Address;
  readonly contribution: Node;
  readonly round: number;
  readonly armedAt: bigint;
  readonly fault: Fault;
  readonly ppm: bigint;
  readonly rewardPpm: bigint;
  readonly prover: Address;
  readonly challenger: Address | undefined;
  readonly refund: bigint;
}

/** `ValidatorRegistry.slash`. Gives what was taken, and what of the fee goes back to the challenger. */
export function slash(state: State, call: Call, proven: Slash): { amount: bigint; refunded: bigint } {
  const { account, contribution, round, armedAt, fault, ppm, prover } = proven;
  const { addresses } = state.start.deployment;
  if (call.sender !== addresses.proofOfValue) refuse("ValidatorRegistry_NotProofOfValue", call.sender);
  const key = `${account}/${contribution}/${round}`;
  if (state.seats.slashed.has(key)) refuse("ValidatorRegistry_AlreadySlashed", account, contribution, round);
  const stint = stintAt(state, account, armedAt);
  const due = ((stint?.deposited ?? 0n) * ppm) / TOTAL;
  if (stint === undefined || due === 0n || stint.bond === 0n)
    return refuse("ValidatorRegistry_NothingToSlash", account);

  const amount = due < stint.bond ? due : stint.bond;
  const reward = (amount * proven.rewardPpm) / TOTAL;
  state.seats.slashed.set(key, true);
  stint.bond -= amount;
  creditEther(state, "validatorRegistry", prover, reward);
  const refunded = shareRest(state, proven, amount, reward);
  // The leaves name the prover, although ProofOfValue calls.
  const byProver = { ...call, sender: prover };
  const hash = dataHash.Slashed(contribution, round, fault, amount, reward);
  record(state, byProver, "validatorRegistry", "Slashed", accountNode(account), hash);
  const least = stint.deposited * ruleOf(state, "SlashNoReveal");
  if (stint.until === undefined && stint.bond * TOTAL < least) endSeat(state, byProver, account, NO_REASON);
  return { amount, refunded };
}

/** How long the bond of a seat that ends now stays locked, in seconds: any version may still have open works. */
export function longestDuty(state: State): bigint {
  let longest = 0n;
  for (const index of state.rules.keys()) {
    const duty = dutyOf(state, index + 1);
    if (duty > longest) longest = duty;
  }
  return longest;
}

/** How many sat at the end of a block. */
export function seatCountAt(state: State, block: bigint): bigint {
  return BigInt(benchAt(state, block).length);
}

/** Who held a seat number at the end of a block. */
export function holderAt(state: State, seat: bigint, block: bigint): Address | undefined {
  return benchAt(state, block)[Number(seat)];
}

const TOTAL = BigInt(Flow.TOTAL);

function benchAt({ seats }: State, block: bigint): readonly Address[] {
  return seats.history.findLast((change) => change.block <= block)?.bench ?? [];
}

function keepBench({ seats }: State, { block }: Call): void {
  seats.history.push({ block, bench: [...seats.bench] });
}

/** Named at genesis, and here for the first time or while the bench is short. */
function isFree({ start, seats }: State, account: Address): boolean {
  const isNamed = start.named.some((named) => getAddress(named) === account);
  return isNamed && (seats.bench.length < ValidatorRegistry.FULL_BENCH || !seats.stints.has(account));
}

/** By earning: the epoch's admissions with one more. */
function admit(state: State, call: Call) {
  const { bench, admissions } = state.seats;
  const earned = state.pots.get(accountNode(call.sender))?.minted ?? 0n;
  const threshold = microAzrToWei(ruleOf(state, "SeatThreshold"));
  if (earned < threshold) refuse("ValidatorRegistry_NotEligible", call.sender, earned, threshold);
  const epoch = epochOf(state, call);
  checkReturn(state, call, epoch);
  const part = BigInt(Math.floor(bench.length / ValidatorRegistry.SEATS_AN_ADMISSION));
  const first = { epoch, limit: part > 0n ? part : 1n, count: 0n };
  const present = admissions?.epoch === epoch ? admissions : first;
  if (present.count >= present.limit) refuse("ValidatorRegistry_AdmissionsExhausted", epoch, present.limit);
  return { ...present, count: present.count + 1n };
}

/** Who sat before waits for its bond, and for the last part of an epoch: newcomers come first. */
function checkReturn({ start, seats }: State, { sender, timestamp }: Call, epoch: bigint): void {
  const stint = seats.stints.get(sender)?.at(-1);
  if (stint === undefined) return;
  if (timestamp < stint.unlocksAt) refuse("ValidatorRegistry_ReturnsTooSoon", sender, stint.unlocksAt);
  const { genesisTime, epochLength } = start;
  const last = epochLength / BigInt(ValidatorRegistry.RETURNS_PART);
  const from = genesisTime + (epoch + 1n) * epochLength - last;
  if (timestamp < from) refuse("ValidatorRegistry_NewcomersFirst", timestamp, from);
}

/** Whoever held the last number takes the one that is free; the bond waits for the longest duty. */
function endSeat(state: State, call: Call, account: Address, reasonHash: Hex): void {
  const { bench, stints } = state.seats;
  const number = bench.indexOf(account);
  const last = bench.pop();
  if (last !== undefined && last !== account) bench[number] = last;
  keepBench(state, call);
  const stint = stints.get(account)?.at(-1);
  if (stint === undefined) throw new Error(`${account} sits without a bond.`);
  stint.until = call.block;
  stint.unlocksAt = call.timestamp + longestDuty(state);
  const hash = dataHash.Unseated(number, reasonHash);
  record(state, call, "validatorRegistry", "Unseated", accountNode(account), hash);
}

/** From an arming, by a draw at the last moment, to the end of what its judges can be held to. */
function dutyOf(state: State, version: number): bigint {
  const rule = (name: Parameters<typeof ruleOf>[1]) => ruleOf(state, name, version);
  const draw = (rule("ArmingDelay") + BigInt(PanelLib.HISTORY)) * BigInt(Duties.SECONDS_A_BLOCK);
  const voting = rule("CommitWindow") + rule("RevealWindow");
  const first = draw + voting;
  // Missed once, short of its quorum once, and then voted on.
  const second = draw + (draw + voting) + (draw + voting);
  return first + rule("ChallengeWindow") + second + BigInt(Duties.SPARE_TIME);
}

/** The stint in which an account held its seat at the end of a block. */
function stintAt({ seats }: State, account: Address, block: bigint): StintState | undefined {
  return seats.stints
    .get(account)
    ?.find(({ since, until }) => since <= block && (until === undefined || block < until));
}

/** What the prover does not get: to the challenger, if there is one, then to the commons. */
function shareRest(state: State, { challenger, refund }: Slash, amount: bigint, reward: bigint): bigint {
  const { citadelFund } = state.start.deployment.addresses;
  const half = challenger === undefined ? 0n : amount / 2n;
  const left = amount - reward - half;
  const most = challenger === undefined ? 0n : refund;
  const refunded = most < left ? most : left;
  if (challenger !== undefined) creditEther(state, "validatorRegistry", challenger, half + refunded);
  creditEther(state, "validatorRegistry", citadelFund, left - refunded);
  return refunded;
}

function epochOf({ start }: State, { timestamp }: Call): bigint {
  return (timestamp - start.genesisTime) / start.epochLength;
}
