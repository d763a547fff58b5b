import { leafKindNames, nodeKindNames, phaseNames, verdictNames } from "@azora/sdk";
import { builder } from "./builder.ts";

export const Phase = builder.enumType("Phase", {
  description: "How far a work is; it only ever goes on.",
  values: phaseNames,
});
export const NodeKind = builder.enumType("NodeKind", { values: nodeKindNames });
export const Verdict = builder.enumType("Verdict", {
  description: "What a critic makes of it.",
  values: verdictNames,
});
export const LeafKind = builder.enumType("LeafKind", { values: leafKindNames });

export const ContributionOrder = builder.enumType("ContributionOrder", {
  values: ["newest", "oldest", "amount"] as const,
});
export const RecordOrder = builder.enumType("RecordOrder", { values: ["newest", "oldest"] as const });
