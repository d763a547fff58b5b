import type { Hex } from "viem";

/** Something on the chain that does not follow from what came before it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly where: string;
}

export type ProblemCode =
  | "Deployment"
  | "Rules"
  | "Critics"
  | "Guardian"
  | "Proposals"
  | "Seats"
  | "Registration"
  | "Judgement"
  | "Panel"
  | "Score"
  | "Epoch"
  | "Settlement"
  | "Citadel"
  | "Payments"
  | "Withdrawal"
  | "Voice"
  | "Supply"
  | "Ether"
  | "Identity"
  | "Leaf"
  | "Unknown"
  | "Ledger";

/** Where a log is. */
export interface Place {
  readonly blockNumber: bigint;
  readonly transactionHash: Hex;
  readonly logIndex: number;
}

/** After the first problems, more of them say nothing new. */
const LIMIT = 100;

export class Problems {
  readonly list: Problem[] = [];

  add(code: ProblemCode, sentence: string, where: Place | string): void {
    if (this.list.length < LIMIT) this.list.push({ code, sentence, where: placeName(where) });
  }

  /** Notes a problem unless a value is the one that follows from the events before. */
  same(
    code: ProblemCode,
    what: string,
    actual: Comparable,
    expected: Comparable,
    where: Place | string,
  ): void {
    if (actual === expected) return;
    this.add(code, `${what} is ${actual}, but from what came before follows ${expected}.`, where);
  }

  has(...codes: readonly ProblemCode[]): boolean {
    return this.list.some(({ code }) => codes.includes(code));
  }
}

type Comparable = bigint | number | string | boolean | undefined;

function placeName(where: Place | string): string {
  if (typeof where === "string") return where;
  return `block ${where.blockNumber}, transaction ${where.transactionHash}, log ${where.logIndex}`;
}
