import type { Deployable } from "./place.ts";

export const disputes: Deployable = { name: "Disputes" };
