import type { Network } from "@azora/sdk/files";
import type { Pool } from "pg";
import { createPublicClient, http } from "viem";
import { createApp } from "../app.ts";
import { UNLIMITED } from "../callers/CallerLimits.ts";
import { createContext } from "../context.ts";
import { createPool, type Schemas } from "../database/pools.ts";

/** The API as a function, over an index that is there already, reading each answer anew. The pool is the caller's to end. */
export function appOver(
  databaseUrl: string,
  schemas: Schemas,
  { deployment, rpcUrl }: Pick<Network, "deployment" | "rpcUrl">,
): { app: ReturnType<typeof createApp>; pool: Pool } {
  const pool = createPool(databaseUrl, schemas);
  const context = createContext({
    deployment,
    publicRpcUrl: null,
    chain: createPublicClient({ transport: http(rpcUrl) }),
    pool,
    schemas,
    databaseUrl,
    limits: { totalBytes: 0, retention: 0 },
    callers: UNLIMITED,
    streams: 0,
    answerBytes: 0,
  });
  return { app: createApp(context), pool };
}
