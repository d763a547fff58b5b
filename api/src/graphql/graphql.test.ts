import { expect } from "chai";
import { getIntrospectionQuery } from "graphql";
import { z } from "zod";
import { useApi } from "../testing/api.ts";
import { ALICE, azr, BOB, person, work } from "../testing/names.ts";
import { HEAD } from "../testing/world.ts";

const answerSchema = z.object({
  data: z.record(z.string(), z.json()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.record(z.string(), z.json()).optional() }))
    .optional(),
});

describe("api: GraphQL", () => {
  const api = useApi();

  async function ask(query: string, variables: Record<string, unknown> = {}, search = "") {
    const response = await api().fetch(`/graphql${search}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = answerSchema.parse(await response.json());
    return { status: response.status, headers: response.headers, data, errors };
  }

  async function data(query: string, variables?: Record<string, unknown>) {
    const { data: found, errors } = await ask(query, variables);
    expect(errors).to.equal(undefined);
    return found;
  }

  async function refusal(query: string, variables?: Record<string, unknown>) {
    const { data: found, errors } = await ask(query, variables);
    expect(found ?? null).to.equal(null);
    return `${errors?.[0]?.extensions?.code}: ${errors?.[0]?.message}`;
  }

  it("answers by POST and by GET, and says as of which block", async () => {
    const { data: found, headers } = await ask("{ block { number } }");
    expect(found).to.deep.equal({ block: { number: HEAD } });
    expect(headers.get("azora-block")).to.match(/^40;hash=/);
    const response = await api().fetch(`/graphql?query=${encodeURIComponent("{ block { number } }")}`);
    expect(await response.json()).to.deep.equal({ data: { block: { number: HEAD } } });
  });

  it("walks from a work to people, upstream and citers", async () => {
    const query = `query ($id: Bytes32!) {
      contribution(id: $id) {
        title amount phase
        contributors { kind weight account }
        upstream { weight contribution { number citedBy(first: 1) { contribution { number } } } }
        citedBy { contribution { number } }
        rounds { votes ballots { level } }
        settlement { people }
      }
    }`;
    expect(await data(query, { id: work(2) })).to.deep.equal({
      contribution: {
        title: null,
        amount: azr(3).toString(),
        phase: "Settled",
        contributors: [
          { kind: "Account", weight: 400_000, account: "0x000000000000000000000000000000000000a001" },
          { kind: "Identity", weight: 600_000, account: null },
        ],
        upstream: [
          { weight: 100_000, contribution: { number: 1, citedBy: [{ contribution: { number: 2 } }] } },
        ],
        citedBy: [{ contribution: { number: 3 } }],
        rounds: [{ votes: [2, 3, 3], ballots: [{ level: 3 }, { level: 3 }, { level: 3 }] }],
        settlement: { people: "2700000000000000000" },
      },
    });
    expect(await data(query, { id: work(99) })).to.deep.equal({ contribution: null });
  });

  it("asks one query a level, however many works there are", async () => {
    const statements: string[] = [];
    api().pool.on("acquire", (client) => {
      const ask = client.query;
      client.query = (...parts: [{ text?: string } | string]) => {
        const [first] = parts;
        statements.push(typeof first === "string" ? first : (first.text ?? ""));
        return Reflect.apply(ask, client, parts);
      };
    });
    api().pool.on("release", (_, client) => Reflect.deleteProperty(client, "query"));
    await data(`{ contributions { edges { node {
      contributors { node }
      upstream(first: 10) { contribution { number upstream(first: 10) { contribution { number } } } }
      citedBy(first: 10) { contribution { number } }
    } } } }`);
    for (const event of ["acquire", "release"]) api().pool.removeAllListeners(event);
    const reads = statements.filter((text) => /^(BEGIN[^;]*;\s*)?select/i.test(text));
    // The head and the works; their people, upstream and citers; the works of both; upstream of those; its works.
    expect(reads).to.have.length(2 + 3 + 1 + 1 + 1);
  });

  it("pages as Relay does, with the filters and orders of REST", async () => {
    const query = `query ($after: String, $first: Int) {
      contributions(first: $first, after: $after, order: amount) {
        edges { cursor node { number } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    const schema = z.object({
      contributions: z.object({
        edges: z.array(z.object({ cursor: z.string(), node: z.object({ number: z.int() }) })),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }),
      }),
    });
    const numbers: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { contributions }: z.infer<typeof schema> = schema.parse(await data(query, { first: 2, after }));
      numbers.push(...contributions.edges.map(({ node }) => node.number));
      more = contributions.pageInfo.hasNextPage;
      after = contributions.pageInfo.endCursor;
      expect(contributions.edges.at(-1)?.cursor).to.equal(after);
    }
    expect(numbers).to.deep.equal([1, 4, 3, 2, 7, 6, 5]);
    const filtered = `{ contributions(registrant: "${BOB}", phase: Settled) { edges { node { number } } pageInfo { endCursor } } }`;
    expect(await data(filtered)).to.nested.include({ "contributions.edges[0].node.number": 2 });
    const none = await data(
      `{ contributions(phase: Void) { edges { cursor } pageInfo { endCursor startCursor hasNextPage } } }`,
    );
    expect(none).to.deep.equal({
      contributions: { edges: [], pageInfo: { endCursor: null, startCursor: null, hasNextPage: false } },
    });
  });

  it("answers for accounts, identities, people, epochs, the protocol and records", async () => {
    const found = await data(`{
      account(address: "${ALICE}") { owed judge { seat } identities { effective } received { amount } withdrawals { to } ether { owed } reservations { state deposit contribution } }
      identity(node: "${person(2)}") { nonce link { effective attestors } pool { balance } received { flow } }
      nobody: identity(node: "${person(99)}") { node }
      people { edges { node { earned account } } pageInfo { hasNextPage } }
      epochs(first: 1) { edges { node { number budget rate } } pageInfo { hasNextPage } }
      protocol { supply phases { phase works } rules { name value } citadel { azr } attestors { account } }
      records(first: 2, order: oldest) { edges { node { index kind } } }
    }`);
    expect(found).to.deep.include({ nobody: null });
    expect(found).to.nested.include({
      "account.owed": azr(3).toString(),
      "account.identities[0].effective": true,
      "account.reservations[1].state": "Released",
      "account.reservations[1].contribution": work(6),
      "identity.link.effective": false,
      "people.edges[0].node.earned": azr(4).toString(),
      "epochs.edges[0].node.number": 3,
      "epochs.pageInfo.hasNextPage": true,
      "protocol.phases[6].works": 4,
      "records.edges[1].node.index": 1,
    });
  });

  it("refuses what is too large, and says how to ask for less", async () => {
    const deep = `${"upstream { contribution { ".repeat(10)}id${" } }".repeat(10)}`;
    expect(await refusal(`{ contribution(id: "${work(1)}") { ${deep} } }`)).to.match(
      /^QUERY_TOO_LARGE: This query goes 22 levels deep, of 12 at most\.$/,
    );
    const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: block { number }`).join(" ");
    expect(await refusal(`{ ${aliases} }`)).to.match(/has 31 aliases, of 30 at most/);
    const wide = "upstream { contribution { upstream { contribution { upstream { weight } } } } }";
    expect(await refusal(`{ contribution(id: "${work(1)}") { ${wide} } }`)).to.match(
      /may answer \d+ values, of 50000 at most: ask for fewer with `first`\./,
    );
    const { status } = await ask(`{ contribution(id: "${work(1)}") { ${wide} } }`);
    expect(status).to.equal(400);
  });

  it("refuses what is too long, before it is understood", async () => {
    expect(await refusal(`{ ${"block { number } ".repeat(600)} }`)).to.match(/contains more .* 2000 tokens/);
    const response = await api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query: `{ block { number } } #${"x".repeat(70_000)}` }),
    });
    expect(response.status).to.equal(413);
    const batch = await api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify([{ query: "{ block { number } }" }, { query: "{ block { number } }" }]),
    });
    expect(batch.status).to.equal(400);
  });

  it("refuses arguments that do not fit, with the sentences of REST", async () => {
    expect(await refusal("{ contributions(first: 0) { edges { cursor } } }")).to.equal(
      "BAD_USER_INPUT: `first` must be from 1 to 100.",
    );
    expect(await refusal("{ contributions(first: 101) { edges { cursor } } }")).to.match(/from 1 to 100/);
    expect(await refusal('{ contributions(after: "x") { edges { cursor } } }')).to.match(
      /cursor is not from this list/,
    );
    expect(await refusal("{ contributions(epoch: -1) { edges { cursor } } }")).to.match(/epoch/);
    expect(await refusal('{ contributions(q: "") { edges { cursor } } }')).to.match(/^BAD_USER_INPUT/);
    expect(await refusal('{ contribution(id: "0x12") { id } }')).to.match(
      /must be 0x and 64 hexadecimal digits/,
    );
    expect(await refusal("query ($a: Address!) { account(address: $a) { owed } }", { a: "alice" })).to.match(
      /must be 0x and 40 hexadecimal digits/,
    );
    expect(await refusal("{ nothing }")).to.match(/Cannot query field "nothing"/);
    expect(await refusal("mutation { nothing }")).to.match(/not configured to execute mutation/i);
    const { errors } = await ask(`{ contribution(id: "${work(1)}") { citedBy(first: -5) { weight } } }`);
    expect(errors?.[0]?.message).to.match(/from 1 to 100/);
  });

  it("waits for a block, and refuses one that does not come", async () => {
    const { status, errors } = await ask("{ block { number } }", {}, `?minBlock=${HEAD + 5}`);
    expect(status).to.equal(504);
    expect(errors?.[0]?.extensions?.code).to.equal("BEHIND");
    expect((await ask("{ block { number } }", {}, `?minBlock=${HEAD}`)).data).to.deep.equal({
      block: { number: HEAD },
    });
    await api().refused("/graphql?minBlock=x", 400);
  });

  it("describes itself, but not without end", async () => {
    expect(await data("{ __schema { queryType { name } } }")).to.nested.include({
      "__schema.queryType.name": "Query",
    });
    const { errors } = await ask(getIntrospectionQuery());
    expect(errors).to.equal(undefined);
    const endless =
      "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }";
    expect(await refusal(endless)).to.match(/Maximum introspection depth exceeded/);
  });
});
