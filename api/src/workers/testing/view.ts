import { emptyView, type Node, Phase, type View, type WorkView } from "@azora/sdk";

/** A view of one rules version, at a block and a time; the first epoch is [0, 1000) seconds. */
export function viewAt(block: bigint, timestamp: bigint, ...works: WorkView[]): View {
  const view = emptyView();
  view.block = block;
  view.timestamp = timestamp;
  view.clock = { genesisTime: 0n, epochLength: 1_000n };
  view.rules.set(1, { ArmingDelay: 2n, ChallengeWindow: 30n, SealDelay: 10n });
  for (const work of works) view.works.set(work.contribution, work);
  return view;
}

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
      panel: ["0x00000000000000000000000000000000000000A1"],
      commitEnd: 140n,
      revealEnd: 170n,
      committed: new Map(),
      revealed: new Map(),
    },
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
