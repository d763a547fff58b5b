import {
  directionNames,
  faultNames,
  groundNames,
  leafKindNames,
  nodeKindNames,
  outcomeNames,
  phaseNames,
  verdictNames,
} from "@azora/sdk";
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
export const Fault = builder.enumType("Fault", {
  description: "What a judge was slashed for.",
  values: faultNames,
});
export const ProposalState = builder.enumType("ProposalState", {
  values: ["Pending", "Active", "Canceled", "Defeated", "Succeeded", "Queued", "Executed"] as const,
});
export const VoteChoice = builder.enumType("VoteChoice", { values: ["Against", "For", "Abstain"] as const });
export const ReservationState = builder.enumType("ReservationState", {
  description: "Open until it is used, given back or lost.",
  values: ["Open", "Redeemed", "Released", "Forfeited"] as const,
});
export const LeafKind = builder.enumType("LeafKind", { values: leafKindNames });
export const Direction = builder.enumType("Direction", { values: directionNames });
export const Ground = builder.enumType("Ground", { values: groundNames });
export const Outcome = builder.enumType("Outcome", {
  description: "Inconclusive: the second panel never had a quorum, so the first stands.",
  values: outcomeNames,
});

export const ContributionOrder = builder.enumType("ContributionOrder", {
  values: ["newest", "oldest", "amount"] as const,
});
export const Period = builder.enumType("Period", { values: ["hour", "day"] as const });
export const SeriesOrder = builder.enumType("SeriesOrder", { values: ["newest", "oldest"] as const });
export const RecordOrder = builder.enumType("RecordOrder", { values: ["newest", "oldest"] as const });
