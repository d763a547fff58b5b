import type { Address, Hex } from "viem";

/** What requests ask for: some of each, so that not the same row is asked for again and again. */
export interface Samples {
  readonly contributions: readonly Hex[];
  readonly accounts: readonly Address[];
  readonly leaves: readonly number[];
  readonly registrants: readonly Address[];
}

/** A request, by GET unless it has a body. */
export interface Ask {
  readonly path: string;
  readonly body?: string;
}

/** One of the commonest reads. */
export interface Read {
  readonly name: string;
  /** Of the product's API. */
  readonly ours: readonly Ask[];
  /** The same fields by Ponder's GraphQL, where it can tell them. */
  readonly ponders?: readonly Ask[];
  /** The same by PostGraphile, which was weighed as the engine. */
  readonly postgraphiles?: readonly Ask[];
}

export const PAGE = 50;
/** Of the 50 works and all that hangs on them. */
export const NESTED = "50 contributions with shares and rounds (GraphQL)";
export const FLAT = "50 contributions (GraphQL)";

const question = (query: string, variables: object = {}): Ask => ({
  path: "/graphql",
  body: JSON.stringify({ query, variables }),
});

const flat = "id number registrant phase level points epoch amount registeredAt";
const nested = "id number phase level amount";
const share = "node weight";
const round = "round panelSize level armedAt";
/** PostGraphile's `id` is one of its own. */
const asRow = (fields: string): string => fields.replace(/^id /, "rowId ");

/** The ten commonest reads of the web app and of those who integrate. */
export const readsOf = (samples: Samples): readonly Read[] => [
  {
    name: "protocol",
    ours: [{ path: "/v1/protocol" }],
    ponders: [
      question(
        "{ protocol(id: 1) { contributions settled rejected voided openRounds seats minted citadel withdrawn ledgerSize } }",
      ),
    ],
  },
  { name: "50 contributions", ours: [{ path: `/v1/contributions?limit=${PAGE}` }] },
  {
    name: "a contribution",
    ours: samples.contributions.map((id) => ({ path: `/v1/contributions/${id}` })),
    ponders: samples.contributions.map((id) =>
      question(
        `query($id: String!) { contribution(id: $id) { ${flat} contributors { items { ${share} } } rounds { items { ${round} } } } }`,
        { id },
      ),
    ),
  },
  {
    name: "contributions of a registrant",
    ours: samples.registrants.map((registrant) => ({
      path: `/v1/contributions?limit=${PAGE}&registrant=${registrant}`,
    })),
  },
  { name: "an account", ours: samples.accounts.map((account) => ({ path: `/v1/accounts/${account}` })) },
  { name: "50 people", ours: [{ path: `/v1/people?limit=${PAGE}` }] },
  {
    name: "50 leaves",
    ours: [{ path: `/v1/ledger?limit=${PAGE}` }],
    ponders: [
      question(
        `{ leafs(limit: ${PAGE}, orderBy: "index", orderDirection: "desc") { items { index timestamp emitter kind subject actor dataHash } } }`,
      ),
    ],
  },
  {
    name: "a leaf",
    ours: samples.leaves.map((index) => ({ path: `/v1/ledger/${index}` })),
    ponders: samples.leaves.map((index) =>
      question(
        "query($i: BigInt!) { leaf(index: $i) { index timestamp emitter kind subject actor dataHash } }",
        { i: String(index) },
      ),
    ),
  },
  {
    name: FLAT,
    ours: [
      question(
        `{ contributions(first: ${PAGE}) { edges { node { ${flat} } } pageInfo { endCursor hasNextPage } } }`,
      ),
    ],
    ponders: [
      question(
        `{ contributions(limit: ${PAGE}, orderBy: "number", orderDirection: "desc") { items { ${flat} } pageInfo { endCursor hasNextPage } } }`,
      ),
    ],
    postgraphiles: [
      question(
        `{ allContributions(first: ${PAGE}, orderBy: NUMBER_DESC) { edges { node { ${asRow(flat)} } } pageInfo { endCursor hasNextPage } } }`,
      ),
    ],
  },
  {
    name: NESTED,
    ours: [
      question(
        `{ contributions(first: ${PAGE}) { edges { node { ${nested} contributors { ${share} } rounds { ${round} } } } pageInfo { endCursor hasNextPage } } }`,
      ),
    ],
    ponders: [
      question(
        `{ contributions(limit: ${PAGE}, orderBy: "number", orderDirection: "desc") { items { ${nested} contributors { items { ${share} } } rounds { items { ${round} } } } pageInfo { endCursor hasNextPage } } }`,
      ),
    ],
    postgraphiles: [
      question(
        `{ allContributions(first: ${PAGE}, orderBy: NUMBER_DESC) { edges { node { ${asRow(nested)} contributorSharesByContribution { nodes { ${share} } } roundsByContribution { nodes { ${round} } } } } pageInfo { endCursor hasNextPage } } }`,
      ),
    ],
  },
];
