import type { Account, Chain, PublicClient, Transport, WalletClient } from "viem";
import type { Network } from "../files/index.ts";
import type { GitHistory } from "../git/index.ts";
import type { Node } from "../node.ts";

export interface ImportOptions {
  client: PublicClient;
  /** The registrant: it pays the bonds, which come back, and the gas. */
  wallet: WalletClient<Transport, Chain, Account>;
  network: Network;
  history: GitHistory;
  /** The most works of this history that wait for a score at the same time. Default 40. */
  maxOpen?: number | undefined;
  /** The highest bond to pay, in wei; above it the import waits for the load to fall. Default: 4 times the rule. */
  maxBond?: bigint | undefined;
  /** Whether to wait for works that are cited to be judged (default), or to leave the rest to a later run. */
  wait?: boolean | undefined;
  /** Called on every step. */
  onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Stops between transactions; what was sent is recognised by the next run. */
  signal?: AbortSignal | undefined;
}

export interface ImportProgress {
  step: "planned" | "sent" | "registered" | "dropped" | "waiting";
  /** What happened, for people. */
  sentence: string;
  /** Groups of the history, and those of them that stand on the chain. */
  total: number;
  registered: number;
}

export interface ImportedWork {
  key: string;
  title: string;
  node: Node;
}

/** A citation that was left out, because the work was rejected or void. Its part stayed with the contributors. */
export interface DroppedCitation {
  /** The work that touched it, and the one that it cannot cite, by their keys. */
  key: string;
  upstream: string;
  /** In ppm. */
  weight: number;
}

export interface ImportResult {
  /** How many works this run registered, and how many stood on the chain before. */
  registered: number;
  alreadyThere: number;
  /** How many are left to a later run; 0 unless it was not to wait. */
  waiting: number;
  /** Of all runs. */
  dropped: DroppedCitation[];
  /** Every group on the chain, oldest first. */
  contributions: ImportedWork[];
  /** ETH put down as bonds by this run, in wei. */
  bonds: bigint;
}
