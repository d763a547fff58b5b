import { potOriginNames } from "@azora/sdk";
import type { z } from "zod";
import type { stepSchema, whyAnswer } from "../../routes/payments/schema.ts";
import { whyParams } from "../../routes/payments/schema.ts";
import { explainPayment } from "../../routes/payments/why.ts";
import { readArguments } from "../arguments.ts";
import { builder } from "../builder.ts";
import { NodeKind } from "../enums.ts";
import { identify, idOf, NodeInterface } from "../node.ts";

type Step = z.infer<typeof stepSchema>;
type Why = Omit<z.infer<typeof whyAnswer>, "block">;

/** As many as an answer has at the most, and as many payments as one of them tells of. */
const STEPS = 50;
const INCOMING = 20;
/** A walk is short in most cases, and a step's pot was filled by few. */
/** As many values, by the time that it takes: a question for each of up to 50 steps, and some for each level of them. */
const WEIGHT = 2_500;
const LIKELY = { steps: 10, incoming: 5 };

const PotOrigin = builder.enumType("PotOrigin", {
  description:
    "Where a pot came from: a work's or an identity's own pool, a settlement, or somebody's reward.",
  values: potOriginNames,
});
const ShareRole = builder.enumType("ShareRole", {
  description: "A work that was built on, somebody who is credited, or the account of an identity.",
  values: ["upstream", "contributor", "link"] as const,
});

const PotType = builder.objectRef<Step["pot"]>("Pot").implement({
  fields: (t) => ({
    origin: t.expose("origin", { type: PotOrigin }),
    amount: t.expose("amount", { type: "Wei" }),
    minted: t.expose("minted", { type: "Wei" }),
  }),
});

const ShareWhyType = builder.objectRef<NonNullable<Step["share"]>>("ShareWhy").implement({
  fields: (t) => ({
    role: t.expose("role", { type: ShareRole }),
    weight: t.exposeInt("weight", { description: "In parts per million." }),
    before: t.exposeInt("before", { description: "The weights of this role that come first." }),
    ofAmount: t.expose("ofAmount", {
      type: "Wei",
      description: "What the role shares: the pot, or for contributors what upstream leaves of it.",
    }),
    ofMinted: t.expose("ofMinted", { type: "Wei" }),
  }),
});

const SettlementWhyType = builder.objectRef<NonNullable<Step["settlement"]>>("SettlementWhy").implement({
  fields: (t) => ({
    level: t.exposeInt("level", { nullable: true }),
    points: t.expose("points", { type: "Wei", description: "2^(level - 1)" }),
    rate: t.expose("rate", {
      type: "Wei",
      description: "Wei of AZR a point: budget / epochPoints, but cap at the most.",
    }),
    epoch: t.exposeInt("epoch"),
    epochPoints: t.expose("epochPoints", { type: "Wei", nullable: true }),
    budget: t.expose("budget", { type: "Wei", nullable: true }),
    cap: t.expose("cap", { type: "Wei", nullable: true }),
    late: t.exposeBoolean("late"),
    amount: t.expose("amount", { type: "Wei", description: "points * rate" }),
    citadel: t.expose("citadel", { type: "Wei", description: "A tenth of the amount, rounded down." }),
  }),
});

const RewardWhyType = builder.objectRef<NonNullable<Step["reward"]>>("RewardWhy").implement({
  fields: (t) => ({
    id: t.exposeString("id"),
    payer: t.expose("payer", { type: "Address" }),
    amount: t.expose("amount", { type: "Wei" }),
    citadel: t.expose("citadel", { type: "Wei" }),
  }),
});

const PartType = builder.objectRef<Step["incoming"][number]>("PotPart").implement({
  description: "A payment that a pool's pot was made of.",
  fields: (t) => ({
    flow: t.exposeString("flow"),
    position: t.exposeInt("position"),
    source: t.expose("source", { type: "Bytes32" }),
    amount: t.expose("amount", { type: "Wei" }),
    minted: t.expose("minted", { type: "Wei" }),
  }),
});

const StepType = builder.objectRef<Step>("PayoutStep").implement({
  description: "A payment, and what it follows from.",
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ flow, position }) => idOf("PayoutStep", flow, position) }),
    flow: t.exposeString("flow"),
    position: t.exposeInt("position"),
    token: t.expose("token", { type: "Address" }),
    source: t.expose("source", { type: "Bytes32" }),
    sourceKind: t.expose("sourceKind", { type: NodeKind }),
    node: t.expose("node", { type: "Bytes32" }),
    kind: t.expose("kind", { type: NodeKind }),
    amount: t.expose("amount", { type: "Wei" }),
    minted: t.expose("minted", { type: "Wei" }),
    timestamp: t.expose("timestamp", { type: "Long" }),
    pot: t.expose("pot", { type: PotType, description: "What was split." }),
    share: t.expose("share", { type: ShareWhyType, nullable: true, description: "The part of it." }),
    settlement: t.expose("settlement", { type: SettlementWhyType, nullable: true }),
    reward: t.expose("reward", { type: RewardWhyType, nullable: true }),
    incoming: t.expose("incoming", {
      type: [PartType],
      extensions: { size: LIKELY.incoming },
      description: `The payments that a pool's pot was made of, in order, the first ${INCOMING}.`,
    }),
    isWhole: t.exposeBoolean("isWhole", { description: "Whether `incoming` has all of them." }),
    adds: t.exposeBoolean("adds", {
      description: "Whether every number follows from the others to the wei.",
    }),
  }),
});

const WhyType = builder.objectRef<Why>("Why").implement({
  description: "How a payment came about.",
  fields: (t) => ({
    steps: t.expose("steps", {
      type: [StepType],
      extensions: { size: LIKELY.steps },
      description: "The payment, then those that its pot was made of, then those of their pots, and so on.",
    }),
    isWhole: t.exposeBoolean("isWhole", {
      description: `Whether the steps lead back to settlements and rewards alone; false if there are more than ${STEPS}.`,
    }),
  }),
});

builder.queryFields((t) => ({
  why: t.field({
    type: WhyType,
    nullable: true,
    description: "Why a payment is what it is: level, points, rate, share, and the path through the graph.",
    args: { flow: t.arg.string({ required: true }), position: t.arg.int({ required: true }) },
    extensions: { weight: WEIGHT },
    resolve: (_, given, { ask }) => {
      const { flow, position } = readArguments(whyParams, given);
      return ask(async ({ db }) => (await explainPayment(db, flow, position)) ?? null);
    },
  }),
}));

identify("PayoutStep", async (key, { ask }) => {
  const [flow, position] = key.split(":");
  const { success, data } = whyParams.safeParse({ flow, position });
  if (!success) return undefined;
  return ask(async ({ db }) => (await explainPayment(db, data.flow, data.position, 1))?.steps[0]);
});
