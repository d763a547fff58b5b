import type { Address } from "viem";
import { type DutyState, dutyState } from "../../../duty.ts";
import { Phase } from "../../../generated/enums.ts";
import type { RoundView, View } from "../../../view/index.ts";
import { findBallot } from "../../ballots.ts";
import { type Context, readView } from "../../context.ts";
import { table } from "../../table.ts";
import { when } from "../../times.ts";

interface Duty {
  contribution: string;
  round: number;
  state: DutyState;
  commitEnd: bigint;
  revealEnd: bigint;
  /** Whether this machine can reveal it. */
  ballotKept: boolean;
}

/** What waits for this account, the nearest deadline first. */
export async function list(context: Context): Promise<void> {
  const { output } = context;
  const chain = await context.chain();
  const { address } = context.signer(chain);
  const view = await readView(chain, output);
  const found = duties(view, address, chain.folder);
  const rows = found.map(({ contribution, round, state, ballotKept, ...times }) => [
    `${contribution.slice(0, 18)}…`,
    `round ${round}`,
    sentence(state, times, view.timestamp) +
      (state === "reveal" && !ballotKept ? ", but its ballot is not here" : ""),
  ]);
  const text = rows.length === 0 ? `Nothing waits for ${address}.` : table(rows);
  output.result({ judge: address, timestamp: view.timestamp, duties: found }, text);
}

function duties(view: View, judge: Address, folder: string): Duty[] {
  return [...view.works.values()]
    .filter(({ phase, round }) => phase === Phase.Voting && round.panel.includes(judge))
    .map(({ contribution, round }) => {
      const commitment = round.committed.get(judge);
      const { commitEnd, revealEnd } = round;
      const ballotKept = commitment !== undefined && findBallot(folder, commitment) !== undefined;
      return {
        contribution,
        round: round.round,
        state: stateOf(view, round, judge),
        commitEnd,
        revealEnd,
        ballotKept,
      };
    })
    .sort((a, b) => Number(a.revealEnd - b.revealEnd));
}

function stateOf(
  { timestamp }: View,
  { revealed, committed, ...times }: RoundView,
  judge: Address,
): DutyState {
  return dutyState(
    { ...times, isCommitted: committed.has(judge), isRevealed: revealed.has(judge) },
    timestamp,
  );
}

function sentence(state: DutyState, times: { commitEnd: bigint; revealEnd: bigint }, now: bigint): string {
  switch (state) {
    case "commit":
      return `commit; the window ends ${when(times.commitEnd, now)}`;
    case "committed":
      return `committed; the reveal window opens ${when(times.commitEnd, now)}`;
    case "reveal":
      return `reveal; the window ends ${when(times.revealEnd, now)}`;
    case "revealed":
      return `revealed; the window ends ${when(times.revealEnd, now)}`;
    case "missed":
      return "too late";
  }
}
