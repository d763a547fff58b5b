import { EXECUTED_BY } from "../../http/fields.ts";
import { type Commons, readCommons } from "../../routes/commons/commons.ts";
import { builder } from "../builder.ts";

const FundEpochType = builder.objectRef<Commons["epochs"][number]>("FundEpoch").implement({
  description: "What the fund may do with a token in an epoch; the zero address stands for ETH.",
  fields: (t) => ({
    token: t.expose("token", { type: "Address" }),
    epoch: t.exposeInt("epoch"),
    opening: t.expose("opening", { type: "Wei" }),
    granted: t.expose("granted", { type: "Wei" }),
    stipends: t.expose("stipends", { type: "Wei" }),
    fees: t.expose("fees", { type: "Wei", description: "Of critics' flags; under the same cap as grants." }),
    openedAt: t.expose("openedAt", { type: "Long" }),
  }),
});

const FundTokenType = builder.objectRef<Commons["tokens"][number]>("FundToken").implement({
  description: "What rewards brought of a token and what was paid out of it, in the fund's whole life.",
  fields: (t) => ({
    token: t.expose("token", { type: "Address" }),
    rewards: t.expose("rewards", { type: "Wei", description: "The tenths of direct rewards." }),
    granted: t.expose("granted", { type: "Wei" }),
    stipends: t.expose("stipends", { type: "Wei" }),
    fees: t.expose("fees", { type: "Wei", description: "Of critics' flags." }),
  }),
});

const GrantType = builder.objectRef<Commons["grants"][number]>("Grant").implement({
  fields: (t) => ({
    id: t.exposeString("id"),
    token: t.expose("token", { type: "Address" }),
    to: t.expose("to", { type: "Address" }),
    amount: t.expose("amount", { type: "Wei" }),
    epoch: t.exposeInt("epoch"),
    purposeHash: t.expose("purposeHash", { type: "Bytes32" }),
    record: t.expose("record", { type: "Long", description: "Its leaf on the audit ledger." }),
    proposal: t.expose("proposal", {
      type: "Bytes32",
      nullable: true,
      description: `${EXECUTED_BY}.`,
    }),
    timestamp: t.expose("timestamp", { type: "Long" }),
    block: t.expose("block", { type: "Long" }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const StipendType = builder.objectRef<Commons["stipends"][number]>("Stipend").implement({
  description: "A judge's pay for a counted vote.",
  fields: (t) => ({
    contribution: t.expose("contribution", { type: "Bytes32" }),
    round: t.exposeInt("round"),
    validator: t.expose("validator", { type: "Address" }),
    amount: t.expose("amount", { type: "Wei" }),
    epoch: t.exposeInt("epoch"),
    record: t.expose("record", { type: "Long", description: "Its leaf on the audit ledger." }),
    timestamp: t.expose("timestamp", { type: "Long" }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const CommonsType = builder.objectRef<Commons>("Commons").implement({
  description: "The CitadelFund: what it holds, what it may spend, and what it spent last.",
  fields: (t) => ({
    azr: t.expose("azr", { type: "Wei" }),
    ether: t.expose("ether", { type: "Wei" }),
    tokens: t.expose("tokens", {
      type: [FundTokenType],
      description: "AZR, ETH, and of all others the 20 that changed last.",
    }),
    epochs: t.expose("epochs", { type: [FundEpochType], description: "The latest 20." }),
    grants: t.expose("grants", { type: [GrantType], description: "The latest 20." }),
    stipends: t.expose("stipends", { type: [StipendType], description: "The latest 20." }),
  }),
});

builder.queryFields((t) => ({
  commons: t.field({
    type: CommonsType,
    resolve: (_, __, { ask, deployment }) => ask(({ db }) => readCommons(db, deployment)),
  }),
}));
