import { block } from "@azora/indexer/schema";
import { expect } from "chai";
import { useApi } from "../../testing/api.ts";
import { query } from "../../testing/postgres.ts";
import { HEAD } from "../../testing/world.ts";
import { freshSchema, liveSchema, readySchema } from "./schema.ts";

describe("api: health", () => {
  const api = useApi();

  async function fresh() {
    const response = await api().fetch("/health/fresh");
    const { status, blocksBehind, detail } = freshSchema.parse(await response.json());
    return { code: response.status, status, blocksBehind, detail };
  }

  async function ready() {
    const response = await api().fetch("/health/ready");
    const { status, checks } = readySchema.parse(await response.json());
    return { code: response.status, status, failed: checks.filter(({ ok }) => !ok) };
  }

  beforeEach(() => {
    Object.assign(api().chain, { head: HEAD, forkedAt: Number.POSITIVE_INFINITY, isAway: false });
  });

  it("is live", async () => {
    expect(await api().get("/health/live", liveSchema)).to.deep.equal({ status: "live" });
  });

  it("is fresh at the chain's head, and a few blocks or seconds behind it", async () => {
    expect(await fresh()).to.include({ code: 200, status: "fresh", blocksBehind: 0 });
    api().chain.head = HEAD + 5;
    expect(await fresh()).to.include({ code: 200, status: "fresh", blocksBehind: 5 });
  });

  it("is stale further behind", async () => {
    api().chain.head = HEAD + 6;
    expect(await fresh()).to.deep.include({ code: 503, status: "stale", blocksBehind: 6 });
    expect((await fresh()).detail).to.equal("The index is 6 blocks and 60 seconds behind.");
  });

  it("is fresh when the node is the one that is behind, on the same fork", async () => {
    api().chain.head = HEAD - 3;
    expect(await fresh()).to.include({ code: 200, status: "fresh", blocksBehind: -3 });
  });

  it("is forked when the chain has another hash at the indexed number, however far it went on", async () => {
    api().chain.forkedAt = HEAD;
    expect(await fresh()).to.include({ code: 503, status: "forked" });
    api().chain.head = HEAD + 100;
    expect(await fresh()).to.include({ code: 503, status: "forked" });
  });

  it("is forked when the chain began anew and is shorter", async () => {
    Object.assign(api().chain, { head: 5, forkedAt: 0 });
    expect(await fresh()).to.include({ code: 503, status: "forked" });
  });

  it("is unknown when the node is away, or when there is nothing to compare", async () => {
    api().chain.isAway = true;
    expect(await fresh()).to.include({ code: 503, status: "unknown", blocksBehind: null });
    Object.assign(api().chain, { isAway: false, head: 0 });
    expect(await fresh()).to.include({ code: 503, status: "unknown" });
  });

  it("asks the node once for all who ask at the same time", async () => {
    api().chain.asked = 0;
    await Promise.all(Array.from({ length: 20 }, fresh));
    expect(api().chain.asked).to.equal(1);
  });

  it("is ready with a database, its own schema up to date, and an index", async () => {
    expect(await ready()).to.deep.equal({ code: 200, status: "ready", failed: [] });
  });

  it("is not ready without the latest migration, and names it", async () => {
    const { adminUrl } = api();
    const [last] = await query(
      adminUrl,
      "DELETE FROM azora_api.migrations WHERE id = (SELECT max(id) FROM azora_api.migrations) RETURNING *",
    );
    const { code, failed } = await ready();
    expect(code).to.equal(503);
    expect(failed).to.deep.equal([
      { name: "schema", ok: false, detail: `lacks the migrations ${last?.name}` },
    ]);
    await query(adminUrl, `INSERT INTO azora_api.migrations (name, run_on) VALUES ('${last?.name}', now())`);
  });

  it("is not ready with an index without a block, or without an index", async () => {
    await api().build.db.delete(block);
    expect((await ready()).failed).to.deep.equal([{ name: "index", ok: false, detail: "has no block yet" }]);
    expect(await fresh()).to.include({ code: 503, status: "unknown" });
    await query(api().adminUrl, "DROP VIEW azora.block");
    expect((await ready()).failed).to.deep.equal([
      { name: "index", ok: false, detail: "is being built for the first time" },
    ]);
  });
});
