import type { View, WorkView } from "../view/index.ts";
import { RefusedError, UsageError } from "./exit.ts";

/** A few digits could fit another work tomorrow. */
const SHORTEST = 8;

/** The contribution with this id, or the only one that begins so. */
export function findWork(view: View, text: string): WorkView {
  const id = text.toLowerCase();
  if (!/^0x[0-9a-f]{0,64}$/.test(id) || id.length < SHORTEST) {
    throw new UsageError(
      `"${text}" is not a contribution: write its id, or the first ${SHORTEST - 2} digits of it or more.`,
    );
  }
  const found = [...view.works.values()].filter(({ contribution }) => contribution.startsWith(id));
  const [work, ...others] = found;
  if (work === undefined) throw new RefusedError(`There is no contribution ${text}.`);
  if (others.length > 0)
    throw new UsageError(`${found.length} contributions begin with ${text}: write more of it.`);
  return work;
}
