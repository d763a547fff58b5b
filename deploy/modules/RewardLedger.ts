import type { Deployable } from "./place.ts";

export const rewardLedger: Deployable = { name: "RewardLedger" };
