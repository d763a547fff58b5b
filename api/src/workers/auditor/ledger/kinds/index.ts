import type { LeafKind } from "@azora/sdk";
import type { Kind } from "../rebuilt.ts";
import { governanceKinds } from "./governance.ts";
import { moneyKinds } from "./money.ts";
import { peopleKinds } from "./people.ts";
import { workKinds } from "./works.ts";

/** Every kind of leaf that contracts append: a new one without its place here does not compile. */
export const KINDS: Readonly<Record<Exclude<keyof typeof LeafKind, "Anchored">, Kind>> = {
  ...governanceKinds,
  ...moneyKinds,
  ...peopleKinds,
  ...workKinds,
};
