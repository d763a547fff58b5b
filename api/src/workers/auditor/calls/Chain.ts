import type { Row } from "@azora/indexer/replay";
import { contractsAt, type Deployment } from "@azora/sdk";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PublicClient } from "viem";

/** The contracts at a block. */
export class Chain {
  readonly client: PublicClient;
  readonly deployment: Deployment;
  readonly blockNumber: bigint;

  constructor(client: PublicClient, deployment: Deployment, blockNumber: bigint) {
    this.client = client;
    this.deployment = deployment;
    this.blockNumber = blockNumber;
  }

  get contracts() {
    return contractsAt(this.deployment, this.blockNumber);
  }
}

/** What contracts tell of the rows of a table. */
export interface CallCheck {
  readonly table: PgTable;
  /** The columns of a row as the contracts have them; what they refuse to tell is nothing that they know. */
  ask(chain: Chain, row: Row): Promise<Row | "nothing">;
}

/** With the types of the table's own rows. */
export function checkOf<table extends PgTable>(
  table: table,
  ask: (chain: Chain, row: table["$inferSelect"]) => Promise<Partial<table["$inferSelect"]> | "nothing">,
): CallCheck {
  return { table, ask: (chain, row) => ask(chain, row as table["$inferSelect"]) };
}
