import type { Health } from "#lib/api/health.ts";

/** How something is, the best first. */
export const STANDINGS = ["well", "late", "unknown", "bad"] as const;
export type Standing = (typeof STANDINGS)[number];

const FRESHNESS = { fresh: "well", stale: "late", unknown: "unknown", forked: "bad" } as const;

/** Whether the API can serve. What the auditor found wrong is told of the proof, not here. */
export function apiStanding({ ready }: Health): Standing {
  if (ready === undefined) return "bad";
  return ready.checks.every(({ name, ok }) => ok || name === PROOF) ? "well" : "bad";
}

/** Whether the index is at the chain's present. */
export const indexStanding = ({ fresh }: Health): Standing =>
  fresh === undefined ? "unknown" : FRESHNESS[fresh.status];

/** Whether what the index says was held against the chain, and held. */
export function proofStanding(health: Health): Standing {
  if (faultOf(health) !== undefined) return "bad";
  switch (health.index?.proven.state) {
    case "proven":
      return "well";
    case "failed":
      return "bad";
    default:
      return "unknown";
  }
}

/** The worst of all. */
export function overall(standings: readonly Standing[]): Standing {
  return STANDINGS.findLast((standing) => standings.includes(standing)) ?? "unknown";
}

const PROOF = "proof";

/** What the auditor found wrong, in its words. */
export function faultOf({ ready }: Health): string | undefined {
  const check = ready?.checks.find(({ name }) => name === PROOF);
  return check === undefined || check.ok ? undefined : check.detail;
}

/** How old the chain's latest block is by the chain's own clock, as seen from the block that the index has reached. */
export function behind({ fresh }: Health): { blocks: number; seconds: number } | undefined {
  const { indexed, chain } = fresh ?? {};
  if (!indexed || !chain) return undefined;
  return {
    blocks: Math.max(0, chain.number - indexed.number),
    seconds: Math.max(0, chain.timestamp - indexed.timestamp),
  };
}
