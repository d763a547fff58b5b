import type { Share } from "../../../attribution.ts";
import { type NamedShare, parsePerson } from "../../../people.ts";
import type { View } from "../../../view/index.ts";
import { UsageError } from "../../exit.ts";
import { findWork } from "../../find.ts";
import { parsePairs } from "../../parse.ts";

/** Who made it. `git:alice@example.org` is hashed here and goes nowhere in plain. */
export function parseContributors(text: string): NamedShare[] {
  const shares = parsePairs("--contributors", text).map(({ name, weight }) => ({
    node: parsePerson(name),
    weight,
  }));
  const twice = shares.find(({ node }, place) => shares.findIndex((share) => share.node === node) !== place);
  if (twice) throw new UsageError(`--contributors names ${twice.node} twice: add the weights up.`);
  return shares;
}

/** Works by id or the beginning of one. Nothing cites nothing. */
export function parseUpstream(view: View, text: string): Share[] {
  if (text === "") return [];
  const shares = parsePairs("--upstream", text).map(({ name, weight }) => {
    return { node: findWork(view, name).contribution, weight };
  });
  const twice = shares.find(({ node }, place) => shares.findIndex((share) => share.node === node) !== place);
  if (twice) throw new UsageError(`--upstream names ${twice.node} twice: add the weights up.`);
  return shares;
}
