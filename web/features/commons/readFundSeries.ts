import { readSeries } from "#lib/api/read.ts";
import { type Change, changesOf } from "./fund.ts";

export interface FundSeries {
  period: "hour" | "day";
  /** In order of time. */
  changes: Change[];
}

const DAYS = 90;
const HOURS = 72;
/** A younger network is shown by the hour. */
const FEW_DAYS = 5;

/** The latest days in which anything happened, or hours while there are few of them. */
export async function readFundSeries(): Promise<FundSeries> {
  const days = await readSeries({ period: "day", limit: DAYS });
  if (days.items.length >= FEW_DAYS) return { period: "day", changes: changesOf(days.items) };
  const hours = await readSeries({ period: "hour", limit: HOURS });
  return { period: "hour", changes: changesOf(hours.items) };
}
