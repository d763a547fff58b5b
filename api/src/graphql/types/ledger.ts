import { findLeaf, type LedgerRecord, listRecords, toRecord } from "../../routes/ledger/list.ts";
import { recordQuery } from "../../routes/ledger/schema.ts";
import { readArguments } from "../arguments.ts";
import { builder } from "../builder.ts";
import { bothWays, partOf, toConnection } from "../connections.ts";
import { LeafKind, RecordOrder } from "../enums.ts";
import { CANONICAL, identify, idOf, NodeInterface } from "../node.ts";

const PAGE = 20;

const RecordType = builder.objectRef<LedgerRecord>("Record").implement({
  description: "A decision on the audit ledger.",
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ index }) => idOf("Record", index) }),
    index: t.expose("index", { type: "Long", description: "The leaf's place, from 0." }),
    timestamp: t.expose("timestamp", { type: "Long" }),
    emitter: t.expose("emitter", { type: "Address" }),
    kind: t.expose("kind", { type: LeafKind }),
    subject: t.expose("subject", { type: "Bytes32" }),
    actor: t.expose("actor", { type: "Address" }),
    dataHash: t.expose("dataHash", { type: "Bytes32" }),
    block: t.expose("block", { type: "Long" }),
    tx: t.expose("tx", { type: "Bytes32" }),
  }),
});

const RecordConnection = builder.connectionObject({ type: RecordType, name: "RecordConnection" });

builder.queryFields((t) => ({
  records: t.field({
    type: RecordConnection,
    args: {
      ...bothWays(PAGE),
      kind: t.arg({ type: LeafKind }),
      subject: t.arg({ type: "Bytes32" }),
      actor: t.arg({ type: "Address" }),
      order: t.arg({ type: RecordOrder, defaultValue: "newest" }),
    },
    resolve: async (_, { first, after, last, before, ...filters }, { ask }) => {
      const part = partOf({ first, after, last, before }, PAGE);
      const query = readArguments(recordQuery, { ...filters, limit: part.limit, cursor: part.cursor });
      return toConnection(await ask(({ db }) => listRecords(db, query, part.backwards)), part);
    },
  }),
}));

identify("Record", (key, { ask }) =>
  ask(async ({ db }) => {
    const leaf = CANONICAL.test(key) ? await findLeaf(db, Number(key)) : undefined;
    return leaf && toRecord(leaf);
  }),
);
