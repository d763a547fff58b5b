import { isBytes32 } from "@azora/sdk";
import type { Address, Hex } from "viem";
import { type Account, readAccount } from "../../routes/accounts/account.ts";
import type { AccountJudge } from "../../routes/accounts/judge.ts";
import { findPerson, listPeople, type Person } from "../../routes/accounts/people.ts";
import { peopleQuery } from "../../routes/accounts/schema.ts";
import { findIdentity, type Identity } from "../../routes/identities/identity.ts";
import { readArguments } from "../arguments.ts";
import { builder } from "../builder.ts";
import { bothWays, partOf, toConnection } from "../connections.ts";
import { Fault, NodeKind, ReservationState } from "../enums.ts";
import { identify, idOf, NodeInterface } from "../node.ts";
import { PoolType, ReceivedType, TokenPoolType } from "./money.ts";

const PAGE = 20;

const WithdrawalType = builder.objectRef<Account["withdrawals"][number]>("Withdrawal").implement({
  fields: (t) => ({
    id: t.exposeString("id"),
    token: t.expose("token", { type: "Address" }),
    to: t.expose("to", { type: "Address" }),
    amount: t.expose("amount", { type: "Wei" }),
    timestamp: t.expose("timestamp", { type: "Long" }),
    block: t.expose("block", { type: "Long" }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const EtherType = builder.objectRef<Account["ether"][number]>("EtherCredit").implement({
  description: "ETH of returned bonds that a contract owes.",
  fields: (t) => ({
    contract: t.expose("contract", { type: "Address" }),
    owed: t.expose("owed", { type: "Wei" }),
    withdrawn: t.expose("withdrawn", { type: "Wei" }),
  }),
});

const OwnIdentityType = builder.objectRef<Account["identities"][number]>("AccountIdentity").implement({
  fields: (t) => ({
    node: t.expose("node", { type: "Bytes32" }),
    effectiveAt: t.expose("effectiveAt", { type: "Long" }),
    effective: t.exposeBoolean("effective"),
  }),
});

const StintType = builder.objectRef<AccountJudge["stints"][number]>("Stint").implement({
  description: "A seat from its taking to its end, with the bond behind it.",
  fields: (t) => ({
    number: t.exposeInt("number"),
    deposited: t.expose("deposited", { type: "Wei", description: "ETH that slashes are a part of." }),
    bond: t.expose("bond", { type: "Wei", description: "ETH that is left." }),
    seatedAt: t.expose("seatedAt", { type: "Long" }),
    endedAt: t.expose("endedAt", { type: "Long", nullable: true }),
    endedBy: t.expose("endedBy", { type: "Address", nullable: true }),
    reasonHash: t.expose("reasonHash", { type: "Bytes32", nullable: true }),
    unlocksAt: t.expose("unlocksAt", { type: "Long", nullable: true }),
  }),
});

const SlashType = builder.objectRef<AccountJudge["slashes"][number]>("Slash").implement({
  fields: (t) => ({
    contribution: t.expose("contribution", { type: "Bytes32" }),
    round: t.exposeInt("round"),
    stint: t.exposeInt("stint"),
    fault: t.expose("fault", { type: Fault }),
    amount: t.expose("amount", { type: "Wei" }),
    reward: t.expose("reward", { type: "Wei", description: "The prover's part of it." }),
    prover: t.expose("prover", { type: "Address" }),
    timestamp: t.expose("timestamp", { type: "Long" }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const AccountJudgeType = builder.objectRef<AccountJudge>("AccountJudge").implement({
  fields: (t) => ({
    seat: t.exposeInt("seat", { nullable: true }),
    drawn: t.exposeInt("drawn"),
    committed: t.exposeInt("committed"),
    revealed: t.exposeInt("revealed"),
    barredUntil: t.expose("barredUntil", { type: "Long", nullable: true }),
    stints: t.expose("stints", { type: [StintType], description: "The latest 20." }),
    slashes: t.expose("slashes", { type: [SlashType], description: "The latest 20." }),
  }),
});

const TokenCreditType = builder.objectRef<Account["tokens"][number]>("TokenCredit").implement({
  description: "What an account is owed of another token than AZR.",
  fields: (t) => ({
    token: t.expose("token", { type: "Address" }),
    owed: t.expose("owed", { type: "Wei" }),
    withdrawn: t.expose("withdrawn", { type: "Wei" }),
  }),
});

const VoiceType = builder.objectRef<Account["voice"]>("Voice").implement({
  description:
    "Units are what it had earned at its last withdrawal of AZR; votes count for it or its delegate.",
  fields: (t) => ({
    units: t.expose("units", { type: "Wei" }),
    votes: t.expose("votes", { type: "Wei" }),
    delegate: t.expose("delegate", { type: "Address" }),
  }),
});

const ReservationType = builder.objectRef<Account["reservations"][number]>("Reservation").implement({
  description: "A challenge reserved by its hash, which tells nobody of which work it is.",
  fields: (t) => ({
    hash: t.expose("hash", { type: "Bytes32" }),
    state: t.expose("state", { type: ReservationState }),
    deposit: t.expose("deposit", { type: "Wei" }),
    contribution: t.expose("contribution", {
      type: "Bytes32",
      nullable: true,
      description: "Null until it is used or given back.",
    }),
    firstBlock: t.expose("firstBlock", {
      type: "Long",
      description: "The first one in which it can be used.",
    }),
    lastBlock: t.expose("lastBlock", { type: "Long", description: "Afterwards the deposit is lost." }),
    reservedAt: t.expose("reservedAt", { type: "Long" }),
    endedAt: t.expose("endedAt", { type: "Long", nullable: true }),
    block: t.expose("block", { type: "Long" }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const AccountType = builder.objectRef<Account>("Account").implement({
  description: "Every address has an account; one that never took part is full of zeroes.",
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({
      description: "Its node: the address after 12 zero bytes.",
      resolve: ({ address }) => `0x${"0".repeat(24)}${address.slice(2).toLowerCase()}`,
    }),
    address: t.expose("address", { type: "Address" }),
    firstSeenAt: t.expose("firstSeenAt", { type: "Long", nullable: true }),
    registered: t.exposeInt("registered", { description: "Works that it registered." }),
    credited: t.exposeInt("credited", { description: "Works that credit it by its own address." }),
    owed: t.expose("owed", { type: "Wei", description: "AZR that it can withdraw." }),
    earned: t.expose("earned", { type: "Wei", description: "Newly minted AZR, in its life." }),
    withdrawn: t.expose("withdrawn", { type: "Wei" }),
    azr: t.expose("azr", { type: "Wei", description: "Its balance of AZR." }),
    ether: t.expose("ether", { type: [EtherType] }),
    tokens: t.expose("tokens", { type: [TokenCreditType] }),
    voice: t.expose("voice", { type: VoiceType }),
    identities: t.expose("identities", { type: [OwnIdentityType] }),
    judge: t.expose("judge", { type: AccountJudgeType, nullable: true }),
    reservations: t.expose("reservations", {
      type: [ReservationType],
      description: "Challenges that it reserved, the latest 20.",
    }),
    received: t.expose("received", { type: [ReceivedType], description: "The latest 20." }),
    withdrawals: t.expose("withdrawals", { type: [WithdrawalType], description: "The latest 20." }),
  }),
});

const LinkType = builder.objectRef<NonNullable<Identity["link"]>>("Link").implement({
  fields: (t) => ({
    account: t.expose("account", { type: "Address" }),
    proposedAt: t.expose("proposedAt", { type: "Long" }),
    effectiveAt: t.expose("effectiveAt", { type: "Long" }),
    effective: t.exposeBoolean("effective"),
    attestors: t.expose("attestors", { type: ["Address"] }),
  }),
});

const IdentityType = builder.objectRef<Identity>("Identity").implement({
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.exposeID("node", { description: "Its node." }),
    node: t.expose("node", { type: "Bytes32" }),
    firstSeenAt: t.expose("firstSeenAt", { type: "Long" }),
    credited: t.exposeInt("credited", { description: "Works that credit it." }),
    nonce: t.expose("nonce", { type: "Long", description: "Links that were vetoed." }),
    link: t.expose("link", { type: LinkType, nullable: true }),
    pool: t.expose("pool", { type: PoolType }),
    tokenPools: t.expose("tokenPools", { type: [TokenPoolType], description: "In other tokens than AZR." }),
    received: t.expose("received", { type: [ReceivedType], description: "The latest 20." }),
  }),
});

const PersonType = builder.objectRef<Person>("Person").implement({
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ node }) => idOf("Person", node) }),
    node: t.expose("node", { type: "Bytes32" }),
    kind: t.expose("kind", { type: NodeKind }),
    account: t.expose("account", { type: "Address", nullable: true }),
    earned: t.expose("earned", {
      type: "Wei",
      description: "For an account what it earned, for an identity what its pool received.",
    }),
    credited: t.exposeInt("credited"),
  }),
});

const PersonConnection = builder.connectionObject({ type: PersonType, name: "PersonConnection" });

builder.queryFields((t) => ({
  account: t.field({
    type: AccountType,
    args: { address: t.arg({ type: "Address", required: true }) },
    resolve: (_, { address }, { ask, deployment }) =>
      ask((snapshot) => readAccount(snapshot, deployment, address)),
  }),
  identity: t.field({
    type: IdentityType,
    nullable: true,
    args: { node: t.arg({ type: "Bytes32", required: true }) },
    resolve: (_, { node }, { ask, deployment }) =>
      ask(async (snapshot) => (await findIdentity(snapshot, deployment, node)) ?? null),
  }),
  people: t.field({
    type: PersonConnection,
    description: "Accounts that were credited and identities without an account, who received most first.",
    args: bothWays(PAGE),
    resolve: async (_, edges, { ask }) => {
      const part = partOf(edges, PAGE);
      const query = readArguments(peopleQuery, { limit: part.limit, cursor: part.cursor });
      return toConnection(await ask((snapshot) => listPeople(snapshot, query, part.backwards)), part);
    },
  }),
}));

identify("Account", (address, { ask, deployment }) =>
  ask((snapshot) => readAccount(snapshot, deployment, address as Address)),
);
identify("Identity", (node, { ask, deployment }) =>
  ask((snapshot) => findIdentity(snapshot, deployment, node as Hex)),
);
identify("Person", async (key, { ask }) =>
  isBytes32(key) ? ask((snapshot) => findPerson(snapshot, key)) : undefined,
);
