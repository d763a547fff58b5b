import { type Address, type Hex, isAddressEqual, zeroHash } from "viem";
import { Flow, ValidatorRegistry } from "../../generated/constants.ts";
import { LeafKind, type Rule } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode } from "../../node.ts";
import { gweiToWei, microAzrToWei } from "../../units.ts";
import type { Chronicle, ChronicleStint } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import { epochAt, potOf, ruleOf } from "../lookup.ts";
import type { Place } from "../problems.ts";
import { longestDuty } from "./duties.ts";
import type { EventLog, Handlers } from "./handler.ts";

const TOTAL = BigInt(Flow.TOTAL);

/** The rule of each fault, in the order of the enum `Fault`. */
const RULES = [
  "SlashNoCommit",
  "SlashNoReveal",
  "SlashLeak",
  "SlashOutlier",
] as const satisfies readonly (keyof typeof Rule)[];

export const seatHandlers = {
  GenesisNamed({ named }, { args }) {
    named.add(args.account);
  },

  Seated(chronicle, log) {
    const { account, seat, bond } = log.args;
    const { problems, seats } = chronicle;
    problems.same("Seats", `The seat of ${account}`, seat, seats.bench.length, log);
    problems.same("Seats", `The bond of ${account}`, bond, gweiToWei(ruleOf(chronicle, "SeatBond")), log);
    if (seats.bench.includes(account)) problems.add("Seats", `${account} sits twice.`, log);
    if ((chronicle.timestamp ?? 0n) < (seats.barred.get(account) ?? 0n))
      problems.add("Seats", `${account} was removed and returned too early.`, log);
    checkAdmission(chronicle, log, account);
    seats.bench.push(account);
    keepBench(chronicle, log);
    const stint = { since: log.blockNumber, until: undefined, unlocksAt: 0n, deposited: bond, bond };
    seats.stints.set(account, [...(seats.stints.get(account) ?? []), stint]);
    decide(chronicle, log, account, LeafKind.Seated, dataHash.Seated(seat, bond));
  },

  Unseated(chronicle, log) {
    const { account, seat, by, reasonHash, unlocksAt } = log.args;
    const { problems, seats, deployment } = chronicle;
    const { bench } = seats;
    const last = bench.length - 1;
    const mover = bench[last];
    problems.same("Seats", `The seat that ${account} leaves`, bench[seat], account, log);
    const lock = (chronicle.timestamp ?? 0n) + longestDuty(chronicle);
    problems.same("Seats", `When the bond of ${account} unlocks`, unlocksAt, lock, log);
    bench.pop();
    if (seat < last && mover !== undefined) {
      bench[seat] = mover;
      seats.expectedMove = { account: mover, from: last, to: seat };
    }
    keepBench(chronicle, log);
    const stint = seats.stints.get(account)?.at(-1);
    if (stint) Object.assign(stint, { until: log.blockNumber, unlocksAt });
    if (isAddressEqual(by, deployment.addresses.timelock)) checkRemoval(chronicle, log);
    else if (!isAddressEqual(by, account)) checkSpent(chronicle, log, stint);
    decide(chronicle, log, by, LeafKind.Unseated, dataHash.Unseated(seat, reasonHash));
  },

  SeatMoved({ problems, seats }, log) {
    const { account, from, to } = log.args;
    const { expectedMove } = seats;
    problems.same("Seats", "Whose seat moved", account, expectedMove?.account, log);
    problems.same("Seats", `The seat that ${account} had`, from, expectedMove?.from, log);
    problems.same("Seats", `The seat that ${account} takes`, to, expectedMove?.to, log);
    seats.expectedMove = undefined;
  },

  Slashed(chronicle, log) {
    const { account, contribution, round, fault, amount, reward, prover, stint: number } = log.args;
    const { problems, seats, works } = chronicle;
    const key = `${account}/${contribution}/${round}`;
    if (seats.slashed.has(key)) problems.add("Seats", `${account} is slashed twice for one round.`, log);
    seats.slashed.add(key);
    const stint = stintOf(chronicle, log, account, number);
    const version = works.get(contribution)?.rulesVersion;
    const rule = RULES[fault];
    if (version === undefined || rule === undefined)
      problems.add("Seats", `${account} is slashed for a fault on ${contribution} that cannot be.`, log);
    const due = ((stint?.deposited ?? 0n) * (rule ? ruleOf(chronicle, rule, version) : 0n)) / TOTAL;
    const most = stint && stint.bond < due ? stint.bond : due;
    problems.same("Seats", `The slash of ${account}`, amount, most, log);
    const share = (amount * ruleOf(chronicle, "SlashReward", version)) / TOTAL;
    problems.same("Seats", `The reward of ${prover}`, reward, share, log);
    if (stint) stint.bond -= amount;
    chronicle.uncredited += amount;
    decide(
      chronicle,
      log,
      prover,
      LeafKind.Slashed,
      dataHash.Slashed(contribution, round, fault, amount, reward),
    );
  },

  BondToppedUp(chronicle, log) {
    const { account, stint: number, amount } = log.args;
    const stint = stintOf(chronicle, log, account, number);
    if (stint === undefined) return;
    stint.bond += amount;
    const limit = gweiToWei(ruleOf(chronicle, "SeatBond"));
    if (stint.until !== undefined || stint.bond > limit)
      chronicle.problems.add("Seats", `${account} added to its bond what it could not.`, log);
    if (stint.bond > stint.deposited) stint.deposited = stint.bond;
  },

  BondUnlocked(chronicle, log) {
    const { account, stint: number, amount } = log.args;
    const stint = stintOf(chronicle, log, account, number);
    if (stint === undefined) return;
    const { problems, timestamp } = chronicle;
    problems.same("Seats", `What is left of the bond of ${account}`, amount, stint.bond, log);
    if (stint.until === undefined || (timestamp !== undefined && timestamp < stint.unlocksAt))
      problems.add("Seats", `The bond of ${account} came free while it was locked.`, log);
    stint.bond = 0n;
    chronicle.uncredited += amount;
  },
} satisfies Handlers<
  "GenesisNamed" | "Seated" | "Unseated" | "SeatMoved" | "Slashed" | "BondToppedUp" | "BondUnlocked"
>;

function decide(
  chronicle: Chronicle,
  log: EventLog<"Seated" | "Unseated" | "Slashed">,
  actor: Address,
  kind: LeafKind,
  hash: Hex,
): void {
  const { validatorRegistry: emitter } = chronicle.deployment.addresses;
  expectLeaf(chronicle, log, {
    kind,
    emitter,
    subject: accountNode(log.args.account),
    actor,
    dataHash: hash,
  });
}

function keepBench({ seats }: Chronicle, { blockNumber }: EventLog<"Seated" | "Unseated">): void {
  seats.history.push({ block: blockNumber, bench: [...seats.bench] });
}

function stintOf(
  { problems, seats }: Chronicle,
  place: Place,
  account: Address,
  number: bigint,
): ChronicleStint | undefined {
  const stint = seats.stints.get(account)?.[Number(number)];
  if (stint === undefined) problems.add("Seats", `${account} has no bond number ${number}.`, place);
  return stint;
}

/** Named at genesis, for the first time or onto a short bench; or earned, within the epoch's limit, newcomers first. */
function checkAdmission(chronicle: Chronicle, log: EventLog<"Seated">, account: Address): void {
  const { problems, seats, named, timestamp, deployment } = chronicle;
  const { bench, stints, admissions } = seats;
  const { FULL_BENCH, SEATS_AN_ADMISSION } = ValidatorRegistry;
  if (named.has(account) && (bench.length < FULL_BENCH || !stints.has(account))) return;
  const earned = potOf(chronicle, deployment.addresses.azoraToken, accountNode(account)).minted;
  if (earned < microAzrToWei(ruleOf(chronicle, "SeatThreshold")))
    problems.add("Seats", `${account} sits and has not earned it.`, log);
  checkReturn(chronicle, log, account);
  const epoch = epochAt(chronicle, timestamp ?? 0n);
  const first = { epoch, limit: Math.max(1, Math.floor(bench.length / SEATS_AN_ADMISSION)), count: 0 };
  const present = admissions?.epoch === epoch ? admissions : first;
  if (present.count >= present.limit)
    problems.add("Seats", `${account} is one admission too many in epoch ${epoch}.`, log);
  seats.admissions = { ...present, count: present.count + 1 };
}

/** Who sat before comes back by earning after its last bond was unlocked, in the last part of an epoch. */
function checkReturn(chronicle: Chronicle, log: EventLog<"Seated">, account: Address): void {
  const { problems, seats, timestamp = 0n, genesisTime = 0n, epochLength = 0n } = chronicle;
  const stint = seats.stints.get(account)?.at(-1);
  if (stint === undefined) return;
  if (timestamp < stint.unlocksAt)
    problems.add("Seats", `${account} came back by earning while its last bond was locked.`, log);
  const end = genesisTime + (epochAt(chronicle, timestamp) + 1n) * epochLength;
  if (timestamp < end - epochLength / BigInt(ValidatorRegistry.RETURNS_PART))
    problems.add("Seats", `${account} came back by earning while it was the newcomers' turn.`, log);
}

function checkRemoval(chronicle: Chronicle, log: EventLog<"Unseated">): void {
  const { problems, seats, timestamp = 0n, epochLength = 0n } = chronicle;
  const { account, reasonHash } = log.args;
  const { FULL_BENCH, BAR } = ValidatorRegistry;
  const epoch = epochAt(chronicle, timestamp);
  if (reasonHash === zeroHash) problems.add("Seats", `${account} was removed without a reason.`, log);
  if (seats.bench.length < FULL_BENCH)
    problems.add("Seats", `${account} was removed from a bench that had to stay.`, log);
  if (seats.removedIn === epoch) problems.add("Seats", `Epoch ${epoch} has two removals.`, log);
  seats.removedIn = epoch;
  seats.barred.set(account, timestamp + BigInt(BAR) * epochLength);
}

/** A seat that somebody else ended, the timelock apart, must have too little behind it. */
function checkSpent(chronicle: Chronicle, log: EventLog<"Unseated">, stint?: ChronicleStint): void {
  const least = (stint?.deposited ?? 0n) * ruleOf(chronicle, "SlashNoReveal");
  if ((stint?.bond ?? 0n) * TOTAL >= least)
    chronicle.problems.add("Seats", `${log.args.account} lost its seat for nothing.`, log);
}
