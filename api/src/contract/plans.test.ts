import { expect } from "chai";
import type { PoolClient } from "pg";
import { z } from "zod";
import { useApi } from "../testing/api.ts";
import { CROWD, fillCrowd } from "../testing/crowd.ts";
import { operations, type Parameter, shapeOf } from "../testing/openapi.ts";
import { proposalRow } from "../testing/rows.ts";
import { LEAVES } from "../testing/world.ts";

/** Rows of each table. */
const ROWS = 20_000;
/** What a statement may look at, for pages of 20: a page, what hangs on it, and a little of what has to be passed over. */
const MOST = 1_000;
/** So far into a list is looked: what is read over to come there would be more than that. */
const DEPTH = 1_500;

/** What all lists take, and no filter is. */
const COMMON = new Set(["minBlock", "limit", "cursor", "fields", "order"]);
/** Each filter with what most rows have. Words are looked for that few titles have: of any other, all have to be ordered. */
const FILTERS: Readonly<Record<string, string>> = {
  phase: "Settled",
  registrant: CROWD.registrant,
  contributor: CROWD.contributor,
  epoch: String(CROWD.epoch),
  q: "topic199",
  proposer: CROWD.registrant,
  kind: "Registered",
  subject: CROWD.work,
  actor: CROWD.registrant,
  open: "true",
  period: "hour",
  from: "1000000000",
  until: "9000000000",
};
/** Of one person's works all have to be ordered by what they were worth: those of somebody who has some are. */
const AMONG: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  amount: { contributor: CROWD.other },
};

const planSchema = z.object({
  "Node Type": z.string(),
  "Actual Rows": z.number(),
  "Actual Loops": z.number(),
  "Rows Removed by Filter": z.number().default(0),
  "Rows Removed by Index Recheck": z.number().default(0),
  "Relation Name": z.string().optional(),
  get Plans() {
    return z.array(planSchema).default([]);
  },
});
type Plan = z.infer<typeof planSchema>;

/** How many rows of tables a plan looked at. */
function rowsRead(plan: Plan): number {
  const below = plan.Plans.reduce((sum, each) => sum + rowsRead(each), 0);
  if (plan["Relation Name"] === undefined) return below;
  const removed = plan["Rows Removed by Filter"] + plan["Rows Removed by Index Recheck"];
  return below + (plan["Actual Rows"] + removed) * plan["Actual Loops"];
}

interface Statement {
  text: string;
  values: unknown[];
}

describe("api: what a page costs", function () {
  this.timeout(300_000);
  const api = useApi();
  let asked: Statement[] = [];

  before(async () => {
    await fillCrowd(api().adminUrl, ROWS);
    api().pool.on("acquire", (client: PoolClient) => {
      const ask = client.query;
      client.query = (...parts: [{ text?: string; values?: unknown[] } | string]) => {
        const [first, values]: unknown[] = parts;
        const text = typeof first === "string" ? first : String(Object(first).text);
        asked.push({ text, values: Array.isArray(values) ? values : [] });
        return Reflect.apply(ask, client, parts);
      };
    });
    api().pool.on("release", (_, client) => Reflect.deleteProperty(client, "query"));
  });
  after(() => {
    for (const event of ["acquire", "release"]) api().pool.removeAllListeners(event);
  });

  async function ask(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
    asked = [];
    const response = await api().fetch(path, init);
    const answer: Record<string, unknown> = await response.json();
    expect(response.status, `${path} ${JSON.stringify(answer).slice(0, 300)}`).to.equal(200);
    expect(answer, path).to.not.have.property("errors");
    return answer;
  }

  /** Each statement that was asked last reads no more than its page. */
  async function holdToBound(what: string): Promise<void> {
    const statements = asked.filter(({ text }) => /^select/i.test(text));
    expect(statements.length, what).to.be.above(0);
    for (const { text, values } of statements) {
      const { rows } = await api().pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
      const [{ Plan: plan }] = z.tuple([z.object({ Plan: planSchema })]).parse(rows[0]["QUERY PLAN"]);
      expect(
        rowsRead(plan),
        `${what}\n${text}\n${JSON.stringify(plan, null, 1).slice(0, 6_000)}`,
      ).to.be.below(MOST);
    }
  }

  const lists = operations.filter(({ parameters }) => parameters.some(({ name }) => name === "cursor"));
  const THERE: Readonly<Record<string, string>> = { address: CROWD.judge };
  const pathOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name) => THERE[name] ?? "");
  const ordersOf = (parameters: readonly Parameter[]) => {
    const order = parameters.find(({ name }) => name === "order");
    return order ? (shapeOf(order).enum ?? []) : [undefined];
  };

  /** What is asked of a list: each of its filters by itself and none, in each of its orders. */
  const questionsOf = (parameters: readonly Parameter[]) =>
    ordersOf(parameters).flatMap((order) => {
      const filters = parameters.filter(({ name, in: place }) => place === "query" && !COMMON.has(name));
      const without = new URLSearchParams(order && { order });
      return [
        without,
        ...filters.map(({ name }) => {
          const value = AMONG[order ?? ""]?.[name] ?? FILTERS[name];
          if (value === undefined) throw new Error(`Which rows are to be found by ${name} is not said here.`);
          return new URLSearchParams([...without, [name, value]]);
        }),
      ];
    });

  for (const { path, parameters } of lists)
    for (const question of questionsOf(parameters))
      it(`is the same however long the list: ${path} ${question}`, async () => {
        const url = `${pathOf(path)}?${question}`;
        const page = await ask(url);
        await holdToBound(`${url}, at its beginning`);
        let next = page["next"];
        for (let depth = 0; depth < DEPTH && typeof next === "string"; depth += 100)
          ({ next } = await ask(`${url}&limit=100&cursor=${next}`));
        if (typeof next !== "string") return;
        await ask(`${url}&cursor=${next}`);
        await holdToBound(`${url}, far into it`);
      });

  const connections: Readonly<Record<string, string>> = {
    contributions: "number contributors { node } upstream { weight } citedBy { weight }",
    records: "index",
    series: "start",
    epochs: "number",
    people: "node",
    judges: "account",
    proposals: "state",
  };
  for (const [list, fields] of Object.entries(connections))
    it(`is the same from the end of the list: ${list} of GraphQL`, async () => {
      const query = `{ ${list}(last: 20) { edges { node { ${fields} } } pageInfo { startCursor } } }`;
      await ask(`/graphql?query=${encodeURIComponent(query)}`);
      await holdToBound(query);
    });

  const things: Readonly<Record<string, string>> = {
    contribution: `/v1/contributions/${CROWD.work}`,
    account: `/v1/accounts/${CROWD.registrant}`,
    judge: `/v1/accounts/${CROWD.judge}`,
    proposal: `/v1/proposals/${proposalRow(4).id}`,
    record: `/v1/ledger/${LEAVES - 1}`,
    protocol: "/v1/protocol",
    commons: "/v1/commons",
    constitution: "/v1/constitution",
    "search for a beginning": "/v1/search?q=0x0",
    "search for words": "/v1/search?q=topic199",
  };
  for (const [what, path] of Object.entries(things))
    it(`is the same however much hangs on a thing: ${what}`, async () => {
      await ask(path);
      await holdToBound(path);
    });
});
