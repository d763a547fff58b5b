import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Address, Hex, PublicClient } from "viem";
import { z } from "zod";
import type { Network } from "../files/index.ts";
import type { GitHistory } from "../git/index.ts";
import { JournalError } from "./errors.ts";

/** Where and by whom. The hash of the deployment's block tells a chain from one that was started afresh. */
export interface Scope {
  chain: Hex;
  registry: Address;
  registrant: Address;
}

/** What was settled about a group before it was sent, so that it is never sent in another form. */
export interface Decision {
  evidenceHash: Hex;
  /** Keys of the groups that it touched but cannot cite, because they were rejected or void. */
  dropped: string[];
}

/** The plan of an import. The chain, not the journal, says what was registered. */
export interface Journal extends Scope {
  version: 1;
  history: GitHistory;
  /** By the group's key. */
  decisions: Record<string, Decision>;
}

const hash = z.string().regex(/^0x[0-9a-f]{64}$/);
const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
const counted = z.looseObject({ weight: z.int() });
const group = z.looseObject({
  key: z.string(),
  title: z.string(),
  range: z.object({ from: z.string().nullable(), to: z.string(), digest: z.string() }),
  commits: z.array(z.looseObject({ hash: z.string(), author: z.string() })),
  totals: z.looseObject({ commits: z.int() }),
  shares: z.array(counted),
  folded: z.int(),
  upstream: z.array(counted.extend({ group: z.int().nonnegative() })),
  dropped: z.int(),
  notes: z.array(z.string()),
});
const schema = z.object({
  version: z.literal(1),
  chain: hash,
  registry: address,
  registrant: address,
  history: z.looseObject({
    repository: z.looseObject({ name: z.string() }),
    groups: z.array(group).min(1),
    notes: z.array(z.string()),
  }),
  decisions: z.record(z.string(), z.object({ evidenceHash: hash, dropped: z.array(z.string()) })),
});

export const importsFolder = ({ evidence }: Network): string => path.join(path.dirname(evidence), "imports");

export async function readScope(
  client: PublicClient,
  { deployment }: Network,
  registrant: Address,
): Promise<Scope> {
  const block = await client.getBlock({ blockNumber: BigInt(deployment.block) });
  return { chain: block.hash, registry: deployment.addresses.attributionRegistry, registrant };
}

/** The journals of this scope. @throws JournalError if a file in the folder is none */
export function readJournals(folder: string, scope: Scope): Journal[] {
  return filesIn(folder)
    .map((file) => readJournal(path.join(folder, file)))
    .filter(
      ({ chain, registry, registrant }) =>
        chain === scope.chain && registry === scope.registry && registrant === scope.registrant,
    );
}

/** Atomically: a crash leaves the old journal or the new one. */
export function writeJournal(folder: string, journal: Journal): void {
  const file = path.join(folder, `${keyOf(journal)}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.part`, `${JSON.stringify(journal)}\n`);
  renameSync(`${file}.part`, file);
}

/** Names a file: the repository for people, the commit where the import began and the scope for programs. */
function keyOf({ history, chain, registrant }: Journal): string {
  const name =
    history.repository.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 40) || "repository";
  const [first] = history.groups;
  const start = (first?.range.from ?? first?.commits[0]?.hash ?? "").slice(0, 12);
  return `${name}-${start}-${chain.slice(2, 8)}-${registrant.slice(2, 8).toLowerCase()}`;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

function readJournal(file: string): Journal {
  try {
    const json: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isJournal(json)) return json;
  } catch (cause) {
    throw new JournalError(`The import journal ${file} cannot be read. Mend it or move it away.`, { cause });
  }
  throw new JournalError(`${file} is not an import journal of this version. Move it away.`);
}

function isJournal(json: unknown): json is Journal {
  return schema.safeParse(json).success;
}
