import { type Bucket, findBucket, listBuckets } from "../../routes/series/list.ts";
import { bucketQuery } from "../../routes/series/schema.ts";
import { readArguments } from "../arguments.ts";
import { builder } from "../builder.ts";
import { bothWays, partOf, toConnection } from "../connections.ts";
import { Period, SeriesOrder } from "../enums.ts";
import { identify, idOf, NodeInterface } from "../node.ts";

const PAGE = 20;

const BucketType = builder.objectRef<Bucket>("Bucket").implement({
  description: "What happened within an hour or a day of the chain's clock. Amounts are of AZR.",
  interfaces: [NodeInterface],
  fields: (t) => ({
    id: t.id({ resolve: ({ start, end }) => idOf("Bucket", end - start, start) }),
    start: t.expose("start", { type: "Long" }),
    end: t.expose("end", { type: "Long", description: "The first second after it." }),
    registered: t.exposeInt("registered"),
    accepted: t.exposeInt("accepted"),
    rejected: t.exposeInt("rejected"),
    settled: t.exposeInt("settled"),
    judged: t.exposeInt("judged", { description: "Votes of judges that were revealed." }),
    challenged: t.exposeInt("challenged"),
    voted: t.exposeInt("voted", { description: "Votes on proposals." }),
    minted: t.expose("minted", { type: "Wei" }),
    paid: t.expose("paid", { type: "Wei", description: "What came to accounts through the graph." }),
    withdrawn: t.expose("withdrawn", { type: "Wei" }),
    fundIn: t.expose("fundIn", { type: "Wei" }),
    fundOut: t.expose("fundOut", { type: "Wei" }),
    supply: t.expose("supply", { type: "Wei", description: "After the last event that is counted here." }),
    fund: t.expose("fund", { type: "Wei", description: "What the CitadelFund held then." }),
  }),
});

const BucketConnection = builder.connectionObject({ type: BucketType, name: "BucketConnection" });

builder.queryFields((t) => ({
  series: t.field({
    type: BucketConnection,
    description:
      "Hours or days in which something happened. Where one is left out, what there was at its end is what the one before says.",
    args: {
      period: t.arg({ type: Period, defaultValue: "day" }),
      ...bothWays(PAGE),
      from: t.arg({ type: "Long", description: "Only those that begin at this second or later." }),
      until: t.arg({ type: "Long", description: "Only those that begin before this second." }),
      order: t.arg({ type: SeriesOrder, defaultValue: "newest" }),
    },
    resolve: async (_, { first, after, last, before, ...filters }, { ask }) => {
      const part = partOf({ first, after, last, before }, PAGE);
      const query = readArguments(bucketQuery, { ...filters, limit: part.limit, cursor: part.cursor });
      return toConnection(await ask(({ db }) => listBuckets(db, query, part.backwards)), part);
    },
  }),
}));

identify("Bucket", (key, { ask }) => {
  const [, length, start] = /^(3600|86400):(\d{1,15})$/.exec(key) ?? [];
  return ask(async ({ db }) => (length && start ? findBucket(db, Number(length), BigInt(start)) : undefined));
});
