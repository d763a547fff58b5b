import type { Past } from "../Past.ts";
import { chainTruths } from "./chain.ts";
import { governanceTruths } from "./governance.ts";
import { judgeTruths } from "./judges.ts";
import { moneyTruths } from "./money.ts";
import { peopleTruths } from "./people.ts";
import { seriesTruths } from "./series.ts";
import type { Truth } from "./truth.ts";
import { workTruths } from "./works.ts";

export type { Truth } from "./truth.ts";

/** Every table of the index, as it has to be after what happened. */
export const truthsOf = (past: Past): Truth[] =>
  [chainTruths, workTruths, judgeTruths, moneyTruths, peopleTruths, governanceTruths, seriesTruths].flatMap(
    (truths) => truths(past),
  );
