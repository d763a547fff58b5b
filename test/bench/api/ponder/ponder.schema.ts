import { contribution, contributorShare, round } from "@azora/indexer/schema";
import { relations } from "ponder";

export * from "@azora/indexer/schema";

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
