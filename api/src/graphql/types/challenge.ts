import { constants } from "@azora/sdk";
import type { Challenge, FeeShare } from "../../routes/contributions/challenges.ts";
import { builder } from "../builder.ts";
import { Direction, Ground, Outcome } from "../enums.ts";

/** A second panel has at most this many rounds: one more after a missed draw, and after a missed quorum. */
const ROUNDS = 3;

const FeeShareType = builder.objectRef<FeeShare>("FeeShare").implement({
  description: "A part of the challenge fee that a judge of the second panel was credited.",
  fields: (t) => ({
    round: t.exposeInt("round"),
    validator: t.expose("validator", { type: "Address" }),
    amount: t.expose("amount", { type: "Wei" }),
  }),
});

export const ChallengeType = builder.objectRef<Challenge>("Challenge").implement({
  description: "The one challenge of a score.",
  fields: (t) => ({
    challenger: t.expose("challenger", {
      type: "Address",
      description: "An account or, for a flag, a critic.",
    }),
    flagged: t.exposeBoolean("flagged"),
    direction: t.expose("direction", { type: Direction }),
    ground: t.expose("ground", { type: Ground }),
    outcome: t.expose("outcome", { type: Outcome }),
    reasonHash: t.expose("reasonHash", { type: "Bytes32" }),
    firstRound: t.exposeInt("firstRound"),
    firstLevel: t.exposeInt("firstLevel"),
    lastRound: t.exposeInt("lastRound", { nullable: true }),
    secondLevel: t.exposeInt("secondLevel", { nullable: true }),
    fee: t.expose("fee", { type: "Wei" }),
    bond: t.expose("bond", { type: "Wei", description: "What was put in." }),
    bondTo: t.expose("bondTo", { type: "Address", nullable: true }),
    counted: t.exposeInt("counted", { nullable: true }),
    share: t.expose("share", { type: "Wei", nullable: true }),
    shared: t.expose("shared", {
      type: [FeeShareType],
      extensions: { size: ROUNDS * constants.PanelLib.MAX_SIZE },
    }),
    challengedAt: t.expose("challengedAt", { type: "Long" }),
    tx: t.expose("tx", { type: "Bytes32" }),
    resolvedAt: t.expose("resolvedAt", { type: "Long", nullable: true }),
  }),
});
