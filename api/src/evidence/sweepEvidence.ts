import type { Context } from "../context.ts";
import { logEvent } from "../log.ts";
import { readFreshness } from "../routes/health/fresh.ts";

/**
 * Lets go of evidence that no registration named in time; but not by an index that may have missed the registration. One that
 * is a block behind, which counts as fresh, may have.
 */
export async function sweepEvidence({ index, chain, evidence }: Context): Promise<void> {
  const { status, blocksBehind } = await readFreshness(index, chain);
  if (status !== "fresh" || blocksBehind === null || blocksBehind > 0) return;
  const count = await evidence.sweep();
  if (count > 0) logEvent("let go of unregistered evidence", { count });
}
