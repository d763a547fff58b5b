import { block } from "@azora/indexer/schema";
import { expect } from "chai";
import { useApi } from "../testing/api.ts";
import { IndexBuild } from "../testing/indexTables.ts";
import { query } from "../testing/postgres.ts";
import { blockRow } from "../testing/rows.ts";
import { HEAD } from "../testing/world.ts";
import { isAmong } from "./caching.ts";

describe("If-None-Match", () => {
  it("names tags one by one, weak or strong, or all of them", () => {
    for (const header of ['W/"a"', '"a"', '"b", W/"a"', '"b","a"', "*"])
      expect(isAmong(header, 'W/"a"'), header).to.equal(true);
    for (const header of [undefined, "", '"b"', "a", 'W/"A"', '"a b"'])
      expect(isAmong(header, 'W/"a"'), String(header)).to.equal(false);
  });
});

describe("api: answers that a caller has already", () => {
  const api = useApi();
  const GRAPHQL = `/graphql?query=${encodeURIComponent("{ contributions(first: 1) { edges { node { title } } } }")}`;
  const PATHS = ["/v1/protocol", "/v1/contributions?limit=2", "/v1/ledger/3/proof", GRAPHQL];

  const ask = (path: string, tag?: string, method = "GET") =>
    api().fetch(path, { method, headers: tag === undefined ? {} : { "If-None-Match": tag } });
  async function tagOf(path: string): Promise<string> {
    const { status, headers } = await ask(path);
    expect(status, path).to.equal(200);
    expect(headers.get("cache-control"), path).to.equal("public, no-cache");
    return headers.get("etag") ?? "";
  }
  const isNew = async (path: string, tag: string) => (await ask(path, tag)).status === 200;

  it("are not sent again, nor read, as long as nothing has changed", async () => {
    for (const path of PATHS) {
      const tag = await tagOf(path);
      expect(tag, path).to.match(/^W\/"[^"]+"$/);
      for (const method of ["GET", "HEAD"]) {
        const response = await ask(path, tag, method);
        expect([response.status, await response.text()], path).to.deep.equal([304, ""]);
        expect(response.headers.get("etag"), path).to.equal(tag);
        expect(response.headers.get("azora-block"), path).to.match(new RegExp(`^${HEAD};`));
      }
    }
  });

  it("are sent again after a block, a reorganisation, other evidence, and another build of the index", async () => {
    const { db } = api().build;
    const changes: [string, () => Promise<unknown>][] = [
      ["a block", () => db.insert(block).values(blockRow(HEAD + 1))],
      ["a reorganisation", () => db.update(block).set({ hash: `0x${"ab".repeat(32)}` })],
      [
        "evidence that comes",
        () =>
          query(
            api().adminUrl,
            `INSERT INTO azora_api.evidence (hash, bytes, registrant, kind, title, summary)
              VALUES ('0x${"12".repeat(32)}', '', '', 'files', 'A title', '')`,
          ),
      ],
      [
        "evidence that is let go",
        () => query(api().adminUrl, "DELETE FROM azora_api.evidence WHERE title = 'A title'"),
      ],
      [
        "another build",
        async () => {
          const second = await IndexBuild.create(api().urls.indexer, "build_2");
          await second.db.execute("INSERT INTO block SELECT * FROM build_1.block");
          await second.db.execute("INSERT INTO protocol SELECT * FROM build_1.protocol");
          await second.publish();
          await second.close();
          await api().build.publish();
        },
      ],
    ];
    for (const [what, change] of changes) {
      const tags = await Promise.all(PATHS.map(tagOf));
      await change();
      for (const [i, path] of PATHS.entries())
        expect(await isNew(path, tags[i] ?? ""), `${path} after ${what}`).to.equal(true);
    }
  });

  it("stay the same while evidence is swept of which none is let go", async () => {
    const tags = await Promise.all(PATHS.map(tagOf));
    await api().context.evidence.sweep();
    expect(await Promise.all(PATHS.map(tagOf))).to.deep.equal(tags);
  });

  it("have no tag where they are refusals, or errors, or answers to POST", async () => {
    const tag = await tagOf("/v1/protocol");
    const missing = await ask("/v1/contributions?limit=0", tag);
    expect([missing.status, missing.headers.get("etag")]).to.deep.equal([400, null]);
    const unknown = await ask(`/v1/contributions/0x01${"00".repeat(31)}`);
    expect([unknown.status, unknown.headers.get("etag")]).to.deep.equal([404, null]);
    const failing = await ask(
      `/graphql?query=${encodeURIComponent('{ contribution(id: "0x12") { title } }')}`,
    );
    expect(failing.headers.get("etag")).to.equal(null);
    const posted = await api().fetch("/graphql", {
      method: "POST",
      body: JSON.stringify({ query: "{ block { number } }" }),
      headers: { "Content-Type": "application/json", "If-None-Match": tag },
    });
    expect([posted.status, posted.headers.get("etag")]).to.deep.equal([200, null]);
    expect(await posted.json()).to.have.nested.property("data.block.number");
  });
});
