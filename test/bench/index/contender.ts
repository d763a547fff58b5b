import type { BenchChain } from "../data/chain.ts";

/** Where a contender finds the chain, and a fresh database of its own. */
export interface Ground {
  readonly chain: BenchChain;
  /** The network file of the chain. */
  readonly networkFile: string;
  readonly databaseUrl: string;
  /** For its files; empty. */
  readonly folder: string;
}

/** Something that brings the events of a chain into PostgreSQL. */
export interface Contender {
  readonly name: string;
  /** What it keeps, in a few words. */
  readonly keeps: string;
  /** From its start until all is there. @throws if it does not come to that */
  run(ground: Ground): Promise<Indexed>;
}

export interface Indexed {
  /** From the start of the process, or of the loop, to the last row. */
  readonly seconds: number;
  /** As the database counts them afterwards. */
  readonly events: number;
  readonly rows: number;
}
