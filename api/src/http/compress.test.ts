import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect } from "chai";
import { useApi } from "../testing/api.ts";
import { manifestOf, uploadOf } from "../testing/manifests.ts";

const LIST = "/v1/contributions?limit=100";
const QUERY = `/graphql?query=${encodeURIComponent("{ contributions(first: 50) { edges { node { id title summary uri registeredTx } } } }")}`;

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

describe("api: compression", () => {
  const api = useApi();
  let server: Awaited<ReturnType<ReturnType<typeof api>["listen"]>>;

  before(async () => {
    server = await api().listen();
  });
  after(() => server.stop());

  /** By Node's own client, which decodes nothing and asks for nothing by itself. */
  const ask = (path: string, encoding?: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<Answer>((resolve, reject) => {
      const coding = encoding === undefined ? {} : { "Accept-Encoding": encoding };
      request(`${server.url}${path}`, { method, headers: { ...headers, ...coding } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(chunks),
          }),
        );
      })
        .on("error", reject)
        .end();
    });

  const codingOf = ({ headers }: Answer) => headers["content-encoding"] ?? "identity";
  const decoded = (answer: Answer): string => {
    const how: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };
    return (how[String(codingOf(answer))]?.(answer.bytes) ?? answer.bytes).toString();
  };

  it("is for those who ask, in the coding that they take, and changes nothing that is said", async () => {
    for (const path of [
      LIST,
      QUERY,
      "/openapi.json",
      "/docs/swagger-ui.css",
      "/v1/exports/events",
      "/v1/exports/payments?format=csv",
    ]) {
      const plain = await ask(path);
      expect([plain.status, codingOf(plain)], path).to.deep.equal([200, "identity"]);
      expect(plain.headers["vary"], path).to.match(/(^|, )Accept-Encoding$/);
      const cases = {
        "gzip, deflate, br, zstd": "br",
        "gzip, deflate": "gzip",
        "br;q=0, *": "gzip",
        "*": "br",
      };
      for (const [accepted, coding] of Object.entries(cases)) {
        const coded = await ask(path, accepted);
        expect([coded.status, codingOf(coded)], `${path} ${accepted}`).to.deep.equal([200, coding]);
        expect(decoded(coded), path).to.equal(plain.bytes.toString());
        expect(coded.headers["vary"], path).to.equal(plain.headers["vary"]);
        if (plain.bytes.length > 2_000) expect(coded.bytes.length, path).to.be.below(plain.bytes.length / 2);
      }
      for (const accepted of ["", "identity", "deflate", "zstd", "gzip;q=0", "identity, gzip;q=0.5"])
        expect(codingOf(await ask(path, accepted)), `${path} ${accepted}`).to.equal("identity");
    }
  });

  it("leaves short answers as they are, and those without a body", async () => {
    for (const path of ["/v1/head", "/v1/nothing", "/health/live"]) {
      const answer = await ask(path, "gzip");
      expect(codingOf(answer), path).to.equal("identity");
      expect(JSON.parse(answer.bytes.toString()), path).to.be.an("object");
    }
    const head = await ask(LIST, "gzip", {}, "HEAD");
    expect([head.status, codingOf(head), head.bytes.length]).to.deep.equal([200, "identity", 0]);
  });

  it("never holds back an event", async () => {
    const stop = new AbortController();
    const response = await fetch(`${server.url}/v1/events?topic=head`, {
      headers: { "Accept-Encoding": "gzip, br" },
      signal: stop.signal,
    });
    expect(response.headers.get("content-encoding")).to.equal(null);
    expect(response.headers.get("vary")).to.equal(null);
    const first = await response.body?.getReader().read();
    expect(Buffer.from(first?.value ?? []).toString()).to.match(/^retry: /);
    stop.abort();
  });

  it("keeps the weak tag of a read, by which it is asked for again in any coding", async () => {
    for (const path of [LIST, QUERY]) {
      const [plain, coded] = [await ask(path), await ask(path, "br")];
      expect(plain.headers["etag"]).to.match(/^W\//);
      expect(coded.headers["etag"], path).to.equal(plain.headers["etag"]);
      const again = await ask(path, "gzip", { "If-None-Match": String(coded.headers["etag"]) });
      expect([again.status, again.bytes.length], path).to.deep.equal([304, 0]);
      expect(again.headers["vary"], path).to.equal(plain.headers["vary"]);
    }
  });

  it("makes a strong tag weak, for the bytes are others, and knows it again", async () => {
    const { hash, bytes } = uploadOf(manifestOf("Audited the ledger", 30));
    const path = `/v1/evidence/${hash}`;
    expect((await api().fetch(path, { method: "PUT", body: bytes })).status).to.equal(201);
    const [plain, coded] = [await ask(path), await ask(path, "gzip")];
    expect([plain.headers["etag"], coded.headers["etag"]]).to.deep.equal([`"${hash}"`, `W/"${hash}"`]);
    expect(codingOf(coded)).to.equal("gzip");
    expect(gunzipSync(coded.bytes).equals(plain.bytes)).to.equal(true);
    for (const tag of [`"${hash}"`, `W/"${hash}"`])
      expect((await ask(path, "gzip", { "If-None-Match": tag })).status, tag).to.equal(304);
  });
});
