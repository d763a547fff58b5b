import type { FundAsset, Node, View } from "@azora/sdk";
import type { Address, Hex } from "viem";

/** A judge's vote in a round of a work. */
export interface Vote {
  node: Node;
  round: number;
  validator: Address;
}

/** What is to be done, with all that its transaction needs beside the view. */
type Task =
  | { kind: "draw" | "rearm" | "score" | "finalize" | "settle" | "flow"; node: Node }
  /** Each counted vote of a second panel has its part of the challenge's fee. */
  | ({ kind: "shareFee" } & Vote)
  /** A judge who did not commit, or did not reveal: in the place of the panel. */
  | ({ kind: "proveAbsence"; position: number } & Vote)
  /** A vote of an overturned panel, far off. */
  | ({ kind: "proveOutlier" } & Vote)
  | { kind: "openEpoch"; asset: FundAsset }
  | { kind: "claimStipends"; votes: readonly Vote[] }
  /** The deposit of a reservation that expired. */
  | { kind: "forfeit"; challenger: Address; hash: Hex }
  /** ETH that a contract owes to the fund. */
  | { kind: "collectEther"; contract: Address };

/** A transition that anyone may call, and when it becomes possible: at a time in seconds, or after a block. */
export type Duty = Task & {
  /** Seconds; possible from this time on. */
  from?: bigint;
  /** Possible in blocks after this one. */
  afterBlock?: bigint;
};

/** Whether a duty could be done in the latest block already, and so in the next one. */
export function isDue({ from = 0n, afterBlock = -1n }: Duty, view: View): boolean {
  return view.timestamp >= from && view.block > afterBlock;
}

/** A duty in a line; the same for the same duty. */
export function nameOf(duty: Duty): string {
  switch (duty.kind) {
    case "shareFee":
    case "proveAbsence":
    case "proveOutlier":
      return `${duty.kind} ${duty.node} round ${duty.round} ${duty.validator}`;
    case "openEpoch":
      return `${duty.kind} ${duty.asset}`;
    case "claimStipends":
      return `${duty.kind} ${duty.votes.map(({ node, round, validator }) => `${node} ${round} ${validator}`).join(", ")}`;
    case "forfeit":
      return `${duty.kind} ${duty.challenger} ${duty.hash}`;
    case "collectEther":
      return `${duty.kind} ${duty.contract}`;
    default:
      return `${duty.kind} ${duty.node}`;
  }
}

/** A duty as a log has it. */
export const lineOf = (duty: Duty): string =>
  duty.kind === "claimStipends" ? `claimStipends for ${duty.votes.length} votes` : nameOf(duty);
