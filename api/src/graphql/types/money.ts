import type { Received } from "../../routes/accounts/received.ts";
import type { Pool, TokenPool } from "../../routes/contributions/money.ts";
import { builder } from "../builder.ts";
import { NodeKind } from "../enums.ts";

export const PoolType = builder.objectRef<Pool>("Pool").implement({
  description: "AZR that waits for a work or an identity.",
  fields: (t) => ({
    balance: t.expose("balance", { type: "Wei" }),
    minted: t.expose("minted", {
      type: "Wei",
      description: "The part of the balance that counts as earned once it reaches an account.",
    }),
    received: t.expose("received", { type: "Wei", description: "In its whole life." }),
  }),
});

export const TokenPoolType = builder.objectRef<TokenPool>("TokenPool").implement({
  description: "Another token that waits for a work or an identity.",
  fields: (t) => ({
    token: t.expose("token", { type: "Address" }),
    balance: t.expose("balance", { type: "Wei" }),
    received: t.expose("received", { type: "Wei", description: "In its whole life." }),
  }),
});

export const ReceivedType = builder.objectRef<Received>("Received").implement({
  description: "What came to an account or identity, and from where.",
  fields: (t) => ({
    flow: t.exposeString("flow"),
    position: t.exposeInt("position", { description: "With `flow`, what `why` asks for." }),
    token: t.expose("token", { type: "Address" }),
    source: t.expose("source", { type: "Bytes32" }),
    sourceKind: t.expose("sourceKind", { type: NodeKind }),
    amount: t.expose("amount", { type: "Wei" }),
    minted: t.expose("minted", { type: "Wei" }),
    timestamp: t.expose("timestamp", { type: "Long" }),
  }),
});
