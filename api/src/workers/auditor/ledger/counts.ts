import * as tables from "@azora/indexer/schema";
import { LeafKind, leafKindNames, PotOrigin } from "@azora/sdk";
import { count, eq, getTableName, isNotNull, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "../../../database/pools.ts";
import type { Finding } from "../findings.ts";

/** Where the decisions of a kind are kept: each row whose column names a leaf is one. */
interface Place {
  readonly leaf: PgColumn;
  readonly where?: SQL;
}

const PLACES: Readonly<Record<Exclude<keyof typeof LeafKind, "Anchored">, Place>> = {
  Registered: { leaf: tables.contribution.registeredLeaf },
  Rearmed: { leaf: tables.arming.leaf },
  Drawn: { leaf: tables.round.drawnLeaf },
  Scored: { leaf: tables.round.scoredLeaf },
  Challenged: { leaf: tables.challenge.leaf },
  Resolved: { leaf: tables.challenge.resolvedLeaf },
  Voided: { leaf: tables.voiding.leaf },
  Finalized: { leaf: tables.contribution.finalizedLeaf },
  Uncritiqued: { leaf: tables.contribution.uncritiquedLeaf },
  Settled: { leaf: tables.settlement.leaf },
  Flowed: { leaf: tables.flow.leaf, where: eq(tables.flow.origin, PotOrigin.Pool) },
  Rewarded: { leaf: tables.reward.leaf },
  LinkProposed: { leaf: tables.link.leaf },
  LinkVetoed: { leaf: tables.link.vetoedLeaf },
  AttestorSet: { leaf: tables.attestorTerm.leaf },
  Seated: { leaf: tables.stint.seatedLeaf },
  Unseated: { leaf: tables.stint.endedLeaf },
  Slashed: { leaf: tables.slash.leaf },
  Amended: { leaf: tables.amendment.leaf },
  Critiqued: { leaf: tables.critique.leaf },
  Granted: { leaf: tables.fundGrant.leaf },
  ProposalQueued: { leaf: tables.proposal.queuedLeaf },
  ProposalExecuted: { leaf: tables.proposal.executedLeaf },
  CriticSet: { leaf: tables.criticTerm.leaf },
  ArticlesAmended: { leaf: tables.articles.leaf },
  Reopened: { leaf: tables.reopening.leaf },
  Stipend: { leaf: tables.stipend.leaf },
  GuardianSet: { leaf: tables.guardianTerm.leaf },
  Stopped: { leaf: tables.registrationStop.leaf },
  StopLifted: { leaf: tables.registrationStop.liftedLeaf },
};

/** Decisions without a leaf: there are more of a kind than leaves, each of which has its own. */
export async function countDecisions(db: Db): Promise<Finding[]> {
  const kinds = await db
    .select({ kind: tables.leaf.kind, leaves: count() })
    .from(tables.leaf)
    .groupBy(tables.leaf.kind);
  const leaves = new Map(kinds.map((row) => [row.kind, row.leaves]));
  const found: Finding[] = [];
  for (const name of leafKindNames) {
    if (name === "Anchored") continue;
    const { leaf, where } = PLACES[name];
    const [row] = await db
      .select({ decisions: count(leaf) })
      .from(leaf.table)
      .where(where ?? isNotNull(leaf));
    const decisions = row?.decisions ?? 0;
    const expected = leaves.get(LeafKind[name]) ?? 0;
    if (decisions <= expected) continue;
    const table = getTableName(leaf.table);
    found.push({
      proof: "ledger",
      table,
      row: name,
      detail: `${decisions} decisions of the kind ${name} are kept, and the ledger has ${expected} leaves of it`,
    });
  }
  return found;
}
