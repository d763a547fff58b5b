import { searchQuery } from "../../routes/search/schema.ts";
import { type Found, search } from "../../routes/search/search.ts";
import { readArguments } from "../arguments.ts";
import { builder } from "../builder.ts";
import { NodeKind } from "../enums.ts";
import { ContributionType } from "./contribution.ts";

const PAGE = 10;

const FoundPersonType = builder.objectRef<Found["people"][number]>("FoundPerson").implement({
  fields: (t) => ({
    node: t.expose("node", { type: "Bytes32" }),
    kind: t.expose("kind", { type: NodeKind }),
    account: t.expose("account", { type: "Address", nullable: true }),
    name: t.exposeString("name", {
      nullable: true,
      description: "An identity's name, if it was found by it: the index knows its hash only.",
    }),
    credited: t.exposeInt("credited"),
  }),
});

// The search's own `first` says how many there are of each; see limits.ts.
const FoundType = builder.objectRef<Found>("Found").implement({
  fields: (t) => ({
    contributions: t.expose("contributions", { type: [ContributionType], extensions: { size: 1 } }),
    people: t.expose("people", { type: [FoundPersonType], extensions: { size: 1 } }),
  }),
});

builder.queryFields((t) => ({
  search: t.field({
    type: FoundType,
    description:
      "By words of titles, the number of a work, the beginning of an address or id, or the name of an identity.",
    args: { q: t.arg.string({ required: true }), first: t.arg.int({ defaultValue: PAGE }) },
    resolve: (_, { q, first }, { ask }) => {
      const query = readArguments(searchQuery, { q, limit: first });
      return ask((snapshot) => search(snapshot, query));
    },
  }),
}));
