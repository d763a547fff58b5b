import { randomInt } from "node:crypto";

/** Anything will do: what matters is that a run is repeated with it. */
const FIXED = 20_261_126;

/**
 * What random lives begin with: the one that was asked for, else another one each time. In CI always the same, so that a
 * red run says something of the change and not of the draw; to look for more is for `npm run invariants`.
 */
export const SEED = Number(
  process.env.AZORA_SEED ?? (process.env.CI === "true" ? FIXED : randomInt(2 ** 31)),
);
