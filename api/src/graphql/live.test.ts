import { setTimeout as sleep } from "node:timers/promises";
import * as tables from "@azora/indexer/schema";
import { expect } from "chai";
import { eq } from "drizzle-orm";
import { useApi } from "../testing/api.ts";
import { work } from "../testing/names.ts";
import { blockRow } from "../testing/rows.ts";
import { HEAD } from "../testing/world.ts";

const WAIT_MS = 10_000;
const MESSAGE = /event: (\w+)\ndata:(.*)\n\n/;

describe("api: live queries of GraphQL", function () {
  this.timeout(30_000);
  const api = useApi();
  let block = HEAD;

  /** What a block does that changes the amount of the first work, or nothing of it. */
  async function mine(amount?: bigint): Promise<void> {
    block += 1;
    await api().build.transact(async (db) => {
      await db.insert(tables.block).values(blockRow(block));
      if (amount !== undefined)
        await db
          .update(tables.contribution)
          .set({ amount })
          .where(eq(tables.contribution.id, work(1)));
    });
    await api().context.feed.wake();
  }

  /** The answers of a subscription, one after the other. */
  async function subscribe(query: string, variables: Record<string, unknown> = {}) {
    const response = await api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify({ query, variables }),
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    async function read(): Promise<string> {
      const part = await Promise.race([reader?.read(), sleep(WAIT_MS, undefined, { ref: false })]);
      if (part?.value === undefined) throw new Error(`nothing came after ${text}`);
      return part.value;
    }
    async function next(): Promise<unknown> {
      let found = MESSAGE.exec(text);
      for (; found === null; found = MESSAGE.exec(text)) text += await read();
      text = text.slice(found.index + found[0].length);
      return found[1] === "next" ? JSON.parse(found[2] ?? "") : found[1];
    }
    return { response, next, stop: async () => reader?.cancel() };
  }

  const amountOf = `subscription ($id: Bytes32!, $topics: [String!]) { live(topics: $topics) { contribution(id: $id) { amount } } }`;
  const ofWork = { id: work(1), topics: ["head"] };
  const answer = (amount: bigint) => ({ data: { live: { contribution: { amount: amount.toString() } } } });

  it("answers now, and again when something of it happened", async () => {
    await mine(1n);
    const { response, next, stop } = await subscribe(amountOf, ofWork);
    expect(response.headers.get("content-type")).to.match(/^text\/event-stream/);
    expect(response.headers.get("cache-control")).to.equal("no-store");
    expect(await next()).to.deep.equal(answer(1n));
    // An answer that says the same is not sent.
    await mine();
    await mine(2n);
    expect(await next()).to.deep.equal(answer(2n));
    await mine(3n);
    expect(await next()).to.deep.equal(answer(3n));
    await stop();
  });

  it("is all of one block, with fragments and under other names", async () => {
    const { next, stop } = await subscribe(
      `subscription Watch { now: live(topics: ["head"]) { block { number } ...Totals } } fragment Totals on Query { protocol { contributions } }`,
    );
    expect(await next()).to.deep.equal({
      data: { now: { block: { number: block }, protocol: { contributions: 7 } } },
    });
    await mine();
    expect(await next()).to.nested.include({ "data.now.block.number": block });
    await stop();
  });

  it("gives its place back when the client goes", async () => {
    const before = api().context.feed.size;
    const { next, stop } = await subscribe(amountOf, ofWork);
    await next();
    expect(api().context.feed.size).to.equal(before + 1);
    await stop();
    for (let i = 0; i < 100 && api().context.feed.size > before; i += 1) await sleep(20);
    expect(api().context.feed.size).to.equal(before);
  });

  it("refuses what it cannot follow, and says why", async () => {
    const refusal = async (query: string) => {
      const { next } = await subscribe(query);
      const { errors } = (await next()) as { errors: { message: string; extensions: { code: string } }[] };
      return `${errors[0]?.extensions.code}: ${errors[0]?.message}`;
    };
    expect(await refusal('subscription { live(topics: ["nothing"]) { block { number } } }')).to.match(
      /^BAD_USER_INPUT: `topics` must be `protocol`/,
    );
    expect(await refusal("subscription { live(topics: []) { block { number } } }")).to.match(/from 1 to 20/);
    expect(
      await refusal("subscription { ...A } fragment A on Subscription { live { block { number } } }"),
    ).to.match(/^BAD_REQUEST: Ask for `live` itself/);
    expect(
      await refusal(
        "subscription { live { contributions(first: 100) { edges { node { upstream { weight contribution { id } } } } } } }",
      ),
    ).to.match(/^QUERY_TOO_LARGE: .* of 5000 at most/);
    expect(await refusal("subscription { live { nothing } }")).to.match(/^GRAPHQL_VALIDATION_FAILED/);
  });

  it("wants to be asked for as a stream, and opens none otherwise", async () => {
    const before = api().context.feed.size;
    const response = await api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query: "subscription { live { block { number } } }" }),
    });
    expect(response.status).to.equal(406);
    const { errors } = await response.json();
    expect(errors[0].message).to.match(/answered as text\/event-stream/);
    expect(api().context.feed.size).to.equal(before);
  });

  it("is a query like any other if that is what is asked", async () => {
    const { next } = await subscribe("{ protocol { contributions } }");
    expect(await next()).to.deep.equal({ data: { protocol: { contributions: 7 } } });
    expect(await next()).to.equal("complete");
  });
});
