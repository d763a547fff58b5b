import { sortShares, validateAttribution } from "../../../attribution.ts";
import type { Manifest } from "../../../manifest/index.ts";
import { type NamedShare, personShares } from "../../../people.ts";
import type { App } from "../../app.ts";
import { UsageError } from "../../exit.ts";
import { readManifest } from "./manifest.ts";
import { parseContributors } from "./shares.ts";
import type { RegisterFlags } from "./work.ts";

/** What was typed: a manifest that says everything, or who made the files that are the evidence. */
export type Given = { manifest: Manifest } | { contributors: NamedShare[] };

/** Reads and checks what needs no chain, so that a slip is told before anything else. */
export async function givenWork({ cwd }: App, flags: RegisterFlags): Promise<Given> {
  const { contributors, title, summary } = flags;
  const manifest = await readManifest(cwd, flags.evidence);
  if (manifest !== undefined) {
    if (contributors ?? title ?? summary) {
      throw new UsageError(
        "The manifest says who made it and what it is: leave out --contributors, --title and --summary.",
      );
    }
    return { manifest };
  }
  if (contributors === undefined) {
    throw new UsageError(
      "Say who made it: --contributors node=weight,... such as github:alice=60%,github:bob=40%.",
    );
  }
  const named = parseContributors(contributors);
  validateAttribution({ contributors: sortShares(personShares(named)), upstream: [] }, 0);
  return { contributors: named };
}
