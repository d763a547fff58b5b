import { createHash } from "node:crypto";
import { emailIdentity } from "../identity.ts";
import type { Totals } from "../manifest/index.ts";
import { type Commit, evidenceOf } from "./commit.ts";
import { rangeDigest, rangeKey } from "./digest.ts";
import { OptionOutOfRangeError } from "./errors.ts";
import type { GitHistory, HistoryGroup } from "./history.ts";
import type { Person } from "./people.ts";
import { type Random, randomFrom } from "./random.ts";
import { contributorShares } from "./shares.ts";
import { upstreamShares } from "./upstream.ts";

export type GeneratedOptions = {
  seed: number | string;
  /** 1 to 1,000, default 36. From 30 on there are at least 10 citations. */
  contributions?: number;
  /** 1 to 100, default 9. All appear when there are as many contributions. */
  people?: number;
};

/** Citations are at most this many layers deep, so that everything is final in as many rounds. */
export const MAX_LAYERS = 4;

const WORK = ["Added", "Fixed", "Rewrote", "Documented", "Tested", "Sped up", "Simplified"];
const THING = [
  "the parser",
  "the ledger",
  "the search",
  "the importer",
  "the guide",
  "the scheduler",
  "the map view",
];
const PLACE = [
  "for phones",
  "for slow networks",
  "for large inputs",
  "for newcomers",
  "for auditors",
  "in isiZulu",
];
const START = Date.UTC(2024, 0, 1) / 1_000;
const DAY = 86_400;

/**
 * A history that a seed determines, in the shape of `readHistory`: for a machine without a repository, and for
 * tests. Its commits are made up, its shares and citations follow the same formulas as real ones.
 * @throws OptionOutOfRangeError
 */
export function generatedHistory({ seed, contributions = 36, people = 9 }: GeneratedOptions): GitHistory {
  check("contributions", contributions, 1_000);
  check("people", people, 100);
  const random = randomFrom(String(seed));
  const crowd = Array.from({ length: people }, (_, index): Person => {
    return { subject: emailIdentity(`person-${index + 1}@${seed}.generated.example`), bot: false };
  });
  const groups: HistoryGroup[] = [];
  const layer: number[] = [];
  for (let index = 0; index < contributions; index += 1) {
    const name = (part: string) => createHash("sha1").update(`${seed}/${index}/${part}`).digest("hex");
    const commits = makeCommits(random, crowd, index, name);
    const totals = makeTotals(random, commits);
    const touched = makeTouched(random, index, layer, totals.added);
    const { upstream, dropped } = upstreamShares({ touched, added: totals.added }, 300_000);
    layer.push(upstream.reduce((deepest, { group }) => Math.max(deepest, (layer[group] ?? 0) + 1), 0));
    const { shares, folded, notes } = contributorShares(commits);
    const hashes = commits.map((commit) => commit.hash);
    const [from, to] = [groups.at(-1)?.range.to ?? null, hashes.at(-1) ?? ""];
    groups.push({
      key: rangeKey(from, to),
      title: commits[0]?.subject ?? "",
      range: { from, to, digest: rangeDigest(hashes) },
      commits: commits.map(evidenceOf),
      ...{ totals, shares, folded, upstream, dropped, notes },
    });
  }
  const notes = ["Generated from a seed: no such repository exists."];
  return { repository: { name: `generated-${seed}` }, grouping: { rule: "commits" }, groups, notes };
}

/** 1 to 12 commits, whose sizes are spread over three orders of magnitude; the first by each person in turn. */
function makeCommits(
  random: Random,
  crowd: Person[],
  index: number,
  name: (part: string) => string,
): Commit[] {
  const scale = 3 + random.next() * 6; // one scale a contribution, so that contributions differ, not commits only
  return Array.from({ length: random.whole(1, 12) }, (_, place): Commit => {
    const author = place === 0 ? (crowd[index % crowd.length] ?? random.pick(crowd)) : random.pick(crowd);
    const helper = random.pick(crowd);
    const added = 1 + Math.floor(2 ** (scale * (0.5 + random.next() / 2)));
    const deleted = Math.floor(added * random.next() * 0.6);
    const subject = `${random.pick(WORK)} ${random.pick(THING)} ${random.pick(PLACE)}`;
    const at = START + index * 3 * DAY + place * 3_600 + random.whole(0, 3_599);
    return {
      hash: name(`commit ${place}`),
      parents: [],
      author,
      coAuthors: random.next() < 0.25 && helper !== author ? [helper] : [],
      authoredAt: at,
      committedAt: at,
      subject,
      headline: subject,
      ...{ added, deleted, files: 1 + Math.floor(added / 60), counted: added + deleted },
    };
  });
}

function makeTotals(random: Random, commits: readonly Commit[]): Totals {
  const sum = (of: (commit: Commit) => number) => commits.reduce((total, commit) => total + of(commit), 0);
  const lines = sum((commit) => commit.added + commit.deleted);
  return {
    commits: commits.length,
    added: sum((commit) => commit.added),
    deleted: sum((commit) => commit.deleted),
    files: sum((commit) => commit.files),
    binaryFiles: 0,
    testLines: Math.floor(lines * random.next() * 0.4),
    docLines: Math.floor(lines * random.next() * 0.2),
    generatedLines: 0,
  };
}

/** Every third contribution cites one earlier at least, others by chance; never one of the last layer. */
function makeTouched(
  random: Random,
  index: number,
  layer: readonly number[],
  added: number,
): Map<number, number> {
  const citable = layer.flatMap((depth, group) => (depth < MAX_LAYERS - 1 ? [group] : []));
  const touched = new Map<number, number>();
  if (citable.length === 0 || (index % 3 !== 2 && random.next() < 0.5)) return touched;
  for (let left = random.whole(1, 3); left > 0; left -= 1) {
    touched.set(random.pick(citable), 1 + Math.floor(added * (0.05 + random.next() * 0.4)));
  }
  return touched;
}

function check(option: string, value: number, most: number): void {
  if (Number.isInteger(value) && value >= 1 && value <= most) return;
  throw new OptionOutOfRangeError(option, value, `a whole number from 1 to ${most.toLocaleString("en-US")}`);
}
