import type { Proposal, ProposalDetail } from "#lib/api/types.ts";

export type ProposalState = Proposal["state"];
export type Choice = ProposalDetail["votes"][number]["choice"];

/** In the order in which they are offered. */
export const CHOICES = ["For", "Against", "Abstain"] as const satisfies readonly Choice[];

/** The first line, without the mark of a heading. */
export function titleOf({ description }: Pick<Proposal, "description">): string {
  const [first = ""] = description.trim().split("\n");
  return first.replace(/^#+\s*/, "").trim();
}

/** What follows the first line. */
export function bodyOf({ description }: Pick<Proposal, "description">): string {
  return description.trim().split("\n").slice(1).join("\n").trim();
}

/** As the command line and the governor's functions take it. */
export const numberOf = ({ id }: Pick<Proposal, "id">): string => BigInt(id).toString();

/** Votes for and abstentions count for the quorum; from 0 to 1. */
export function quorumPart({ votesFor, votesAbstain, quorum }: Proposal): number {
  return partOf(BigInt(votesFor) + BigInt(votesAbstain), BigInt(quorum));
}

/** How much of all votes that were cast went one way; from 0 to 1. */
export function voteParts({ votesFor, votesAgainst, votesAbstain }: Proposal): Record<Choice, number> {
  const all = BigInt(votesFor) + BigInt(votesAgainst) + BigInt(votesAbstain);
  return {
    For: partOf(BigInt(votesFor), all),
    Against: partOf(BigInt(votesAgainst), all),
    Abstain: partOf(BigInt(votesAbstain), all),
  };
}

function partOf(part: bigint, whole: bigint): number {
  if (whole === 0n) return 0;
  const ppm = (part * 1_000_000n) / whole;
  return Math.min(1, Number(ppm) / 1_000_000);
}

/** What anybody can do about a proposal now. */
export function stepOf({ state, eta }: Proposal, now: number): "vote" | "queue" | "execute" | undefined {
  if (state === "Active") return "vote";
  if (state === "Succeeded") return "queue";
  return state === "Queued" && eta !== null && now >= eta ? "execute" : undefined;
}
