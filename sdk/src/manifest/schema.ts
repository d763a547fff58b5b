import { z } from "zod";
import { address, contributors, count, gitNode, objectName, sha256Hex, text, upstream } from "./fields.ts";

/** The most commits that a manifest lists one by one; `commitsOmitted` counts the others. */
export const MAX_COMMITS = 1_000;

/** The most files that a manifest lists. */
export const MAX_FILES = 10_000;

/** One commit as evidence. Lines are the commit's own; a merge's are those that none of its parents has. */
const commitEvidenceSchema = z.strictObject({
  hash: objectName,
  author: gitNode,
  coAuthors: z.array(gitNode),
  /** When it was written, in UTC, to the second: `2024-01-31T12:00:00Z`. */
  date: z.iso.datetime({ precision: 0 }),
  subject: text(200),
  added: count,
  deleted: count,
  files: count,
});

/** The net change from the start of the range to its end, as one diff; lines are added + deleted lines. */
const totalsSchema = z.strictObject({
  commits: count,
  added: count,
  deleted: count,
  files: count,
  binaryFiles: count,
  testLines: count,
  docLines: count,
  generatedLines: count,
});

const common = {
  version: z.literal(1),
  chainId: z.int().positive(),
  /** Who registers it. So the hash is of no use to anyone else: copying it proves nothing. */
  registrant: address,
  title: text(200).min(1),
  summary: text(1_000),
  contributors,
  upstream,
};

const gitRange = z
  .strictObject({
    ...common,
    kind: z.literal("git-range"),
    /** Its name and public address. Never a folder of the machine, never credentials. */
    repository: z.strictObject({ name: text(200).min(1), remote: z.url().optional() }),
    range: z.strictObject({
      /** The commit before the range, or null where history begins. */
      from: objectName.nullable(),
      to: objectName,
      /** SHA-256 of all commit names of the range in ascending order, a newline after each. */
      digest: sha256Hex,
    }),
    commits: z.array(commitEvidenceSchema).max(MAX_COMMITS),
    commitsOmitted: count,
    /** People of the range who stand in no share: beyond the 100 largest. */
    contributorsFolded: count,
    /** Earlier works whose lines were touched but whose part is under 0.01%, or beyond the 100 largest. */
    upstreamDropped: count,
    totals: totalsSchema,
    notes: z.array(text(500)),
  })
  .refine((manifest) => manifest.commits.length + manifest.commitsOmitted === manifest.totals.commits, {
    message: "listed and omitted commits must make the total",
  });

const files = z.strictObject({
  ...common,
  kind: z.literal("files"),
  files: z
    .array(z.strictObject({ path: text(1_000).min(1), bytes: count, sha256: sha256Hex }))
    .min(1)
    .max(MAX_FILES),
});

/** The evidence manifest, version 1: what a contribution is, who made it and what it stands on. */
export const manifestSchema = z.discriminatedUnion("kind", [gitRange, files]);

export type Manifest = z.infer<typeof manifestSchema>;
export type GitRangeManifest = z.infer<typeof gitRange>;
export type FilesManifest = z.infer<typeof files>;
export type CommitEvidence = z.infer<typeof commitEvidenceSchema>;
export type Totals = z.infer<typeof totalsSchema>;
