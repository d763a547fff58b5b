import { constants } from "@azora/sdk";
import type { GraphQLResolveInfo } from "graphql";
import type { Hex } from "viem";
import { readChallenges } from "../../routes/contributions/challenges.ts";
import { type Citation, readCitedBy, readUpstream } from "../../routes/contributions/citations.ts";
import { readCritiques } from "../../routes/contributions/critiques.ts";
import { type Contribution, listContributions, readContributions } from "../../routes/contributions/list.ts";
import { readSettlements, type Settlement } from "../../routes/contributions/money.ts";
import { readBareRounds } from "../../routes/contributions/rounds.ts";
import { contributionQuery, contributionSchema } from "../../routes/contributions/schema.ts";
import { readShares, type Share } from "../../routes/contributions/shares.ts";
import { readArguments } from "../arguments.ts";
import { builder } from "../builder.ts";
import { bothWays, limitOf, partOf, toConnection } from "../connections.ts";
import { ContributionOrder, NodeKind, Phase } from "../enums.ts";
import { identify, NodeInterface } from "../node.ts";
import { selectedBelow } from "../selection.ts";
import { ChallengeType } from "./challenge.ts";
import { CritiqueType } from "./critique.ts";
import { RoundType } from "./round.ts";

/** As the contracts have it, for contributors and for upstream. */
const { MAX_SHARES } = constants.Attributions;
const CITED_BY = 20;
const PAGE = 20;
/** One or two of each critic in office. */
const CRITIQUES = 4;
/** Three of the first panel and three of the second, with a missed draw and a redraw each; a reopening is rare. */
const ROUNDS = 6;

// Whatever hangs on a work is read for all works of a level at once, so that a walk costs a query a level.

const ShareType = builder.objectRef<Share>("Share").implement({
  description: "Who is credited for a work.",
  fields: (t) => ({
    node: t.expose("node", { type: "Bytes32" }),
    kind: t.expose("kind", { type: NodeKind }),
    weight: t.exposeInt("weight", { description: "In parts per million." }),
    account: t.expose("account", {
      type: "Address",
      nullable: true,
      description: "The account itself, or the one that the identity is linked to, if its link is in effect.",
    }),
  }),
});

const SettlementType = builder.objectRef<Settlement>("Settlement").implement({
  fields: (t) => ({
    epoch: t.exposeInt("epoch"),
    points: t.expose("points", { type: "Wei" }),
    rate: t.expose("rate", { type: "Wei", description: "Wei of AZR a point." }),
    amount: t.expose("amount", { type: "Wei" }),
    citadel: t.expose("citadel", { type: "Wei" }),
    people: t.expose("people", { type: "Wei" }),
    settledAt: t.expose("settledAt", { type: "Long" }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const CitationType = builder.objectRef<Citation>("Citation");

export const ContributionType = builder.objectRef<Contribution>("Contribution").implement({
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID("id", { description: "32 bytes, as contracts have it." }),
    number: t.exposeInt("number", { description: "Its place among all registrations, from 1." }),
    title: t.exposeString("title", { nullable: true }),
    summary: t.exposeString("summary", { nullable: true }),
    evidenceHash: t.expose("evidenceHash", { type: "Bytes32" }),
    uri: t.exposeString("uri"),
    registrant: t.expose("registrant", { type: "Address" }),
    phase: t.expose("phase", { type: Phase }),
    level: t.exposeInt("level", { nullable: true }),
    points: t.expose("points", { type: "Wei", nullable: true }),
    epoch: t.exposeInt("epoch", { nullable: true }),
    amount: t.expose("amount", { type: "Wei", description: "AZR minted for it; 0 until it is settled." }),
    contributorCount: t.exposeInt("contributorCount"),
    upstreamCount: t.exposeInt("upstreamCount"),
    citedByCount: t.exposeInt("citedByCount"),
    registeredAt: t.expose("registeredAt", { type: "Long" }),
    registeredBlock: t.expose("registeredBlock", { type: "Long" }),
    registeredTx: t.expose("registeredTx", { type: "Bytes32" }),
    contributors: t.loadableList({
      type: ShareType,
      args: { first: t.arg.int({ defaultValue: MAX_SHARES }) },
      byPath: true,
      resolve: ({ id }) => id as Hex,
      load: (works: Hex[], { ask }, { first }) =>
        ask(async ({ db, head }) =>
          firstOfEach(works, (await readShares(db, { works }))(head.timestamp), first),
        ),
    }),
    upstream: t.loadableList({
      type: CitationType,
      description: "What it was built on, in the order of registration.",
      args: { first: t.arg.int({ defaultValue: MAX_SHARES }) },
      byPath: true,
      resolve: ({ id }) => id as Hex,
      load: (works: Hex[], { ask }, { first }) =>
        ask(async ({ db }) => firstOfEach(works, await readUpstream(db, { works }), first)),
    }),
    citedBy: t.loadableList({
      type: CitationType,
      description: "Later works that cite it, the first ones in the order of registration.",
      args: { first: t.arg.int({ defaultValue: CITED_BY }) },
      byPath: true,
      resolve: ({ id }) => id as Hex,
      load: (works: Hex[], { ask }, { first }) =>
        ask(async ({ db }) => {
          const limit = limitOf(first, CITED_BY);
          return firstOfEach(works, await readCitedBy(db, { works, limit }), limit);
        }),
    }),
    rounds: t.loadableList({
      type: RoundType,
      extensions: { size: ROUNDS },
      resolve: ({ id }) => id as Hex,
      load: (works: Hex[], { ask }) =>
        ask(async ({ db }) => {
          const found = await readBareRounds(db, { works });
          return works.map((work) => found.get(work) ?? []);
        }),
    }),
    critiques: t.loadableList({
      type: CritiqueType,
      extensions: { size: CRITIQUES },
      resolve: ({ id }) => id as Hex,
      load: (works: Hex[], { ask }) =>
        ask(async ({ db }) => {
          const found = await readCritiques(db, { subjects: works });
          return works.map((work) => found.get(work) ?? []);
        }),
    }),
    challenge: t.loadable({
      type: ChallengeType,
      nullable: true,
      resolve: ({ id }) => id as Hex,
      load: (works: Hex[], { ask }) =>
        ask(async ({ db }) => {
          const found = await readChallenges(db, { works });
          return works.map((work) => found.get(work) ?? null);
        }),
    }),
    settlement: t.loadable({
      type: SettlementType,
      nullable: true,
      resolve: ({ id }) => id as Hex,
      load: (works: Hex[], { ask }) =>
        ask(async ({ db }) => {
          const found = await readSettlements(db, { works });
          return works.map((work) => found.get(work) ?? null);
        }),
    }),
  }),
});

CitationType.implement({
  description: "A work and an earlier one that it was built on; which of the two is meant says the list.",
  fields: (t) => ({
    weight: t.exposeInt("weight", { description: "In parts per million." }),
    contribution: t.loadable({
      type: ContributionType,
      resolve: ({ id }) => id as Hex,
      load: (works: Hex[], { ask }) =>
        ask(async ({ db }) => {
          const found = await readContributions(db, works);
          return works.map((work) => found.get(work) ?? new Error(`The index cites ${work}, but lacks it.`));
        }),
    }),
  }),
});

/** In the order of `works`, as a loader wants it. */
function firstOfEach<item>(
  works: readonly Hex[],
  found: ReadonlyMap<Hex, item[]>,
  first: number | null | undefined,
): item[][] {
  const limit = limitOf(first, MAX_SHARES);
  return works.map((work) => (found.get(work) ?? []).slice(0, limit));
}

const ContributionConnection = builder.connectionObject({
  type: ContributionType,
  name: "ContributionConnection",
});

const { shape: FIELDS } = contributionSchema;
const isField = (name: string): name is keyof Contribution => name in FIELDS;

/** The fields of works that a list is asked for; what hangs on a work is read by itself. */
const readFields = (info: GraphQLResolveInfo): ReadonlySet<keyof Contribution> =>
  new Set([...selectedBelow(info, ["edges", "node"])].filter(isField));

builder.queryFields((t) => ({
  contribution: t.field({
    type: ContributionType,
    nullable: true,
    args: { id: t.arg({ type: "Bytes32", required: true }) },
    resolve: (_, { id }, { ask }) =>
      ask(async ({ db }) => (await readContributions(db, [id])).get(id) ?? null),
  }),
  contributions: t.field({
    type: ContributionConnection,
    args: {
      ...bothWays(PAGE),
      phase: t.arg({ type: Phase }),
      registrant: t.arg({ type: "Address" }),
      contributor: t.arg({
        type: "Bytes32",
        description: "An account's or identity's node that is credited.",
      }),
      epoch: t.arg.int(),
      q: t.arg.string({ description: "Words of the title, or their beginnings; each must be there." }),
      order: t.arg({ type: ContributionOrder, defaultValue: "newest" }),
    },
    resolve: async (_, { first, after, last, before, ...filters }, { ask }, info) => {
      const part = partOf({ first, after, last, before }, PAGE);
      const query = readArguments(contributionQuery, { ...filters, limit: part.limit, cursor: part.cursor });
      const manner = { backwards: part.backwards, fields: readFields(info) };
      return toConnection(await ask(({ db }) => listContributions(db, query, manner)), part);
    },
  }),
}));

identify("Contribution", (id, { ask }) =>
  ask(async ({ db }) => (await readContributions(db, [id as Hex])).get(id as Hex)),
);
