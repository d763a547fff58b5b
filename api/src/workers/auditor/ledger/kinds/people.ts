import { attestorTerm, link, slash, stint } from "@azora/indexer/schema";
import { accountNode, dataHash } from "@azora/sdk";
import { and, inArray } from "drizzle-orm";
import type { Kind } from "../rebuilt.ts";

const LinkProposed: Kind = {
  emitter: "attributionRegistry",
  async read(db, { subjects, indexes }) {
    const rows = await db
      .select()
      .from(link)
      .where(and(inArray(link.identity, subjects), inArray(link.leaf, indexes)));
    return rows.map((row) => ({
      index: row.leaf,
      row: `link ${row.identity} ${row.nonce}`,
      subject: row.identity,
      timestamp: row.proposedAt,
      dataHash: dataHash.LinkProposed(row.account, row.nonce, Number(row.effectiveAt), row.attestors),
    }));
  },
};

const LinkVetoed: Kind = {
  emitter: "attributionRegistry",
  async read(db, { subjects, indexes }) {
    const rows = await db
      .select()
      .from(link)
      .where(and(inArray(link.identity, subjects), inArray(link.vetoedLeaf, indexes)));
    return rows.flatMap(({ identity, account, nonce, vetoedBy, vetoedAt, vetoedLeaf }) => {
      if (vetoedLeaf === null || vetoedBy === null || vetoedAt === null) return [];
      return {
        index: vetoedLeaf,
        row: `link ${identity} ${nonce}`,
        subject: identity,
        actor: vetoedBy,
        timestamp: vetoedAt,
        dataHash: dataHash.LinkVetoed(account, nonce),
      };
    });
  },
};

const AttestorSet: Kind = {
  emitter: "attributionRegistry",
  async read(db, { indexes }) {
    const rows = await db.select().from(attestorTerm).where(inArray(attestorTerm.leaf, indexes));
    return rows.map((row) => ({
      index: row.leaf,
      row: `attestor_term ${row.leaf}`,
      subject: accountNode(row.account),
      timestamp: row.timestamp,
      dataHash: dataHash.AttestorSet(Number(row.activeFrom)),
    }));
  },
};

const Seated: Kind = {
  emitter: "validatorRegistry",
  async read(db, { accounts, indexes }) {
    const rows = await db
      .select()
      .from(stint)
      .where(and(inArray(stint.account, accounts), inArray(stint.seatedLeaf, indexes)));
    return rows.map((row) => ({
      index: row.seatedLeaf,
      row: `stint ${row.account} ${row.number}`,
      subject: accountNode(row.account),
      actor: row.account,
      timestamp: row.seatedAt,
      dataHash: dataHash.Seated(row.seat, row.entryBond),
    }));
  },
};

const Unseated: Kind = {
  emitter: "validatorRegistry",
  async read(db, { accounts, indexes }) {
    const rows = await db
      .select()
      .from(stint)
      .where(and(inArray(stint.account, accounts), inArray(stint.endedLeaf, indexes)));
    return rows.flatMap(({ account, number, endedLeaf, endedSeat, endedAt, endedBy, reasonHash }) => {
      if (
        endedLeaf === null ||
        endedSeat === null ||
        endedAt === null ||
        endedBy === null ||
        reasonHash === null
      )
        return [];
      return {
        index: endedLeaf,
        row: `stint ${account} ${number}`,
        subject: accountNode(account),
        actor: endedBy,
        timestamp: endedAt,
        dataHash: dataHash.Unseated(endedSeat, reasonHash),
      };
    });
  },
};

const Slashed: Kind = {
  emitter: "validatorRegistry",
  async read(db, { accounts, indexes }) {
    const rows = await db
      .select()
      .from(slash)
      .where(and(inArray(slash.account, accounts), inArray(slash.leaf, indexes)));
    return rows.map((row) => ({
      index: row.leaf,
      row: `slash ${row.account} ${row.contribution} ${row.round}`,
      subject: accountNode(row.account),
      actor: row.prover,
      timestamp: row.timestamp,
      dataHash: dataHash.Slashed(row.contribution, row.round, row.fault, row.amount, row.reward),
    }));
  },
};

export const peopleKinds = { LinkProposed, LinkVetoed, AttestorSet, Seated, Unseated, Slashed };
