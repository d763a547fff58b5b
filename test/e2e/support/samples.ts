import { createApi, type Schemas, unwrap } from "@azora/sdk/api";
import type { Stack } from "./stack.ts";

const PAGE = 100;
/** At most so many of each: not every kind of record looks different. */
const MOST = 6;

/** What there is to look at in a network. */
export interface Samples {
  /** One of each look: by phase, whether somebody paid it, and what became of a challenge. */
  readonly works: readonly string[];
  readonly accounts: readonly string[];
  readonly identities: readonly string[];
  readonly payments: readonly { readonly flow: string; readonly position: number }[];
  /** One of each kind. */
  readonly records: readonly number[];
  /** One of each state. */
  readonly proposals: readonly string[];
}

type Api = ReturnType<typeof createApi>;

/** Looks for one of each look. */
export async function findSamples({ apiUrl }: Pick<Stack, "apiUrl">): Promise<Samples> {
  const api = createApi(apiUrl);
  const query = { limit: PAGE };
  const [works, records, proposals, people] = await Promise.all([
    unwrap(api.GET("/v1/contributions", { params: { query } })),
    unwrap(api.GET("/v1/ledger", { params: { query } })),
    unwrap(api.GET("/v1/proposals", { params: { query } })),
    unwrap(api.GET("/v1/people", { params: { query } })),
  ]);
  const accounts = await accountsOf(
    api,
    people.items.flatMap(({ account }) => account ?? []),
  );
  const received = accounts.flatMap((account) => account.received);
  return {
    works: await worksOf(
      api,
      works.items.map(({ id }) => id),
    ),
    accounts: firsts(accounts, lookOfAccount).map(({ address }) => address),
    identities: firsts(
      people.items.filter(({ kind }) => kind === "Identity"),
      ({ account }) => account === null,
    ).map(({ node }) => node),
    payments: firsts(received, ({ minted, sourceKind }) => [minted, sourceKind].join()),
    records: firsts(records.items, ({ kind }) => kind).map(({ index }) => index),
    proposals: firsts(proposals.items, ({ state }) => state).map(({ id }) => id),
  };
}

async function worksOf(api: Api, ids: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(
    ids.map((id) => unwrap(api.GET("/v1/contributions/{id}", { params: { path: { id } } }))),
  );
  const look = ({ phase, rewards, challenge }: Schemas["ContributionDetail"]) =>
    [phase, rewards.length > 0, challenge?.outcome].join();
  return firsts(
    answers.map(({ contribution }) => contribution),
    look,
  ).map(({ id }) => id);
}

/** Those who earned, and those who judge. */
async function accountsOf(api: Api, earners: readonly string[]): Promise<Schemas["Account"][]> {
  const { items } = await unwrap(api.GET("/v1/judges", { params: { query: { limit: PAGE } } }));
  const addresses = [...new Set([...earners, ...items.map(({ account }) => account)])];
  const answers = await Promise.all(
    addresses.map((address) => unwrap(api.GET("/v1/accounts/{address}", { params: { path: { address } } }))),
  );
  return answers.map(({ account }) => account);
}

const lookOfAccount = ({ received, judge, identities, ether }: Schemas["Account"]): string =>
  [
    received.length > 0,
    judge?.seat === null,
    judge?.slashes.length,
    identities.length > 0,
    ether.length,
  ].join();

/** The first of each kind. */
function firsts<Item>(items: readonly Item[], kindOf: (item: Item) => unknown): Item[] {
  const found = new Map<unknown, Item>();
  for (const item of items) if (!found.has(kindOf(item))) found.set(kindOf(item), item);
  return [...found.values()].slice(0, MOST);
}
