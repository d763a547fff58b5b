import type { Deployable } from "./place.ts";

export const azoraToken: Deployable = { name: "AzoraToken" };
