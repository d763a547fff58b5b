import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { serverAudits } from "graphql-http";
import { PROBLEM_JSON } from "../http/problem.ts";
import { useApi } from "../testing/api.ts";
import { HEAD } from "../testing/world.ts";

const QUERY = "{ block { number } }";
const ANSWER = { data: { block: { number: HEAD } } };
const JSON_TYPE = "application/json; charset=utf-8";
const GRAPHQL_TYPE = "application/graphql-response+json; charset=utf-8";
const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("api: GraphQL over HTTP", () => {
  const api = useApi();

  const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
    api().fetch(`/graphql?${new URLSearchParams(parameters)}`, { headers });

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  async function refusal(response: Response) {
    const { errors } = await response.json();
    return `${response.status} ${errors[0].extensions.code}: ${errors[0].message}`;
  }

  it("passes every audit of the specification over a real server, the optional ones as well", async () => {
    const { url, stop } = await api().listen();
    const audits = serverAudits({ url: `${url}/graphql` });
    const failed: string[] = [];
    for (const audit of audits) {
      const result = await audit.fn();
      if (result.status === "ok") continue;
      failed.push(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
      await result.response.arrayBuffer().catch(() => undefined);
    }
    await stop();
    expect(failed).to.deep.equal([]);
    expect(audits.length).to.be.above(60);
  });

  it("answers in the type that is wanted most", async () => {
    const wanted = {
      "*/*": JSON_TYPE,
      "application/*": JSON_TYPE,
      "application/json;q=0.1, application/graphql-response+json;q=0.9": GRAPHQL_TYPE,
      "application/json, application/graphql-response+json;q=0.9": JSON_TYPE,
      "application/graphql-response+json, application/json": GRAPHQL_TYPE,
      "application/xml, application/graphql-response+json;charset=utf-8": GRAPHQL_TYPE,
      "text/html;q=0.5, application/json": JSON_TYPE,
    };
    for (const [accept, type] of Object.entries(wanted)) {
      const response = await get({ query: QUERY }, { accept });
      expect(response.headers.get("content-type"), accept).to.equal(type);
      expect(response.headers.get("vary")).to.equal("Accept, Accept-Encoding");
      expect(await response.json()).to.deep.equal(ANSWER);
    }
  });

  it("refuses types that it does not speak, and names the header", async () => {
    const path = `/graphql?query=${encodeURIComponent(QUERY)}`;
    for (const accept of ["text/plain", "application/json;charset=latin1", "application/json;q=0"]) {
      const { errors } = await api().refused(path, 406, { headers: { accept } });
      expect(errors?.[0]?.path).to.equal("header.Accept");
    }
    const body = JSON.stringify({ query: QUERY });
    for (const type of ["application/graphql", "text/plain", "application/json; charset=utf-16", ""]) {
      const headers = type && { "Content-Type": type };
      const { errors } = await api().refused("/graphql", 415, {
        method: "POST",
        body,
        ...(headers && { headers }),
      });
      expect(errors?.[0]?.path).to.equal("header.Content-Type");
    }
    expect((await post(body, { "Content-Type": 'application/json; charset="UTF-8"' })).status).to.equal(200);
    // A page is nothing that is asked for by POST.
    expect((await post(body, { accept: "text/html" })).headers.get("content-type")).to.equal(PROBLEM_JSON);
  });

  it("says what is wrong with a request that asks nothing it could read", async () => {
    expect(await refusal(await get({}))).to.equal("400 BAD_REQUEST: `query` is missing.");
    expect(await refusal(await post({}))).to.equal("400 BAD_REQUEST: `query` is missing.");
    expect(await refusal(await get({ query: QUERY, variables: "x" }))).to.equal(
      "400 BAD_REQUEST: `variables` is no JSON.",
    );
    expect(await refusal(await get({ query: QUERY, extensions: "[1]" }))).to.match(/"extensions" param/);
    expect(await refusal(await api().fetch("/graphql?query=a&query=b"))).to.equal(
      "400 BAD_REQUEST: `query` is given more than once.",
    );
    expect(await refusal(await post("{"))).to.match(/^400 BAD_REQUEST: POST body sent invalid JSON/);
    for (const [body, words] of [
      ["null", "The body is no JSON object."],
      ["5", "The body is no JSON object."],
      ["[]", "Batching is not supported."],
      [`{"status":200,"headers":1,"body":"mine"}`, 'Unexpected parameter "status" in the request body.'],
      [`{"query":5,"extensions":${asked("5").extensions}}`, "`query` is no text."],
    ] as const)
      expect(await refusal(await post(body)), body).to.equal(`400 BAD_REQUEST: ${words}`);
    expect(await refusal(await post({ query: QUERY, qeury: 1 }))).to.match(/Unexpected parameter "qeury"/);
    const mutation = await get({ query: "mutation { a }" });
    expect(mutation.headers.get("allow")).to.equal("POST");
    expect(await refusal(mutation)).to.match(/^405 /);
  });

  it("names what does not fit of a question, and gives every refusal a code", async () => {
    const accept = { accept: "application/graphql-response+json" };
    const ask = async (query: string, variables = {}) => refusal(await post({ query, variables }, accept));
    expect(await ask("{")).to.match(/^400 GRAPHQL_PARSE_FAILED: Syntax Error/);
    expect(await ask("{ nothing }")).to.match(/^400 GRAPHQL_VALIDATION_FAILED: .*"nothing"/);
    expect(await ask('{ contribution(id: "0x12") { id } }')).to.equal(
      '400 GRAPHQL_VALIDATION_FAILED: Bytes32 must be 0x and 64 hexadecimal digits, not "0x12".',
    );
    expect(await ask("query ($a: Address!) { account(address: $a) { owed } }", { a: "bob" })).to.equal(
      '400 BAD_USER_INPUT: Variable "$a" got invalid value "bob"; Address must be 0x and 40 hexadecimal digits, not "bob".',
    );
    expect(await ask("query ($a: Address!) { account(address: $a) { owed } }")).to.match(
      /^400 BAD_USER_INPUT: Variable "\$a" of required type/,
    );
  });

  it("answers the question whatever its URL ends in", async () => {
    const response = await api().fetch(`/graphql?query=${encodeURIComponent(QUERY)}%23/health`);
    expect(await response.json()).to.deep.equal(ANSWER);
  });

  const asked = (query: string, hash = sha256(query)) => ({
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }),
  });

  describe("persisted documents", () => {
    it("are sent once and asked by their hash from then on, with an ETag", async () => {
      const query = `query Head { block { number } }`;
      expect(await refusal(await get(asked(query)))).to.equal(
        "404 PERSISTED_QUERY_NOT_FOUND: PersistedQueryNotFound",
      );
      expect(await (await get({ query, ...asked(query) })).json()).to.deep.equal(ANSWER);
      const again = await get(asked(query));
      expect(await again.json()).to.deep.equal(ANSWER);
      const tag = again.headers.get("etag") ?? "";
      const known = await get(asked(query), { "If-None-Match": tag });
      expect([known.status, await known.text()]).to.deep.equal([304, ""]);
    });

    it("can be sent by POST, and take variables", async () => {
      const query = "query ($n: Int) { epochs(first: $n) { edges { node { number } } } }";
      const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
      expect((await post({ query, variables: { n: 2 }, extensions })).status).to.equal(200);
      const { data } = await (await get({ ...asked(query), variables: '{"n":1}' })).json();
      expect(data.epochs.edges).to.have.length(1);
    });

    it("are kept under no other hash than their own, and only if they are valid", async () => {
      expect(await refusal(await get({ query: QUERY, ...asked("{ other }") }))).to.equal(
        "400 PERSISTED_QUERY_MISMATCH: PersistedQueryMismatch",
      );
      for (const query of ["{ nothing }", "{"]) {
        await get({ query, ...asked(query) });
        expect(await refusal(await get(asked(query)))).to.match(/^404/);
      }
      for (const persistedQuery of [{ version: 2, sha256Hash: sha256(QUERY) }, { version: 1 }, 7])
        expect(await refusal(await post({ extensions: { persistedQuery } }))).to.match(
          /^400 BAD_REQUEST: `extensions.persistedQuery` must be/,
        );
    });

    it("leave in the order in which they were last asked, once there is no room", async function () {
      this.timeout(20_000);
      const documents = Array.from(
        { length: 12 },
        (_, i) => `{ block { number } } # ${i} ${"x".repeat(60_000)}`,
      );
      const extensions = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(query) } });
      for (const query of documents)
        expect((await post({ query, extensions: extensions(query) })).status).to.equal(200);
      const statuses: number[] = [];
      for (const query of documents) statuses.push((await get(asked(query))).status);
      expect(statuses).to.deep.equal([404, 404, 404, 404, 200, 200, 200, 200, 200, 200, 200, 200]);
    });
  });

  describe("the explorer", () => {
    it("is what a browser gets, of which nothing comes from elsewhere", async () => {
      const page = await api().fetch("/graphql", { headers: { accept: BROWSER } });
      expect(page.headers.get("vary")).to.equal("Accept, Accept-Encoding");
      expect(page.headers.get("content-security-policy")).to.match(/default-src 'none'; script-src 'self';/);
      const html = await page.text();
      expect(html).to.not.match(/https?:/);
      const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? "");
      expect(parts).to.have.length(4);
      for (const path of [...parts, "editor", "json", "graphql"].map((name) =>
        name.startsWith("/") ? name : `/graphql/explorer/${name}.js`,
      ))
        expect((await api().fetch(path)).status, path).to.equal(200);
      await api().refused("/graphql/explorer/other.js", 404);
    });

    it("is packed for who can unpack it", async () => {
      const path = "/graphql/explorer/graphiql.js";
      const plain = await api().fetch(path);
      const packed = await api().fetch(path, { headers: { "Accept-Encoding": "br, gzip" } });
      expect(packed.headers.get("content-encoding")).to.equal("gzip");
      const bytes = Buffer.from(await packed.arrayBuffer());
      expect(bytes.length).to.be.below(3_000_000);
      expect(gunzipSync(bytes).toString() === (await plain.text())).to.equal(true);
    });
  });
});
