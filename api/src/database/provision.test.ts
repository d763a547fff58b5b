import { expect } from "chai";
import { useApi } from "../testing/api.ts";
import { IndexBuild } from "../testing/indexTables.ts";
import { createDatabase, query } from "../testing/postgres.ts";
import { migrate } from "./migrate.ts";
import { provision } from "./provision.ts";

const PERMISSION_DENIED = "42501";
const codeOf = (url: string, statement: string) =>
  query(url, statement).then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

describe("api: the roles of the database", () => {
  const api = useApi();

  it("lets the API read the index's views, also those that were made anew, and write none of it", async () => {
    const { api: url } = api().urls;
    await api().build.publish();
    expect(await query(url, "SELECT count(*)::int AS works FROM azora.contribution")).to.deep.equal([
      { works: 7 },
    ]);
    const forbidden = [
      "UPDATE azora.protocol SET minted = 0",
      "INSERT INTO azora.block SELECT * FROM azora.block",
      "DELETE FROM azora.leaf",
      "DROP VIEW azora.leaf",
      "CREATE VIEW azora.mine AS SELECT 1",
      "UPDATE build_1.protocol SET minted = 0",
      "SELECT * FROM build_1.protocol",
      "CREATE SCHEMA mine",
      "CREATE TABLE public.mine (a int)",
      "CREATE ROLE mine",
    ];
    for (const statement of forbidden)
      expect(await codeOf(url, statement), statement).to.equal(PERMISSION_DENIED);
  });

  it("lets the indexer write the index, and not even read what is the API's", async () => {
    const { indexer: url } = api().urls;
    expect(await codeOf(url, "UPDATE build_1.protocol SET minted = minted")).to.equal("done");
    const forbidden = [
      "SELECT * FROM azora_api.evidence",
      "INSERT INTO azora_api.evidence_room VALUES (false, 0)",
      "DROP TABLE azora_api.evidence",
      "CREATE TABLE azora_api.mine (a int)",
      "DROP SCHEMA azora_api CASCADE",
      "CREATE ROLE mine",
      "CREATE DATABASE mine",
    ];
    for (const statement of forbidden)
      expect(await codeOf(url, statement), statement).to.equal(PERMISSION_DENIED);
  });

  it("may be done again, with other passwords, and by several at once", async () => {
    const passwords = { indexer: "new", api: "n'ew\\%40 ü" };
    const [urls] = await Promise.all(Array.from({ length: 3 }, () => provision(api().adminUrl, passwords)));
    expect(await query(urls?.api ?? "", "SELECT current_user AS who")).to.deep.equal([{ who: "azora_api" }]);
    expect(await codeOf(api().urls.api, "SELECT 1")).to.equal("28P01");
    await provision(api().adminUrl, { indexer: "indexer's", api: "a%p:i/" });
    expect(await codeOf(api().urls.api, "SELECT count(*) FROM azora.block")).to.equal("done");
  });
});

describe("api: a database of somebody else's", () => {
  const passwords = { indexer: "i", api: "a" };
  const refusal = (url: string) =>
    provision(url, passwords).then(
      () => "done",
      (error: Error) => error.message,
    );

  it("is refused when its URL would stay the administrator's, before anything is changed", async () => {
    const { username, password, hostname, port, pathname } = new URL(await createDatabase());
    const server = `postgres://${hostname}:${port}${pathname}`;
    for (const url of [`postgres://${pathname}?host=${hostname}`, `postgres://${pathname}`])
      expect(await refusal(url)).to.match(/^the URL must name a host/);
    for (const given of [`user=${username}`, `password=${password}`, `host=x&user=${username}`])
      expect(await refusal(`${server}?${given}`)).to.match(/^the URL must say user and password before/);
  });

  it("is refused when a role does not come out as itself", async () => {
    const url = new URL(await createDatabase());
    url.searchParams.set("options", `-c role=${url.username}`);
    expect(await refusal(url.href)).to.match(/azora_indexer|permission denied to set role/);
  });

  it("is prepared by an administrator who may create roles and schemas, but is no superuser", async () => {
    const superUrl = await createDatabase();
    // Roles belong to the whole server: those of other tests are another administrator's.
    const name = new URL(superUrl).pathname.slice(1);
    await query(
      superUrl,
      "CREATE ROLE manager LOGIN CREATEROLE PASSWORD 'manager'",
      `GRANT CREATE ON DATABASE ${name} TO manager WITH GRANT OPTION`,
      `GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO manager WITH GRANT OPTION`,
      "DO $$ BEGIN CREATE ROLE azora_indexer; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
      "DO $$ BEGIN CREATE ROLE azora_api; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
      "GRANT azora_indexer, azora_api TO manager WITH ADMIN OPTION",
    );
    const url = new URL(superUrl);
    Object.assign(url, { username: "manager", password: "manager" });
    const urls = await provision(url.href, { indexer: "indexer's", api: "a%p:i/" });
    await migrate(urls.api, "azora_api");
    const build = await IndexBuild.create(urls.indexer);
    await build.publish();
    expect(await query(urls.api, "SELECT count(*)::int AS blocks FROM azora.block")).to.deep.equal([
      { blocks: 0 },
    ]);
    await build.close();
  });
});
