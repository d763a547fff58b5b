import { stat } from "node:fs/promises";
import { contribution } from "@azora/indexer/schema";
import { EvidenceError, loadEvidence } from "@azora/sdk/files";
import { canonicalManifest } from "@azora/sdk/manifest";
import { asc, eq, isNull, max } from "drizzle-orm";
import type { Hex } from "viem";
import type { Context } from "../context.ts";
import type { Db } from "../database/pools.ts";
import { evidence } from "../database/tables.ts";
import { logProblem } from "../log.ts";

/**
 * Takes the manifests of registered works from the folder that the network file names, so that they have titles without an
 * upload. What does not hash to its name is not taken.
 */
export class EvidenceFolder {
  readonly #folder: string;
  readonly #context: Pick<Context, "index" | "evidence">;
  /** What the folder and the index were when nothing was left to do. */
  #done = "";
  /** Files that are not what their names say. Each is said once. */
  readonly #spoiled = new Set<Hex>();

  constructor(folder: string, context: Pick<Context, "index" | "evidence">) {
    this.#folder = folder;
    this.#context = context;
  }

  /** One pass. It costs a `stat` and a look at one row while neither files nor works were added. */
  async read(): Promise<void> {
    const modified = await modifiedAt(this.#folder);
    if (modified === undefined) return;
    const latest = await this.#context.index.read(({ db }) => latestNumber(db));
    const state = `${modified} ${latest}`;
    if (state === this.#done) return;
    const missing = await this.#context.index.read(({ db }) => findMissing(db));
    for (const hash of missing) await this.#take(hash);
    this.#done = state;
  }

  async #take(hash: Hex): Promise<void> {
    if (this.#spoiled.has(hash)) return;
    try {
      const manifest = await loadEvidence(this.#folder, hash);
      if (manifest === undefined) return;
      await this.#context.evidence.keep({
        hash,
        bytes: new Uint8Array(canonicalManifest(manifest)),
        manifest,
      });
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
      this.#spoiled.add(hash);
      logProblem("found spoiled evidence", error, { folder: this.#folder });
    }
  }
}

async function modifiedAt(folder: string): Promise<number | undefined> {
  return stat(folder).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined, // a network without a folder on this machine
  );
}

async function latestNumber(db: Db): Promise<number> {
  const [row] = await db.select({ latest: max(contribution.number) }).from(contribution);
  return row?.latest ?? 0;
}

/** Evidence of registered works that is not kept, of the oldest works first. */
async function findMissing(db: Db): Promise<Hex[]> {
  const rows = await db
    .select({ hash: contribution.evidenceHash })
    .from(contribution)
    .leftJoin(evidence, eq(evidence.hash, contribution.evidenceHash))
    .where(isNull(evidence.hash))
    .orderBy(asc(contribution.number));
  return rows.map(({ hash }) => hash);
}
