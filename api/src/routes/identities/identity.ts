import { identity, link } from "@azora/indexer/schema";
import type { Deployment } from "@azora/sdk";
import { and, eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Db } from "../../database/pools.ts";
import { readTogether } from "../../database/reading.ts";
import { notFound } from "../../http/errors.ts";
import { checksum, toSeconds } from "../../http/format.ts";
import { receivedOf } from "../accounts/received.ts";
import { poolOf, tokenPoolsOf } from "../contributions/money.ts";
import type { identitySchema } from "./schema.ts";

export type Identity = z.infer<typeof identitySchema>;
type Row = typeof identity.$inferSelect;

const readMoney = readTogether(["node", "token"], (db, { node, token }) => ({
  pool: poolOf(db, token, node),
  tokenPools: tokenPoolsOf(db, token, node),
  received: receivedOf(db, node),
}));

/** An identity that a work or a link has named. */
export async function findIdentity(
  { db, head }: Snapshot,
  { addresses }: Deployment,
  node: Hex,
): Promise<Identity | undefined> {
  const [row] = await db.select().from(identity).where(eq(identity.node, node));
  if (row === undefined) return undefined;
  return {
    node,
    firstSeenAt: toSeconds(row.firstSeenAt),
    credited: row.credited,
    nonce: Number(row.nonce),
    link: await readLink(db, row, head.timestamp),
    ...(await readMoney(db, { node, token: addresses.azoraToken })),
  };
}

/** @throws ProblemError if no work and no link has named it yet */
export async function readIdentity(snapshot: Snapshot, deployment: Deployment, node: Hex): Promise<Identity> {
  const found = await findIdentity(snapshot, deployment, node);
  if (found === undefined)
    throw notFound(`No work and no link has named the identity ${node} yet.`, "param.node");
  return found;
}

/** The link that is proposed or in effect. One that was vetoed is none. */
async function readLink(db: Db, { node, nonce, account }: Row, now: number): Promise<Identity["link"]> {
  if (account === null) return null;
  const [row] = await db
    .select()
    .from(link)
    .where(and(eq(link.identity, node), eq(link.nonce, nonce)));
  if (row === undefined) throw new Error(`The index has no link ${nonce} of ${node}.`);
  return {
    account: checksum(row.account),
    proposedAt: toSeconds(row.proposedAt),
    effectiveAt: toSeconds(row.effectiveAt),
    effective: Number(row.effectiveAt) <= now,
    attestors: row.attestors.map(checksum),
  };
}
