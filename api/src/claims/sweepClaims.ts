import type { Context } from "../context.ts";
import { logEvent } from "../log.ts";

/** Lets go of claims that nobody can use any more, by the chain's clock as the index has it. */
export async function sweepClaims({ index, claims }: Pick<Context, "index" | "claims">): Promise<void> {
  const { now } = await index.read(async ({ head }) => ({ now: head.timestamp }));
  const count = await claims.sweep(BigInt(now));
  if (count > 0) logEvent("let go of old claims", { count });
}
