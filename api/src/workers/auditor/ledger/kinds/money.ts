import { flow, fundGrant, payment, reward, settlement, stipend } from "@azora/indexer/schema";
import { accountNode, dataHash, type Payment, PotOrigin } from "@azora/sdk";
import { and, eq, inArray } from "drizzle-orm";
import type { Hex } from "viem";
import type { Db } from "../../../../database/pools.ts";
import { inPlace, type Kind } from "../rebuilt.ts";

const Settled: Kind = {
  emitter: "proofOfValue",
  async read(db, { subjects, indexes }) {
    const rows = await db.select().from(settlement).where(inArray(settlement.contribution, subjects));
    const payments = await paymentsOf(db, subjects, indexes, PotOrigin.Settlement);
    return rows.map((row) => ({
      index: row.leaf,
      row: `settlement ${row.contribution}`,
      subject: row.contribution,
      timestamp: row.settledAt,
      dataHash: dataHash.Settled(
        row.epoch,
        row.rate,
        row.amount,
        row.citadel,
        payments.get(row.leaf)?.parts ?? [],
      ),
    }));
  },
};

const Flowed: Kind = {
  emitter: "rewardLedger",
  async read(db, { subjects, indexes }) {
    const flows = await paymentsOf(db, subjects, indexes, PotOrigin.Pool);
    return [...flows.values()].map(({ row, parts }) => ({
      index: row.leaf,
      row: `flow ${row.id}`,
      subject: row.source,
      timestamp: row.timestamp,
      dataHash: dataHash.Flowed(row.token, row.amount, row.minted, parts),
    }));
  },
};

const Rewarded: Kind = {
  emitter: "rewardLedger",
  async read(db, { subjects, indexes }) {
    const rows = await db
      .select()
      .from(reward)
      .where(and(inArray(reward.contribution, subjects), inArray(reward.leaf, indexes)));
    const payments = await paymentsOf(db, subjects, indexes, PotOrigin.Reward);
    return rows.map((row) => ({
      index: row.leaf,
      row: `reward ${row.id}`,
      subject: row.contribution,
      actor: row.payer,
      timestamp: row.timestamp,
      dataHash: dataHash.Rewarded(row.token, row.amount, row.citadel, payments.get(row.leaf)?.parts ?? []),
    }));
  },
};

interface Split {
  row: typeof flow.$inferSelect;
  parts: Payment[];
}

/** Pots with their payments in order, by the leaf under which they are. */
async function paymentsOf(
  db: Db,
  sources: Hex[],
  leaves: bigint[],
  origin: PotOrigin,
): Promise<ReadonlyMap<bigint, Split>> {
  const rows = await db
    .select()
    .from(flow)
    .where(and(inArray(flow.source, sources), inArray(flow.leaf, leaves), eq(flow.origin, origin)));
  const ids = rows.map(({ id }) => id);
  const payments = ids.length === 0 ? [] : await db.select().from(payment).where(inArray(payment.flow, ids));
  const parts = Map.groupBy(payments, (part) => part.flow);
  return new Map(rows.map((row) => [row.leaf, { row, parts: inPlace(parts.get(row.id) ?? []) }]));
}

const Granted: Kind = {
  emitter: "citadelFund",
  async read(db, { accounts, indexes }) {
    const rows = await db
      .select()
      .from(fundGrant)
      .where(and(inArray(fundGrant.to, accounts), inArray(fundGrant.leaf, indexes)));
    return rows.map((row) => ({
      index: row.leaf,
      row: `fund_grant ${row.id}`,
      subject: accountNode(row.to),
      timestamp: row.timestamp,
      dataHash: dataHash.Granted(row.token, row.amount, row.epoch, row.purposeHash),
    }));
  },
};

const Stipend: Kind = {
  emitter: "citadelFund",
  async read(db, { subjects, indexes }) {
    const rows = await db
      .select()
      .from(stipend)
      .where(and(inArray(stipend.contribution, subjects), inArray(stipend.leaf, indexes)));
    return rows.map((row) => ({
      index: row.leaf,
      row: `stipend ${row.contribution} ${row.round} ${row.validator}`,
      subject: row.contribution,
      timestamp: row.timestamp,
      dataHash: dataHash.Stipend(row.round, row.validator, row.amount, row.epoch),
    }));
  },
};

export const moneyKinds = { Settled, Flowed, Rewarded, Granted, Stipend };
