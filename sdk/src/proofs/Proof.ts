import type { Address, Hex } from "viem";
import type { ZodType } from "zod";
import type { Deployment } from "../addresses.ts";
import type { Manifest } from "../manifest/index.ts";
import type { LinkWish } from "./challenge.ts";
import type { BorrowedRepository, RepositoryRequest } from "./repositories.ts";

/** An accepted work that credits an identity, as the chain has it. */
export interface CreditedWork {
  contribution: Hex;
  evidenceHash: Hex;
  /** Of the work, times the identity's weight in it. */
  credit: bigint;
  /** When the epoch in which it counted was over, in seconds of the chain's clock. */
  countedBy: bigint;
  /** The work's own manifest; undefined if nobody keeps it, or if it speaks of something else than was registered. */
  manifest(): Promise<Manifest | undefined>;
}

/** What a proof may look at. It gets nothing else, so that a claim can make it do nothing else. */
export interface ProofTools {
  deployment: Deployment;
  /** Seconds of the chain's clock. */
  now: bigint;
  /** Accepted works that credit a node, in the order of their registration. */
  worksOf(node: Hex): Promise<CreditedWork[]>;
  /** Gets what is asked for of a repository of somebody, within bounds, and takes it away again afterwards. */
  repository<T>(request: RepositoryRequest, work: (repository: BorrowedRepository) => Promise<T>): Promise<T>;
  /** How long works must have counted before they can prove anything, in seconds. */
  minAge: bigint;
}

/** The challenge, and what it says. */
export interface Wish extends LinkWish {
  /** The text itself. */
  challenge: string;
}

/**
 * A kind of proof. Somebody who adds one writes a module with one of these, and gives it to `checkClaim` beside the others.
 */
export interface Proof {
  /** As it stands in a claim: `proof.kind`. */
  kind: string;
  /** Whether it can speak of an identity at all. */
  fits(identity: string): boolean;
  /**
   * What was seen, in sentences for whoever wants to check it again.
   * @param evidence The claim's `proof`, still to be checked.
   * @throws ProofError if it does not hold, ProofAwayError if that cannot be known now
   */
  check(wish: Wish, evidence: unknown, tools: ProofTools): Promise<string[]>;
}

/** A proof from a schema of its evidence and a check of what fits the schema. */
export interface ProofParts<Evidence> {
  kind: string;
  schema: ZodType<Evidence>;
  fits(identity: string): boolean;
  check(wish: Wish, evidence: Evidence, tools: ProofTools): Promise<string[]>;
}

/** Whether an account has signed a text: with its key, or as the contract that it is. */
export type AccountCheck = (account: Address, text: string, signature: Hex) => Promise<boolean>;
