import {
  arming,
  ballot,
  challenge,
  contribution,
  contributorShare,
  reopening,
  round,
  upstreamShare,
  voiding,
} from "@azora/indexer/schema";
import { dataHash, hashAttribution, model, type Share, sortShares } from "@azora/sdk";
import { and, eq, inArray } from "drizzle-orm";
import type { Hex } from "viem";
import type { Db } from "../../../../database/pools.ts";
import { inPlace, type Kind } from "../rebuilt.ts";

const Registered: Kind = {
  emitter: "attributionRegistry",
  async read(db, { subjects }) {
    const works = await db.select().from(contribution).where(inArray(contribution.id, subjects));
    const contributors = sharesOf(
      await db
        .select({
          work: contributorShare.contribution,
          node: contributorShare.node,
          weight: contributorShare.weight,
        })
        .from(contributorShare)
        .where(inArray(contributorShare.contribution, subjects)),
    );
    const upstream = sharesOf(
      await db
        .select({
          work: upstreamShare.contribution,
          node: upstreamShare.upstream,
          weight: upstreamShare.weight,
        })
        .from(upstreamShare)
        .where(inArray(upstreamShare.contribution, subjects)),
    );
    return works.map((work) => {
      const attribution = hashAttribution({
        contributors: contributors.get(work.id) ?? [],
        upstream: upstream.get(work.id) ?? [],
      });
      return {
        index: work.registeredLeaf,
        row: `contribution ${work.id}`,
        subject: work.id,
        actor: work.registrant,
        timestamp: work.registeredAt,
        dataHash: dataHash.Registered(
          work.evidenceHash,
          attribution,
          work.rulesVersion,
          work.registrationBond,
        ),
      };
    });
  },
};

/** Shares by work, in the order in which they were hashed. */
function sharesOf(rows: readonly (Share & { work: Hex })[]): ReadonlyMap<Hex, Share[]> {
  const shares = Map.groupBy(rows, ({ work }) => work);
  return new Map([...shares].map(([work, some]) => [work, sortShares(some)]));
}

const Reopened: Kind = {
  emitter: "attributionRegistry",
  async read(db, { subjects, indexes }) {
    const rows = await db
      .select()
      .from(reopening)
      .where(and(inArray(reopening.contribution, subjects), inArray(reopening.leaf, indexes)));
    return rows.map((row) => ({
      index: row.leaf,
      row: `reopening ${row.contribution} ${row.opening}`,
      subject: row.contribution,
      actor: row.payer,
      timestamp: row.timestamp,
      dataHash: dataHash.Reopened(row.opening, row.round, row.bond),
    }));
  },
};

const Rearmed: Kind = {
  emitter: "proofOfValue",
  async read(db, { indexes }) {
    const rows = await db.select().from(arming).where(inArray(arming.leaf, indexes));
    return rows.map((row) => ({
      index: row.leaf,
      row: `arming ${row.leaf}`,
      subject: row.contribution,
      timestamp: row.timestamp,
      dataHash: dataHash.Rearmed(row.round, row.reason, Number(row.armedAt)),
    }));
  },
};

const Drawn: Kind = {
  emitter: "proofOfValue",
  async read(db, { subjects, indexes }) {
    const rows = await db
      .select()
      .from(round)
      .where(and(inArray(round.contribution, subjects), inArray(round.drawnLeaf, indexes)));
    const panels = await panelsOf(db, subjects);
    return rows.flatMap(({ drawnLeaf, contribution: work, round: number, prevRandao, drawnAt }) => {
      if (drawnLeaf === null || prevRandao === null || drawnAt === null) return [];
      return {
        index: drawnLeaf,
        row: `round ${work} ${number}`,
        subject: work,
        timestamp: drawnAt,
        dataHash: dataHash.Drawn(number, prevRandao, model.packPanel(panels.get(`${work} ${number}`) ?? [])),
      };
    });
  },
};

/** The seats of each panel in their order, by work and round: from the ballots, one a place. */
async function panelsOf(db: Db, works: Hex[]): Promise<ReadonlyMap<string, bigint[]>> {
  const rows = await db.select().from(ballot).where(inArray(ballot.contribution, works));
  const panels = Map.groupBy(rows, (row) => `${row.contribution} ${row.round}`);
  return new Map(
    [...panels].map(([round, places]) => [round, inPlace(places).map(({ seat }) => BigInt(seat))]),
  );
}

const Scored: Kind = {
  emitter: "proofOfValue",
  async read(db, { subjects, indexes }) {
    const rows = await db
      .select()
      .from(round)
      .where(and(inArray(round.contribution, subjects), inArray(round.scoredLeaf, indexes)));
    return rows.flatMap(({ scoredLeaf, contribution: work, round: number, level, votes, scoredAt }) => {
      if (scoredLeaf === null || level === null || votes === null || scoredAt === null) return [];
      return {
        index: scoredLeaf,
        row: `round ${work} ${number}`,
        subject: work,
        timestamp: scoredAt,
        dataHash: dataHash.Scored(number, level, votes),
      };
    });
  },
};

const Challenged: Kind = {
  emitter: "disputes",
  async read(db, { subjects }) {
    const rows = await db.select().from(challenge).where(inArray(challenge.contribution, subjects));
    return rows.map((row) => ({
      index: row.leaf,
      row: `challenge ${row.contribution}`,
      subject: row.contribution,
      actor: row.challenger,
      timestamp: row.challengedAt,
      dataHash: dataHash.Challenged(row.firstRound, row.direction, row.ground, row.reasonHash),
    }));
  },
};

const Resolved: Kind = {
  emitter: "proofOfValue",
  async read(db, { subjects }) {
    const rows = await db
      .select({ challenge, level: contribution.level })
      .from(challenge)
      .innerJoin(contribution, eq(contribution.id, challenge.contribution))
      .where(inArray(challenge.contribution, subjects));
    return rows.flatMap(
      ({ challenge: { contribution: work, resolvedLeaf, lastRound, outcome, resolvedAt }, level }) => {
        if (resolvedLeaf === null || lastRound === null || resolvedAt === null || level === null) return [];
        return {
          index: resolvedLeaf,
          row: `challenge ${work}`,
          subject: work,
          timestamp: resolvedAt,
          dataHash: dataHash.Resolved(lastRound, level, outcome),
        };
      },
    );
  },
};

const Voided: Kind = {
  emitter: "proofOfValue",
  async read(db, { subjects, indexes }) {
    const rows = await db
      .select()
      .from(voiding)
      .where(and(inArray(voiding.contribution, subjects), inArray(voiding.leaf, indexes)));
    return rows.map((row) => ({
      index: row.leaf,
      row: `voiding ${row.contribution} ${row.opening}`,
      subject: row.contribution,
      timestamp: row.timestamp,
      dataHash: dataHash.Voided(row.opening, row.round),
    }));
  },
};

const Uncritiqued: Kind = {
  emitter: "proofOfValue",
  async read(db, { subjects }) {
    const rows = await db.select().from(contribution).where(inArray(contribution.id, subjects));
    return rows.flatMap(({ id, opening, round: number, uncritiquedLeaf }) => {
      if (uncritiquedLeaf === null) return [];
      const hash = dataHash.Uncritiqued(opening, number);
      return { index: uncritiquedLeaf, row: `contribution ${id}`, subject: id, dataHash: hash };
    });
  },
};

const Finalized: Kind = {
  emitter: "proofOfValue",
  async read(db, { subjects }) {
    const rows = await db.select().from(contribution).where(inArray(contribution.id, subjects));
    return rows.flatMap(({ id, opening, round: number, level, points, epoch, late, finalizedLeaf }) => {
      if (finalizedLeaf === null || level === null || points === null) return [];
      return {
        index: finalizedLeaf,
        row: `contribution ${id}`,
        subject: id,
        // What is rejected joins no epoch, which the contract says as epoch 0.
        dataHash: dataHash.Finalized(opening, number, level, points, epoch ?? 0, late),
      };
    });
  },
};

export const workKinds = {
  Registered,
  Reopened,
  Rearmed,
  Drawn,
  Scored,
  Challenged,
  Resolved,
  Voided,
  Uncritiqued,
  Finalized,
};
