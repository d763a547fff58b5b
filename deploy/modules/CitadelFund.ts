import type { Deployable } from "./place.ts";

export const citadelFund: Deployable = { name: "CitadelFund" };
