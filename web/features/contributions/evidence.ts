import { attributionOf } from "@azora/sdk/api";
import { type Manifest, manifestFaults } from "@azora/sdk/manifest";
import type { ContributionDetail } from "#lib/api/types.ts";

/** What was registered, as far as the index tells of it. */
export type Registered = Pick<ContributionDetail, "registrant" | "contributors" | "upstream">;

/**
 * Why a manifest is not this work's own, in sentences; none if it is.
 * @param chainId undefined while the API does not say: then all the rest is compared
 */
export function faultsOf(manifest: Manifest, work: Registered, chainId: number | undefined): string[] {
  const { registrant } = work;
  return manifestFaults(manifest, {
    chainId: chainId ?? manifest.chainId,
    registrant,
    attribution: attributionOf(work),
  });
}
