import { readFileSync } from "node:fs";

/** Written by hand; see the file's own `about`. Gas of one transaction. */
export interface Budgets {
  budgets: { work: string; budget: number; peers: string }[];
  /** What the design has a bound for and the contracts do not do yet. */
  later: { work: string; budget: string; why: string }[];
}

export const { budgets, later }: Budgets = JSON.parse(
  readFileSync(new URL("./budgets.json", import.meta.url), "utf8"),
);
