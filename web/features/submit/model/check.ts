import {
  constants,
  type Deployment,
  isProtocolAddress,
  parsePerson,
  readAddress,
  sumWeights,
} from "@azora/sdk";
import { cleanText, MAX_FILES } from "@azora/sdk/manifest";
import { ours, type Said, saidOf } from "#lib/said.ts";
import type { Strings } from "#strings/index.ts";
import type { ContributorRow, Draft } from "./draft.ts";

const { MIN_WEIGHT, MAX_SHARES } = constants.Attributions;
const MAX_TITLE = 200;
const MAX_SUMMARY = 1_000;

/** What is wrong with which part of the form, in sentences; nothing is, if it is empty. */
export interface Problems {
  title?: string;
  summary?: string;
  files?: string;
  contributors?: string;
  /** By the key of their row. */
  rows: ReadonlyMap<number, Said>;
  upstream?: string;
}

export const isFaultless = ({ rows, ...parts }: Problems): boolean =>
  rows.size === 0 && Object.keys(parts).length === 0;

/**
 * Everything that can be told without asking the chain.
 * @param maxUpstream the rule of the moment, in ppm; undefined if it is not known
 */
export function checkDraft(
  draft: Draft,
  deployment: Deployment,
  maxUpstream: number | undefined,
  { submit: { problems: t } }: Strings,
): Problems {
  const found: Problems = { rows: checkPeople(draft.contributors, deployment, t) };
  if (cleanText(draft.title) === "") found.title = t.noTitle;
  else if ([...draft.title].length > MAX_TITLE) found.title = t.tooLong(MAX_TITLE);
  if ([...draft.summary].length > MAX_SUMMARY) found.summary = t.tooLong(MAX_SUMMARY);
  if (draft.files.length === 0) found.files = t.noFiles;
  if (draft.files.length > MAX_FILES) found.files = t.tooManyFiles(MAX_FILES);
  if (draft.contributors.length > MAX_SHARES) found.contributors = t.tooManyPeople(MAX_SHARES);
  const upstream = checkUpstream(draft, maxUpstream, t);
  if (upstream !== undefined) found.upstream = upstream;
  return found;
}

type Words = Strings["submit"]["problems"];

function checkPeople(
  rows: readonly ContributorRow[],
  deployment: Deployment,
  t: Words,
): ReadonlyMap<number, Said> {
  const problems = new Map<number, Said>();
  const seen = new Set<string>();
  for (const { key, name } of rows) {
    const problem = checkPerson(name, seen, deployment, t);
    if (problem !== undefined) problems.set(key, problem);
  }
  return problems;
}

/** Notes who was seen, so that nobody stands there twice under two spellings. */
function checkPerson(name: string, seen: Set<string>, deployment: Deployment, t: Words): Said | undefined {
  if (name.trim() === "") return ours(t.noName);
  let person: string;
  try {
    person = parsePerson(name);
  } catch (error) {
    return saidOf(error);
  }
  if (seen.has(person)) return ours(t.twice);
  seen.add(person);
  const account = readAddress(person);
  if (account === undefined) return undefined;
  if (BigInt(account) === 0n) return ours(t.zero);
  return isProtocolAddress(deployment, account) ? ours(t.protocol) : undefined;
}

function checkUpstream({ upstream }: Draft, maxUpstream: number | undefined, t: Words): string | undefined {
  if (upstream.length > MAX_SHARES) return t.tooManyWorks(MAX_SHARES);
  const light = upstream.find(({ weight }) => weight < MIN_WEIGHT);
  if (light !== undefined) return t.tooLight(light.title);
  const sum = sumWeights(upstream.map(({ id, weight }) => ({ node: id, weight })));
  return maxUpstream !== undefined && sum > maxUpstream ? t.tooHeavy(sum, maxUpstream) : undefined;
}
