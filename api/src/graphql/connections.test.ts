import { expect } from "chai";
import { z } from "zod";
import { useApi } from "../testing/api.ts";

const connectionSchema = z.object({
  edges: z.array(z.object({ cursor: z.string(), node: z.record(z.string(), z.unknown()) })),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
});
const answerSchema = z.object({ data: z.object({ list: connectionSchema }) });

/** Lists that go both ways: the key of an item, and each order. */
const LISTS: Readonly<Record<string, { key: string; with?: string; orders?: readonly string[] }>> = {
  contributions: { key: "number", orders: ["newest", "oldest", "amount"] },
  records: { key: "index", orders: ["newest", "oldest"] },
  epochs: { key: "number" },
  judges: { key: "account" },
  people: { key: "node" },
  proposals: { key: "id" },
  series: { key: "start", with: "period: hour, ", orders: ["newest", "oldest"] },
};

describe("api: connections of GraphQL", () => {
  const api = useApi();

  async function post(query: string): Promise<unknown> {
    const response = await api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query }),
    });
    return response.json();
  }

  for (const [list, { key, with: filter = "", orders = [""] }] of Object.entries(LISTS))
    for (const order of orders) {
      async function page(part: string) {
        const answer = await post(
          `{ list: ${list}(${filter}${order && `order: ${order}, `}${part}) { edges { cursor node { ${key} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        );
        const { edges, pageInfo } = answerSchema.parse(answer).data.list;
        return { keys: edges.map(({ node }) => node[key]), ...pageInfo };
      }

      it(`goes through ${list} backwards as forwards ${order}`, async () => {
        const all = (await page("first: 100")).keys;
        expect(all.length).to.be.above(2);
        const back: unknown[] = [];
        let found = await page("last: 2");
        expect(found).to.include({ hasNextPage: false, hasPreviousPage: true });
        for (back.unshift(...found.keys); found.hasPreviousPage; back.unshift(...found.keys)) {
          found = await page(`last: 2, before: "${found.startCursor}"`);
          expect(found.hasNextPage).to.equal(true);
        }
        expect(back).to.deep.equal(all);
        // Back from the second page is the first.
        const first = await page("first: 2");
        const second = await page(`first: 1, after: "${first.endCursor}"`);
        expect(second.hasPreviousPage).to.equal(true);
        expect((await page(`last: 2, before: "${second.startCursor}"`)).keys).to.deep.equal(first.keys);
      });
    }

  it("refuses both ways at once, and counts what is asked for", async () => {
    const refusal = async (part: string) =>
      JSON.stringify(await post(`{ contributions(${part}) { edges { cursor } } }`));
    expect(await refusal('last: 2, after: "x"')).to.match(/`before` with `last`: not both/);
    expect(await refusal("last: 0")).to.match(/`last` must be from 1 to 100/);
    expect(await refusal("last: 101")).to.match(/`last` must be from 1 to 100/);
    const wide = (part: string) =>
      post(
        `{ contributions(${part}) { edges { node { upstream { contribution { citedBy(first: 5) { weight } } } } } } }`,
      );
    expect(JSON.stringify(await wide("last: 100"))).to.match(/QUERY_TOO_LARGE/);
    expect(JSON.stringify(await wide("last: 10"))).to.match(/^\{"data"/);
  });
});
