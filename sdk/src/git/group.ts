import { cleanText } from "../manifest/index.ts";
import { isoDate } from "./commit.ts";
import type { Step } from "./mainline.ts";
import type { Settings } from "./options.ts";

/** Consecutive steps of the mainline that become one contribution. */
export type Section = { title: string; steps: Step[] };

export type GroupingResult = {
  /** The rule that was applied, after `auto` was decided. */
  rule: "releases" | "merges" | "commits";
  /** Mainline commits a group, for `commits`. */
  size?: number;
  /** How many groups the rule gave, when that was more than `max` and neighbours were joined. */
  coarsenedFrom?: number;
  sections: Section[];
  notes: string[];
};

/** `auto` takes releases from this many tags on the mainline, */
const ENOUGH_TAGS = 3;
/** else merges from this part of the mainline, in percent. */
const ENOUGH_MERGES = 20;
/** Between merges, direct commits of one day form a group, up to this many. */
const DAY_LIMIT = 50;

/**
 * Cuts the mainline into contributions, oldest first; every step is in exactly one.
 *
 * - `releases`: up to and with each tagged commit; what follows the last tag is a group of its own
 * - `merges`: each merge with what it brought; direct commits between merges by UTC day of committing
 * - `commits`: every `size` steps
 * - `auto`: releases from 3 tags, else merges from 20% merges, else commits with size = ceil(steps / max)
 *
 * More than `max` groups are joined evenly: of k, group i gets those from floor(i k / max) to floor((i + 1) k / max).
 */
export function groupSteps(
  steps: Step[],
  tags: ReadonlyMap<string, string>,
  settings: Settings,
): GroupingResult {
  const tagged = steps.filter((step) => tags.has(step.tip.hash)).length;
  const merges = steps.filter(isMerge).length;
  const rule = settings.rule === "auto" ? decide(tagged, merges, steps.length) : settings.rule;
  const size = settings.rule === "auto" ? Math.ceil(steps.length / settings.max) : settings.size;

  const fine = { releases: byTag, merges: byMerge, commits: bySize }[rule](steps, { tags, size });
  const notes: string[] = [];
  if (rule === "releases" && tagged === 0)
    notes.push("No tag stands on the mainline, so it is all one group.");
  if (rule === "releases" && tags.size > tagged) {
    notes.push(`${tags.size - tagged} tagged commits are outside the imported mainline and bound no group.`);
  }
  const result = { rule, ...(rule === "commits" && { size }) };
  if (fine.length <= settings.max) return { ...result, sections: fine, notes };
  notes.push(`${fine.length} groups were joined into ${settings.max}, neighbours with neighbours.`);
  return { ...result, coarsenedFrom: fine.length, sections: coarsen(fine, settings.max), notes };
}

function decide(tagged: number, merges: number, steps: number): GroupingResult["rule"] {
  if (tagged >= ENOUGH_TAGS) return "releases";
  return merges * 100 >= steps * ENOUGH_MERGES && merges > 0 ? "merges" : "commits";
}

type Context = { tags: ReadonlyMap<string, string>; size: number };

function byTag(steps: Step[], { tags }: Context): Section[] {
  const sections: Section[] = [];
  let open: Step[] = [];
  let last: string | undefined;
  for (const step of steps) {
    open.push(step);
    const tag = tags.get(step.tip.hash);
    if (tag === undefined) continue;
    sections.push({ title: `Release ${tag}`, steps: open });
    open = [];
    last = tag;
  }
  if (open.length > 0) sections.push({ title: last ? `After release ${last}` : titleOf(open), steps: open });
  return sections;
}

function byMerge(steps: Step[]): Section[] {
  const sections: Section[] = [];
  let open: Step[] = [];
  const close = () => {
    if (open.length > 0) sections.push({ title: titleOf(open), steps: open });
    open = [];
  };
  for (const step of steps) {
    const before = open.at(-1);
    if (isMerge(step) || open.length >= DAY_LIMIT || (before && dayOf(before) !== dayOf(step))) close();
    open.push(step);
    if (isMerge(step)) close();
  }
  close();
  return sections;
}

function bySize(steps: Step[], { size }: Context): Section[] {
  return Array.from({ length: Math.ceil(steps.length / size) }, (_, index) => {
    const part = steps.slice(index * size, (index + 1) * size);
    return { title: titleOf(part), steps: part };
  });
}

function coarsen(sections: Section[], max: number): Section[] {
  return Array.from({ length: max }, (_, index) => {
    const start = Math.floor((index * sections.length) / max);
    const part = sections.slice(start, Math.floor(((index + 1) * sections.length) / max));
    const [first, last] = [part[0]?.title ?? "", part.at(-1)?.title ?? ""];
    const title = part.length === 1 ? first : `${cleanText(first, 90)} … ${cleanText(last, 90)}`;
    return { title, steps: part.flatMap((section) => section.steps) };
  });
}

/** The headline of the largest step, and how many others there are: what people would recognise. */
function titleOf(steps: Step[]): string {
  const sized = steps.map((step) => ({
    step,
    lines: step.commits.reduce((sum, { counted }) => sum + counted, 0),
  }));
  const largest = sized.reduce((best, each) => (each.lines > best.lines ? each : best)).step.tip;
  const headline = largest.headline || `Commit ${largest.hash.slice(0, 12)}`;
  return steps.length === 1
    ? cleanText(headline)
    : `${cleanText(headline, 180)} and ${steps.length - 1} more`;
}

function isMerge(step: Step): boolean {
  return step.tip.parents.length > 1;
}

function dayOf(step: Step): string {
  return isoDate(step.tip.committedAt).slice(0, 10);
}
