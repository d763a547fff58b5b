import { Flow } from "../generated/constants.ts";
import { OptionOutOfRangeError } from "./errors.ts";

/** How commits become contributions. `commits:N` takes N mainline commits at a time. */
export type Grouping = "auto" | "releases" | "merges" | `commits:${number}`;

export type HistoryOptions = {
  /** Default `auto`. */
  group?: Grouping;
  /** A date, or a tag, branch or commit: what comes after it is imported. Default: everything. */
  since?: string;
  /** The most contributions, 1 to 1,000. Default 40. */
  max?: number;
  /** What to import. Default `HEAD`. */
  ref?: string;
  /** The most that goes upstream, in ppm of a contribution's pot. Default 300,000. */
  maxUpstream?: number;
};

/** What was asked for, checked. */
export type Settings = {
  rule: "auto" | "releases" | "merges" | "commits";
  /** Mainline commits a group, for `commits`. */
  size: number;
  since: string | undefined;
  max: number;
  ref: string;
  maxUpstream: number;
};

const MAX_GROUPS = 1_000;
const MAX_SIZE = 1_000_000;

/**
 * The options with their defaults.
 * @throws OptionOutOfRangeError naming the option as the command line writes it
 */
export function checkOptions(options: HistoryOptions): Settings {
  const { group = "auto", since, max = 40, ref = "HEAD", maxUpstream = 300_000 } = options;
  return {
    ...parseGrouping(group),
    since,
    max: whole("--max", max, 1, MAX_GROUPS),
    ref,
    maxUpstream: whole("--max-upstream", maxUpstream, 0, Flow.TOTAL),
  };
}

function parseGrouping(group: string): Pick<Settings, "rule" | "size"> {
  if (group === "auto" || group === "releases" || group === "merges") return { rule: group, size: 1 };
  const size = Number(/^commits:(\d+)$/.exec(group)?.[1] ?? Number.NaN);
  if (Number.isSafeInteger(size) && size >= 1 && size <= MAX_SIZE) return { rule: "commits", size };
  throw new OptionOutOfRangeError(
    "--group",
    group,
    "auto, releases, merges or commits:N with N from 1 to 1,000,000",
  );
}

function whole(option: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const bounds = [least, most].map((bound) => bound.toLocaleString("en-US")).join(" to ");
  throw new OptionOutOfRangeError(option, value, `a whole number from ${bounds}`);
}
