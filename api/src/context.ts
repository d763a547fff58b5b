import type { Deployment } from "@azora/sdk";
import type { Pool } from "pg";
import type { PublicClient } from "viem";
import { ClaimStore } from "./claims/ClaimStore.ts";
import { IndexReader } from "./database/IndexReader.ts";
import type { Schemas } from "./database/pools.ts";
import { type EvidenceLimits, EvidenceStore } from "./evidence/EvidenceStore.ts";

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
  evidence: EvidenceStore;
  claims: ClaimStore;
}

type Parts = Omit<Context, "index" | "evidence" | "claims"> & { limits: EvidenceLimits };

export const createContext = ({ limits, ...parts }: Parts): Context => ({
  ...parts,
  index: new IndexReader(parts.pool),
  evidence: new EvidenceStore(parts.pool, limits),
  claims: new ClaimStore(parts.pool),
});
