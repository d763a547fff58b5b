import { relations } from "ponder";
import { contribution, contributorShare, round } from "../../../../indexer/ponder.schema.ts";

export * from "../../../../indexer/ponder.schema.ts";

// The product's queries join by themselves; Ponder's GraphQL walks along relations.

export const contributionRelations = relations(contribution, ({ many }) => ({
  contributors: many(contributorShare),
  rounds: many(round),
}));

export const contributorShareRelations = relations(contributorShare, ({ one }) => ({
  work: one(contribution, { fields: [contributorShare.contribution], references: [contribution.id] }),
}));

export const roundRelations = relations(round, ({ one }) => ({
  work: one(contribution, { fields: [round.contribution], references: [contribution.id] }),
}));
