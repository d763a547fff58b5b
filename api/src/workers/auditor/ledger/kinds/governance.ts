import {
  amendment,
  articles,
  criticTerm,
  critique,
  guardianTerm,
  proposal,
  registrationStop,
} from "@azora/indexer/schema";
import {
  accountNode,
  dataHash,
  guardianSubject,
  hashOperation,
  hashProposal,
  proposalSubject,
  type Verdict,
  verdictNames,
} from "@azora/sdk";
import { and, asc, inArray } from "drizzle-orm";
import { type Address, numberToHex } from "viem";
import type { Kind } from "../rebuilt.ts";

const wordOf = (value: number | bigint) => numberToHex(value, { size: 32 });

const Amended: Kind = {
  emitter: "constitution",
  async read(db, { indexes }) {
    const rows = await db.select().from(amendment).where(inArray(amendment.leaf, indexes));
    return rows.map((row) => ({
      index: row.leaf,
      row: `amendment ${row.version}`,
      subject: wordOf(row.rule),
      timestamp: row.timestamp,
      dataHash: dataHash.Amended(row.version, Number(row.before), Number(row.current), row.rationaleHash),
    }));
  },
};

const isVerdict = (number: number): number is Verdict => verdictNames[number] !== undefined;

const Critiqued: Kind = {
  emitter: "constitution",
  async read(db, { subjects, indexes }) {
    const rows = await db
      .select()
      .from(critique)
      .where(and(inArray(critique.subject, subjects), inArray(critique.leaf, indexes)));
    return rows.flatMap((row) => {
      const { verdict, ethics, bias, fairness, transparency, documentHash, critiqueHash } = row;
      if (!isVerdict(verdict)) return [];
      return {
        index: row.leaf,
        row: `critique ${row.id}`,
        subject: row.subject,
        actor: row.critic,
        timestamp: row.timestamp,
        dataHash: dataHash.Critiqued(
          verdict,
          [ethics, bias, fairness, transparency],
          documentHash,
          critiqueHash,
        ),
      };
    });
  },
};

const CriticSet: Kind = {
  emitter: "constitution",
  async read(db, { indexes }) {
    const rows = await db.select().from(criticTerm).where(inArray(criticTerm.leaf, indexes));
    return rows.map((row) => ({
      index: row.leaf,
      row: `critic_term ${row.leaf}`,
      subject: accountNode(row.account),
      timestamp: row.timestamp,
      dataHash: dataHash.CriticSet(row.appointed),
    }));
  },
};

const ArticlesAmended: Kind = {
  emitter: "constitution",
  async read(db) {
    // There are few, and each needs the one before it.
    const rows = await db.select().from(articles).orderBy(asc(articles.id));
    return rows.flatMap((row, i) => {
      const before = rows[i - 1];
      if (row.leaf === null || row.rationaleHash === null || before === undefined) return [];
      return {
        index: row.leaf,
        row: `articles ${row.id}`,
        subject: row.hash,
        timestamp: row.timestamp,
        dataHash: dataHash.ArticlesAmended(before.hash, row.rationaleHash),
      };
    });
  },
};

const GuardianSet: Kind = {
  emitter: "constitution",
  async read(db, { indexes }) {
    const rows = await db.select().from(guardianTerm).where(inArray(guardianTerm.leaf, indexes));
    return rows.map((row) => ({
      index: row.leaf,
      row: `guardian_term ${row.id}`,
      subject: guardianSubject(row.account),
      timestamp: row.timestamp,
      dataHash: dataHash.GuardianSet(Number(row.termEnd)),
    }));
  },
};

const Stopped: Kind = {
  emitter: "constitution",
  async read(db, { indexes }) {
    const rows = await db.select().from(registrationStop).where(inArray(registrationStop.leaf, indexes));
    return rows.map((row) => ({
      index: row.leaf,
      row: `registration_stop ${row.id}`,
      subject: wordOf(row.announcedUntil),
      actor: row.guardian,
      timestamp: row.timestamp,
      dataHash: dataHash.Stopped(row.reasonHash),
    }));
  },
};

const StopLifted: Kind = {
  emitter: "constitution",
  async read(db, { indexes }) {
    const rows = await db
      .select()
      .from(registrationStop)
      .where(inArray(registrationStop.liftedLeaf, indexes));
    return rows.flatMap(({ id, until, announcedUntil, liftedBy, liftedLeaf }) => {
      if (liftedBy === null || liftedLeaf === null) return [];
      return {
        index: liftedLeaf,
        row: `registration_stop ${id}`,
        subject: wordOf(until),
        actor: liftedBy,
        // It ends the moment that it is lifted.
        timestamp: until,
        dataHash: dataHash.StopLifted(Number(announcedUntil)),
      };
    });
  },
};

type ProposalRow = typeof proposal.$inferSelect;

/** What a proposal would do, from its own columns; its id is the hash of them. */
function operationOf(row: ProposalRow, governor: Address) {
  const { targets, amounts: values, calldatas, descriptionHash } = row;
  const content = { targets, values, calldatas, descriptionHash };
  return { subject: proposalSubject(hashProposal(content)), operation: hashOperation(governor, content) };
}

const ProposalQueued: Kind = {
  emitter: "governor",
  async read(db, { subjects, governor }) {
    const rows = await db.select().from(proposal).where(inArray(proposal.id, subjects));
    return rows.flatMap((row) => {
      if (row.queuedLeaf === null || row.queuedAt === null || row.eta === null) return [];
      const { subject, operation } = operationOf(row, governor);
      return {
        index: row.queuedLeaf,
        row: `proposal ${row.id}`,
        subject,
        timestamp: row.queuedAt,
        dataHash: dataHash.ProposalQueued(operation, row.eta),
      };
    });
  },
};

const ProposalExecuted: Kind = {
  emitter: "governor",
  async read(db, { subjects, governor }) {
    const rows = await db.select().from(proposal).where(inArray(proposal.id, subjects));
    return rows.flatMap((row) => {
      if (row.executedLeaf === null || row.executedAt === null) return [];
      const { subject, operation } = operationOf(row, governor);
      return {
        index: row.executedLeaf,
        row: `proposal ${row.id}`,
        subject,
        timestamp: row.executedAt,
        dataHash: dataHash.ProposalExecuted(operation),
      };
    });
  },
};

export const governanceKinds = {
  Amended,
  Critiqued,
  CriticSet,
  ArticlesAmended,
  GuardianSet,
  Stopped,
  StopLifted,
  ProposalQueued,
  ProposalExecuted,
};
