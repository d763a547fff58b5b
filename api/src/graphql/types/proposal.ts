import type { Hex } from "viem";
import { findProposal, type ProposalDetail } from "../../routes/proposals/detail.ts";
import { listProposals, type Proposal } from "../../routes/proposals/list.ts";
import { proposalQuery } from "../../routes/proposals/schema.ts";
import { readArguments } from "../arguments.ts";
import { builder } from "../builder.ts";
import { bothWays, partOf, toConnection } from "../connections.ts";
import { ProposalState, VoteChoice } from "../enums.ts";
import { identify, NodeInterface } from "../node.ts";
import { CritiqueType } from "./critique.ts";

const PAGE = 20;
/** As many as the REST route shows. */
const VOTES = 100;
const FEW = 4;

const ProposalType = builder.objectRef<Proposal>("Proposal").implement({
  description: "What the governor is asked to do, and how the votes on it stand.",
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its id in the governor, as 32 bytes." }),
    proposer: t.expose("proposer", { type: "Address" }),
    description: t.exposeString("description"),
    state: t.expose("state", { type: ProposalState }),
    proposedAt: t.expose("proposedAt", { type: "Long" }),
    voteStart: t.expose("voteStart", { type: "Long" }),
    voteEnd: t.expose("voteEnd", { type: "Long" }),
    votesFor: t.expose("votesFor", { type: "Wei" }),
    votesAgainst: t.expose("votesAgainst", { type: "Wei" }),
    votesAbstain: t.expose("votesAbstain", { type: "Wei" }),
    quorum: t.expose("quorum", { type: "Wei" }),
    voters: t.exposeInt("voters"),
    eta: t.expose("eta", { type: "Long", nullable: true }),
    executedAt: t.expose("executedAt", { type: "Long", nullable: true }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const CallType = builder.objectRef<ProposalDetail["calls"][number]>("ProposalCall").implement({
  fields: (t) => ({
    target: t.expose("target", { type: "Address" }),
    value: t.expose("value", { type: "Wei" }),
    calldata: t.exposeString("calldata"),
  }),
});

const VoteType = builder.objectRef<ProposalDetail["votes"][number]>("Vote").implement({
  fields: (t) => ({
    voter: t.expose("voter", { type: "Address" }),
    choice: t.expose("choice", { type: VoteChoice }),
    weight: t.expose("weight", { type: "Wei" }),
    reason: t.exposeString("reason"),
    castAt: t.expose("castAt", { type: "Long" }),
  }),
});

const ProposalDetailType = builder.objectRef<ProposalDetail>("ProposalDetail").implement({
  fields: (t) => ({
    proposal: t.field({ type: ProposalType, resolve: (detail) => detail }),
    calls: t.expose("calls", { type: [CallType], extensions: { size: FEW } }),
    votes: t.expose("votes", { type: [VoteType], extensions: { size: VOTES } }),
    critiques: t.expose("critiques", { type: [CritiqueType], extensions: { size: FEW } }),
  }),
});

const ProposalConnection = builder.connectionObject({ type: ProposalType, name: "ProposalConnection" });

builder.queryFields((t) => ({
  proposal: t.field({
    type: ProposalDetailType,
    nullable: true,
    args: { id: t.arg({ type: "Bytes32", required: true }) },
    resolve: (_, { id }, { ask }) => ask(async (snapshot) => (await findProposal(snapshot, id)) ?? null),
  }),
  proposals: t.field({
    type: ProposalConnection,
    description: "Latest first.",
    args: {
      ...bothWays(PAGE),
      proposer: t.arg({ type: "Address" }),
    },
    resolve: async (_, { proposer, ...edges }, { ask }) => {
      const part = partOf(edges, PAGE);
      const query = readArguments(proposalQuery, { limit: part.limit, cursor: part.cursor, proposer });
      return toConnection(await ask((snapshot) => listProposals(snapshot, query, part.backwards)), part);
    },
  }),
}));

identify("Proposal", (id, { ask }) => ask((snapshot) => findProposal(snapshot, id as Hex)));
