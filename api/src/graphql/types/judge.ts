import { isAddress } from "viem";
import { findJudge, type Judge, listJudges } from "../../routes/judges/list.ts";
import { judgeQuery } from "../../routes/judges/schema.ts";
import { readArguments } from "../arguments.ts";
import { builder } from "../builder.ts";
import { bothWays, partOf, toConnection } from "../connections.ts";
import { identify, idOf, NodeInterface } from "../node.ts";

const PAGE = 20;

const JudgeType = builder.objectRef<Judge>("Judge").implement({
  description: "An account that may judge, or did.",
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ account }) => idOf("Judge", account.toLowerCase()) }),
    account: t.expose("account", { type: "Address" }),
    seat: t.exposeInt("seat", { nullable: true }),
    drawn: t.exposeInt("drawn"),
    committed: t.exposeInt("committed"),
    revealed: t.exposeInt("revealed"),
  }),
});

const JudgeConnection = builder.connectionObject({ type: JudgeType, name: "JudgeConnection" });

builder.queryFields((t) => ({
  judges: t.field({
    type: JudgeConnection,
    description: "By their seats, and then those without one.",
    args: bothWays(PAGE),
    resolve: async (_, edges, { ask }) => {
      const part = partOf(edges, PAGE);
      const query = readArguments(judgeQuery, { limit: part.limit, cursor: part.cursor });
      return toConnection(await ask(({ db }) => listJudges(db, query, part.backwards)), part);
    },
  }),
}));

identify("Judge", async (key, { ask }) =>
  isAddress(key) && key === key.toLowerCase() ? ask(({ db }) => findJudge(db, key)) : undefined,
);
