import { contributorShare, identity } from "@azora/indexer/schema";
import { asc, eq } from "drizzle-orm";
import type { Hex } from "viem";
import type { z } from "zod";
import type { Builder } from "../../database/pools.ts";
import { isOneOf, type Reading, reading, readOne, type Several } from "../../database/reading.ts";
import { accountOf, checksum, kindOf } from "../../http/format.ts";
import { groupBy } from "./groupBy.ts";
import type { shareSchema } from "./schema.ts";

export type Share = z.infer<typeof shareSchema>;

/** Whom each of these works credits at a time of the chain, in seconds, in the order of their nodes. */
export const sharesOf = (db: Builder, works: Several): Reading<(now: number) => Map<Hex, Share[]>> =>
  reading(
    [
      db
        .select({
          work: contributorShare.contribution,
          node: contributorShare.node,
          weight: contributorShare.weight,
          account: identity.account,
          effectiveAt: identity.effectiveAt,
        })
        .from(contributorShare)
        .leftJoin(identity, eq(identity.node, contributorShare.node))
        .where(isOneOf(contributorShare.contribution, works))
        .orderBy(asc(contributorShare.node)),
    ],
    (rows) => (now) =>
      groupBy(
        rows,
        ({ work }) => work,
        ({ node, weight, ...link }) => ({
          node,
          kind: kindOf(node),
          weight,
          account: accountOf(node) ?? linkedAccount(link, now),
        }),
      ),
  );

export const readShares = readOne(["works"], (db, { works }) => sharesOf(db, works));

/** The account behind an identity, if its link is in effect by the chain's clock. */
function linkedAccount(link: { account: Hex | null; effectiveAt: bigint | null }, now: number): Hex | null {
  const { account, effectiveAt } = link;
  return account !== null && effectiveAt !== null && Number(effectiveAt) <= now ? checksum(account) : null;
}
