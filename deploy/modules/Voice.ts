import type { Deployable } from "./place.ts";

export const voice: Deployable = { name: "Voice" };
