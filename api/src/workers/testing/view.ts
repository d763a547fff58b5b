import {
  Direction,
  emptyView,
  Ground,
  type Node,
  type Outcome,
  Phase,
  type RoundView,
  type View,
  type WorkView,
} from "@azora/sdk";
import { type Address, getAddress } from "viem";

/** A view of one rules version, at a block and a time; the first epoch is [0, 1000) seconds. */
export function viewAt(block: bigint, timestamp: bigint, ...works: WorkView[]): View {
  const view = emptyView();
  view.block = block;
  view.timestamp = timestamp;
  view.clock = { genesisTime: 0n, epochLength: 1_000n };
  view.rules.set(1, {
    ArmingDelay: 2n,
    ChallengeWindow: 30n,
    SealDelay: 10n,
    PanelLimit: 7n,
    ReviewStipend: 20_000_000n,
    SlashNoCommit: 20_000n,
  });
  openFund(view);
  seat(view, JUDGES);
  for (const work of works) view.works.set(work.contribution, work);
  return view;
}

/** Opens the fund's present epoch, with nothing in it. */
export function openFund(view: View): void {
  const epoch = Number(view.timestamp / 1_000n);
  for (const asset of ["AZR", "ETH"] as const)
    view.fund.books.set(asset, { epoch, opening: 0n, granted: 0n, stipends: 0n });
}

/** Seats so many judges from the first block on, each with a bond of 100 wei. */
export function seat(view: View, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const account = judge(number);
    view.seats.set(number, [{ since: 0n, account }]);
    const stint = { seat: number, since: 0n, unlocksAt: undefined, deposited: 100n, bond: 100n };
    view.stints.set(account, [stint]);
  }
}

const JUDGES = 22;

export const judge = (number: number): Address =>
  getAddress(`0x${(0xa1 + number).toString(16).padStart(40, "0")}`);

export const nodeOf = (index: number): Node => `0x01${String(index).padStart(62, "0")}`;

/** A work armed at block 10, drawn for a commit window up to 140 and a reveal window up to 170. */
export function work(phase: Phase, change: Partial<WorkView> = {}): WorkView {
  return {
    contribution: nodeOf(1),
    registrant: "0x0000000000000000000000000000000000000001",
    evidenceHash: "0x",
    uri: "",
    attribution: { contributors: [], upstream: [] },
    rulesVersion: 1,
    bond: 0n,
    phase,
    opening: 1,
    round: {
      round: 1,
      armedAt: 10n,
      drawBlock: 12n,
      panel: [judge(0)],
      commitEnd: 140n,
      revealEnd: 170n,
      committed: new Map(),
      revealed: new Map(),
    },
    past: [],
    challenge: undefined,
    level: 5,
    points: 16n,
    epoch: 0,
    late: false,
    amount: 0n,
    citadel: 0n,
    ...change,
  };
}

/** A work whose only judge has cast its vote as far as the time allows. */
export function voted(stage: "committed" | "revealed"): WorkView {
  const voting = work(Phase.Voting);
  const [judge] = voting.round.panel;
  if (judge === undefined) throw new Error("The panel is empty.");
  voting.round.committed.set(judge, "0x01");
  if (stage === "revealed") voting.round.revealed.set(judge, 5);
  return voting;
}

/** A round that is over, with the levels of those who voted, in the panel's order; others have done nothing. */
export function over(number: number, levels: readonly (number | undefined)[], revealEnd = 170n): RoundView {
  const round = {
    ...work(Phase.Voting).round,
    round: number,
    revealEnd,
    panel: levels.map((_, i) => judge(i)),
  };
  return {
    ...round,
    committed: new Map(),
    revealed: new Map(
      levels.flatMap((level, i) => (level === undefined ? [] : [[judge(i), level] as const])),
    ),
  };
}

/** A work whose score was challenged downward, with what its second panel said. Fee and bond are 100 wei each. */
export function challenged(
  first: RoundView,
  second: RoundView | undefined,
  outcome: Outcome,
  change: Partial<WorkView> = {},
): WorkView {
  const levels = [...(second?.revealed.values() ?? [])].toSorted((a, b) => a - b);
  return work(Phase.Scored, {
    ...(second && { round: second }),
    past: [first],
    challenge: {
      challenger: "0x00000000000000000000000000000000000000C1",
      flagged: false,
      direction: Direction.Down,
      ground: Ground.Value,
      reasonHash: "0x",
      fee: 100n,
      bond: 100n,
      first,
      firstLevel: 9,
      rounds: second ? [second] : [],
      outcome,
      secondLevel: levels[Math.ceil(levels.length / 2) - 1],
      shared: new Set(),
    },
    ...change,
  });
}
