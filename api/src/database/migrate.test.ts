import { createHash } from "node:crypto";
import { expect } from "chai";
import { createDatabase, query } from "../testing/postgres.ts";
import { migrate, migrationNames } from "./migrate.ts";

const SCHEMA = "azora_api";

describe("api: migrations", () => {
  const sha256 = (text: string) => `0x${createHash("sha256").update(text).digest("hex")}`;

  it("run in order, each once, also when many copies start at the same time", async () => {
    const url = await createDatabase();
    await Promise.all(Array.from({ length: 4 }, () => migrate(url, SCHEMA)));
    await migrate(url, SCHEMA);
    const rows = await query(url, `SELECT name FROM ${SCHEMA}.migrations ORDER BY id`);
    expect(rows.map(({ name }) => name)).to.deep.equal(migrationNames());
    expect(migrationNames()[0]).to.equal("1_evidence");
  });

  it("bring what an older version kept along, with titles and registrants read from the bytes", async () => {
    const url = await createDatabase();
    await migrate(url, SCHEMA, 1);
    const registrant = "0xABCDEF0123456789abcdef0123456789ABCDEF01";
    const of = (kind: string, title: string) => JSON.stringify({ kind, title, summary: "s", registrant });
    const manifest = of("files", "Naïve “quotes”, a/b.ts");
    const other = of("git-range", "Zweiter Titel");
    for (const text of [manifest, other])
      await query(
        url,
        `INSERT INTO ${SCHEMA}.evidence (hash, bytes, stored_at)
           VALUES ('${sha256(text)}', convert_to('${text}', 'UTF8'), '2026-01-02T03:04:05Z')`,
      );
    await migrate(url, SCHEMA);
    const rows = await query(url, `SELECT * FROM ${SCHEMA}.evidence ORDER BY kind`);
    expect(rows.map(({ kind, title, summary }) => ({ kind, title, summary, registrant }))).to.deep.equal([
      JSON.parse(manifest),
      JSON.parse(other),
    ]);
    expect(new Set(rows.map((row) => row.registrant))).to.deep.equal(new Set([registrant.toLowerCase()]));
    for (const { hash, bytes, stored_at } of rows) {
      expect(sha256(String(bytes))).to.equal(hash);
      expect(stored_at).to.deep.equal(new Date("2026-01-02T03:04:05Z"));
    }
    const found = await query(
      url,
      `SELECT title FROM ${SCHEMA}.evidence WHERE words @@ to_tsquery('simple', 'b & naïve')`,
    );
    expect(found).to.have.length(1);
  });

  it("refuse bytes under what is no hash, in the database itself", async () => {
    const url = await createDatabase();
    await migrate(url, SCHEMA);
    const insert = query(
      url,
      `INSERT INTO ${SCHEMA}.evidence (hash, bytes, registrant, kind, title, summary) VALUES ('0xAB', '', '', 'files', '', '')`,
    );
    expect(await insert.catch((error: { code?: string }) => error.code)).to.equal("23514");
  });
});
