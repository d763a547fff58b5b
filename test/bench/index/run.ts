import { mkdirSync } from "node:fs";
import path from "node:path";
import { writeNetwork } from "@azora/sdk/files";
import { withDatabase } from "../../../scripts/local/database.ts";
import type { Postgres } from "../../../scripts/postgres.ts";
import type { BenchChain } from "../data/chain.ts";
import type { Contender, Ground, Indexed } from "./contender.ts";

interface Result extends Indexed {
  readonly contender: Contender;
}

/** With where it is. */
export type Placed = Result & Omit<Ground, "chain">;

/** Lets a contender index a chain into a database of its own. @throws if events are missing or doubled */
export async function indexBy(
  contender: Contender,
  chain: BenchChain,
  postgres: Postgres,
  parent: string,
): Promise<Placed> {
  const slug = `${path.basename(parent)}_${contender.name}`.toLowerCase().replaceAll(/[^a-z]+/g, "_");
  const folder = path.join(parent, slug);
  mkdirSync(folder, { recursive: true });
  const networkFile = path.join(folder, "network.json");
  const { rpcUrl, deployment } = chain;
  writeNetwork(networkFile, { rpcUrl, deployment, evidence: path.join(folder, "evidence") });
  await withDatabase(postgres.url, async (database) => {
    await database.query(`CREATE DATABASE "${slug}"`);
    // As the product sets its roles, for everybody; see api/src/database/provision.ts.
    await database.query(`ALTER DATABASE "${slug}" SET synchronous_commit = off`);
    await database.query(`ALTER DATABASE "${slug}" SET random_page_cost = 1.1`);
  });
  const databaseUrl = new URL(postgres.url);
  databaseUrl.pathname = `/${slug}`;
  const place = { networkFile, databaseUrl: databaseUrl.href, folder };
  const indexed = await contender.run({ chain, ...place });
  if (indexed.events !== chain.events)
    throw new Error(`${contender.name} has ${indexed.events} of ${chain.events} events.`);
  return { contender, ...indexed, ...place };
}
