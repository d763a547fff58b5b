import type { Deployment } from "@azora/sdk";
import type { Pool } from "pg";
import type { PublicClient } from "viem";
import { IndexReader } from "./database/IndexReader.ts";
import type { Schemas } from "./database/pools.ts";

/** What the routes work with. Tests give them a context of their own. */
export interface Context {
  deployment: Deployment;
  /** A node that anybody may ask, if the operator names one. */
  publicRpcUrl: string | null;
  /** The node that the index is compared with. */
  chain: PublicClient;
  pool: Pool;
  schemas: Schemas;
  index: IndexReader;
}

export const createContext = (parts: Omit<Context, "index">): Context => ({
  ...parts,
  index: new IndexReader(parts.pool),
});
