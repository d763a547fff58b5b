import { type Address, getAddress, type Hex, isAddressEqual } from "viem";
import type { Schemas } from "../../api/client.ts";
import { faultNames, Phase } from "../../generated/enums.ts";
import type { Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import { EVIDENCE, type Evidence } from "../Evidence.ts";
import type { Row } from "../Examiner.ts";
import { by, type Expected } from "../facts.ts";
import { byAddress, byNumber, byText, latest, nameIn, orNobody } from "./names.ts";
import { ballotsOf } from "./rounds.ts";
import { findWork, numberOf, phaseOf, workOf } from "./works.ts";

const LATEST = 20;
/** Seats are numbered with 16 bits; who has none comes after them. */
const UNSEATED = 65_536;

/** Accounts that were named or ever sat. */
export const judgesOf = ({ book }: At): Address[] => [
  ...new Set([...book.all("GenesisNamed"), ...book.all("Seated")].map(({ args }) => args.account)),
];

/** Rounds whose panel was drawn, with who is on it. */
interface Panel {
  readonly drawn: Entry<"Drawn">;
  readonly members: readonly Address[];
}

const panels = new WeakMap<At, Promise<Panel[]>>();

function panelsOf(at: At): Promise<Panel[]> {
  const made = panels.get(at) ?? readPanels(at);
  panels.set(at, made);
  return made;
}

const readPanels = ({ book, client, contracts }: At): Promise<Panel[]> =>
  Promise.all(
    book.all("Drawn").map(async (drawn) => {
      const args = [drawn.args.contribution, drawn.args.round] as const;
      const round = await client.readContract({ ...contracts.proofOfValue, functionName: "roundOf", args });
      return { drawn, members: round.panel };
    }),
  );

const drawnTo = async (at: At, judge: Address): Promise<Panel[]> =>
  (await panelsOf(at)).filter(({ members }) => members.some((each) => isAddressEqual(each, judge)));

async function deedsOf(
  at: At,
  judge: Address,
): Promise<Expected<Pick<Schemas["Judge"], "seat" | "drawn" | "committed" | "revealed">>> {
  const { book, client, contracts } = at;
  const args = [judge] as const;
  const isSeated = await client.readContract({ ...contracts.seats, functionName: "isSeated", args });
  const seat = isSeated
    ? await client.readContract({ ...contracts.seats, functionName: "seatOf", args })
    : null;
  const committed = book.of("Committed", "validator", getAddress(judge));
  // A commitment may be replaced.
  const rounds = new Set(committed.map((entry) => `${entry.args.contribution}:${entry.args.round}`));
  return {
    seat: by("eth_call ValidatorRegistry.isSeated and seatOf", seat),
    drawn: by("eth_call ProofOfValue.roundOf of all rounds", (await drawnTo(at, judge)).length),
    committed: by("the logs Committed", rounds.size),
    revealed: by("the logs Revealed", book.of("Revealed", "validator", getAddress(judge)).length),
  };
}

/** By their seats, and those without one by their addresses. */
export async function judgeRows(at: At): Promise<Row<Schemas["Judge"]>[]> {
  const rows = await Promise.all(
    judgesOf(at).map(async (judge) => {
      const deeds = await deedsOf(at, judge);
      const account = by("the logs GenesisNamed and Seated", getAddress(judge));
      return { key: [deeds.seat.value ?? UNSEATED, judge], expect: () => ({ account, ...deeds }) };
    }),
  );
  return rows.sort((a, b) => orderOfJudges(a.key, b.key));
}

export const orderOfJudges = (
  [seatA = 0, a = ""]: readonly (number | bigint | string)[],
  [seatB = 0, b = ""]: readonly (number | bigint | string)[],
): number => byNumber(Number(seatA), Number(seatB)) || byAddress(String(a), String(b));

/** An account as a judge, if it was named or ever sat. */
export async function judgeOf(at: At, account: Address): Promise<Expected<Schemas["Account"]["judge"]>> {
  if (!judgesOf(at).some((each) => isAddressEqual(each, account)))
    return by("the logs GenesisNamed and Seated", null);
  const { client, contracts } = at;
  const barring = { ...contracts.seats, functionName: "barredUntil", args: [account] } as const;
  const barredUntil = await client.readContract(barring);
  return {
    ...(await deedsOf(at, account)),
    barredUntil: by(
      "eth_call ValidatorRegistry.barredUntil",
      barredUntil === 0n ? null : Number(barredUntil),
    ),
    stints: await stintsOf(at, account),
    slashes: slashesOf(at, account),
  };
}

async function stintsOf(
  { book, client, contracts }: At,
  account: Address,
): Promise<Expected<Schemas["Stint"]>[]> {
  const reading = { ...contracts.seats, functionName: "stintsOf", args: [account] } as const;
  const stints = await client.readContract(reading);
  const seated = book.of("Seated", "account", getAddress(account));
  const unseated = book.of("Unseated", "account", getAddress(account));
  const all = stints.map(({ deposited, bond, unlocksAt }, number) => ({
    ...by("the log Seated", { number, seatedAt: seated[number]?.time ?? 0 }),
    ...by("the log Unseated", {
      endedAt: unseated[number]?.time ?? null,
      endedBy: unseated[number]?.args.by ?? null,
      reasonHash: unseated[number]?.args.reasonHash ?? null,
    }),
    ...by("eth_call ValidatorRegistry.stintsOf", {
      deposited: deposited.toString(),
      bond: bond.toString(),
      unlocksAt: unlocksAt === 0n ? null : Number(unlocksAt),
    }),
  }));
  return latest(all, LATEST);
}

const slashesOf = ({ book }: At, account: Address): Expected<Schemas["Slash"]>[] =>
  book
    .of("Slashed", "account", getAddress(account))
    .toSorted(
      (a, b) =>
        byNumber(b.blockNumber, a.blockNumber) ||
        byText(b.args.contribution, a.args.contribution) ||
        b.args.round - a.args.round,
    )
    .slice(0, LATEST)
    .map(({ args, time, transactionHash }) =>
      by("the log Slashed", {
        contribution: args.contribution,
        round: args.round,
        stint: Number(args.stint),
        fault: nameIn(faultNames, args.fault),
        amount: args.amount.toString(),
        reward: args.reward.toString(),
        prover: orNobody(args.prover) ?? args.prover,
        timestamp: time,
        tx: transactionHash,
      }),
    );

/**
 * The places of a judge on panels, those of the latest works first.
 * @param onlyOpen Of rounds that are voted on.
 */
export async function dutyRows(
  at: At,
  evidence: Evidence,
  judge: Address,
  onlyOpen: boolean,
): Promise<Row<Schemas["Duty"]>[]> {
  const rows = await Promise.all(
    (await drawnTo(at, judge)).map(async ({ drawn }) => {
      const work = findWork(at, drawn.args.contribution);
      if (work === undefined || (onlyOpen && !(await isOpen(at, drawn)))) return [];
      const { contribution: id, round } = drawn.args;
      const key = [numberOf(at, work), round] as const;
      return [{ key, expect: () => dutyOf(at, evidence, judge, id, round) }];
    }),
  );
  return rows.flat().sort((a, b) => orderOfDuties(a.key, b.key));
}

export const orderOfDuties = (
  [numberA = 0, a = 0]: readonly (number | bigint | string)[],
  [numberB = 0, b = 0]: readonly (number | bigint | string)[],
): number => byNumber(Number(numberB), Number(numberA)) || byNumber(Number(b), Number(a));

async function dutyOf(
  at: At,
  evidence: Evidence,
  judge: Address,
  id: Hex,
  round: number,
): Promise<Expected<Schemas["Duty"]>> {
  const ballots = await ballotsOf(at, id, round);
  const ballot = ballots.find(({ validator }) => isAddressEqual(validator.value as Address, judge));
  const work = findWork(at, id);
  const drawn = at.book.of("Drawn", "contribution", id).findLast((each) => each.args.round === round);
  if (ballot === undefined || work === undefined || drawn === undefined)
    throw new Error(`${judge} has no place in round ${round} of ${id}.`);
  const { validator: _, rationaleHash: __, ...place } = ballot;
  const { registrant, evidenceHash } = work.args;
  return {
    contribution: {
      ...by("the log Registered", { id, number: numberOf(at, work) }),
      title: by(EVIDENCE, (await evidence.of(evidenceHash, registrant))?.title ?? null),
      phase: by("eth_call ProofOfValue.workOf", await phaseOf(at, id)),
    },
    round: by("the log Drawn", round),
    current: by("eth_call ProofOfValue.workOf", (await workOf(at, id)).round === round),
    ...place,
    ...by("the log Drawn", { commitEnd: drawn.args.commitEnd, revealEnd: drawn.args.revealEnd }),
  };
}

/** Whether a round is voted on, and the next block may still be in time for a reveal. */
async function isOpen(
  at: At,
  { args: { contribution, round, revealEnd } }: Entry<"Drawn">,
): Promise<boolean> {
  const work = await workOf(at, contribution);
  return work.phase === Phase.Voting && work.round === round && revealEnd > at.block.timestamp;
}
