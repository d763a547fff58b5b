import { phaseNames } from "@azora/sdk";
import type { Head } from "../../database/IndexReader.ts";
import { wholeKey } from "../../http/cursors.ts";
import { type Epoch, findEpoch, listEpochs } from "../../routes/epochs/list.ts";
import { epochQuery } from "../../routes/epochs/schema.ts";
import { type Protocol, readProtocol } from "../../routes/protocol/protocol.ts";
import { readArguments } from "../arguments.ts";
import { builder } from "../builder.ts";
import { bothWays, partOf, toConnection } from "../connections.ts";
import { Phase } from "../enums.ts";
import { CANONICAL, identify, idOf, NodeInterface } from "../node.ts";

const PAGE = 20;

const BlockType = builder.objectRef<Head>("Block").implement({
  description: "The block that the index has reached, and as of which the whole answer holds.",
  fields: (t) => ({
    number: t.expose("number", { type: "Long" }),
    hash: t.expose("hash", { type: "Bytes32" }),
    timestamp: t.expose("timestamp", { type: "Long" }),
  }),
});

const CitadelType = builder.objectRef<Protocol["citadel"]>("Citadel").implement({
  description: "The CitadelFund: what it holds of AZR and of ETH.",
  fields: (t) => ({
    azr: t.expose("azr", { type: "Wei" }),
    ether: t.expose("ether", { type: "Wei" }),
    minted: t.expose("minted", { type: "Wei", description: "The tenths of all settlements." }),
  }),
});

const RuleType = builder.objectRef<Protocol["rules"][number]>("Rule").implement({
  fields: (t) => ({
    name: t.exposeString("name"),
    unit: t.exposeString("unit"),
    value: t.expose("value", { type: "Wei" }),
    min: t.expose("min", { type: "Wei" }),
    max: t.expose("max", { type: "Wei" }),
  }),
});

const AttestorType = builder.objectRef<Protocol["attestors"][number]>("Attestor").implement({
  fields: (t) => ({
    account: t.expose("account", { type: "Address" }),
    activeFrom: t.expose("activeFrom", { type: "Long" }),
  }),
});

const CriticType = builder.objectRef<Protocol["critics"][number]>("Critic").implement({
  fields: (t) => ({
    account: t.expose("account", { type: "Address" }),
    since: t.expose("since", { type: "Long" }),
    critiques: t.exposeInt("critiques", { description: "How many it has recorded." }),
    flagsLeft: t.exposeInt("flagsLeft", { description: "How many scores it can still flag in this epoch." }),
    strikes: t.exposeInt("strikes", {
      description: "Flags that were not upheld, less one for each whole epoch since the last of them.",
    }),
  }),
});

const GuardianType = builder.objectRef<Protocol["guardian"]>("Guardian").implement({
  fields: (t) => ({
    account: t.expose("account", { type: "Address", nullable: true, description: "Null: nobody." }),
    termEnd: t.expose("termEnd", { type: "Long", nullable: true }),
    nextStopAt: t.expose("nextStopAt", { type: "Long" }),
    stoppedUntil: t.expose("stoppedUntil", {
      type: "Long",
      description: "The first second in which registrations are open again; 0 if never stopped.",
    }),
    reasonHash: t.expose("reasonHash", { type: "Bytes32", nullable: true, description: "Of the last stop." }),
  }),
});

const PhaseCountType = builder.objectRef<[keyof Protocol["phases"], number]>("PhaseCount").implement({
  fields: (t) => ({
    phase: t.field({ type: Phase, resolve: ([phase]) => phase }),
    works: t.int({ resolve: ([, works]) => works }),
  }),
});

const ProtocolType = builder.objectRef<Protocol>("Protocol").implement({
  fields: (t) => ({
    genesisTime: t.expose("genesisTime", { type: "Long" }),
    epochLength: t.expose("epochLength", { type: "Long" }),
    epoch: t.exposeInt("epoch", { description: "The present one, by the indexed block's time." }),
    supply: t.expose("supply", { type: "Wei" }),
    maxSupply: t.expose("maxSupply", { type: "Wei" }),
    citadel: t.expose("citadel", { type: CitadelType }),
    withdrawn: t.expose("withdrawn", { type: "Wei" }),
    contributions: t.exposeInt("contributions"),
    phases: t.field({
      type: [PhaseCountType],
      resolve: ({ phases }) => phaseNames.map((phase): [typeof phase, number] => [phase, phases[phase]]),
    }),
    openRounds: t.exposeInt("openRounds"),
    seats: t.exposeInt("seats"),
    people: t.exposeInt("people"),
    ledgerSize: t.expose("ledgerSize", { type: "Long" }),
    rulesVersion: t.exposeInt("rulesVersion"),
    rules: t.expose("rules", { type: [RuleType] }),
    articlesHash: t.expose("articlesHash", {
      type: "Bytes32",
      description: "SHA-256 of the text of the articles in force.",
    }),
    critics: t.expose("critics", { type: [CriticType], description: "Those in office." }),
    guardian: t.expose("guardian", { type: GuardianType }),
    attestors: t.expose("attestors", { type: [AttestorType] }),
  }),
});

const EpochType = builder.objectRef<Epoch>("Epoch").implement({
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ number }) => idOf("Epoch", number) }),
    number: t.exposeInt("number"),
    start: t.expose("start", { type: "Long" }),
    end: t.expose("end", { type: "Long" }),
    sealableAt: t.expose("sealableAt", { type: "Long" }),
    points: t.expose("points", { type: "Wei" }),
    isSealed: t.exposeBoolean("isSealed"),
    sealedAt: t.expose("sealedAt", { type: "Long", nullable: true }),
    budget: t.expose("budget", { type: "Wei" }),
    rate: t.expose("rate", { type: "Wei", nullable: true }),
    accepted: t.exposeInt("accepted"),
    settled: t.exposeInt("settled"),
    minted: t.expose("minted", { type: "Wei" }),
  }),
});

const EpochConnection = builder.connectionObject({ type: EpochType, name: "EpochConnection" });

builder.queryFields((t) => ({
  block: t.field({
    type: BlockType,
    resolve: (_, __, { ask }) => ask(async ({ head }) => head),
  }),
  protocol: t.field({
    type: ProtocolType,
    resolve: (_, __, { ask, deployment }) => ask((snapshot) => readProtocol(snapshot, deployment)),
  }),
  epochs: t.field({
    type: EpochConnection,
    description: "Epochs that a work has joined, or that were sealed; latest first.",
    args: bothWays(PAGE),
    resolve: async (_, edges, { ask }) => {
      const part = partOf(edges, PAGE);
      const query = readArguments(epochQuery, { limit: part.limit, cursor: part.cursor });
      return toConnection(await ask(({ db }) => listEpochs(db, query, part.backwards)), part);
    },
  }),
}));

identify("Epoch", async (key, { ask }) => {
  const number = CANONICAL.test(key) ? wholeKey.safeParse(Number(key)).data : undefined;
  return number === undefined ? undefined : ask(({ db }) => findEpoch(db, number));
});
