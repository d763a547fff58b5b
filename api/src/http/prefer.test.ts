import { block } from "@azora/indexer/schema";
import { expect } from "chai";
import { useApi } from "../testing/api.ts";
import { blockRow } from "../testing/rows.ts";
import { HEAD } from "../testing/world.ts";

describe("api: how long a caller waits", () => {
  const api = useApi();
  const GRAPHQL = `/graphql?query=${encodeURIComponent("{ block { number } }")}&minBlock=`;

  async function ask(path: string, prefer?: string) {
    const start = performance.now();
    const response = await api().fetch(path, { headers: prefer === undefined ? {} : { Prefer: prefer } });
    const { detail } = Object(await response.json().catch(() => undefined));
    const ms = performance.now() - start;
    return { status: response.status, ms, detail, applied: response.headers.get("preference-applied") };
  }

  it("is what it prefers, in every kind of read, and the answer says so", async () => {
    for (const path of [
      "/v1/head?minBlock=",
      "/v1/ledger/1/proof?minBlock=",
      "/v1/exports/epochs?minBlock=",
    ]) {
      const { status, ms, detail, applied } = await ask(`${path}${HEAD + 1}`, "wait=0");
      expect([status, applied], path).to.deep.equal([504, "wait=0"]);
      expect(ms, path).to.be.below(500);
      expect(detail).to.include("within 0 seconds");
    }
    expect(await ask(`${GRAPHQL}${HEAD + 1}`, "wait=0")).to.include({ status: 504, applied: "wait=0" });
    expect(await ask(`/v1/head?minBlock=${HEAD}`, "wait=1")).to.include({ status: 200, applied: "wait=1" });
  });

  it("is never longer than anybody waits, which is a second in this test", async () => {
    const { ms, applied } = await ask(`/v1/head?minBlock=${HEAD + 1}`, "respond-async, Wait=3600");
    expect(applied).to.equal("wait=1");
    expect(ms).to.be.within(900, 3_000);
  });

  it("is nothing where there is no block to wait for, or where it cannot be understood", async () => {
    expect(await ask("/v1/head", "wait=1")).to.include({ status: 200, applied: null });
    for (const prefer of ["wait=soon", "wait", "wait=-1", "awaits=1", "wait=1.5", "", "wait=99999999999"])
      expect((await ask(`/v1/head?minBlock=${HEAD}`, prefer)).applied, prefer).to.equal(null);
    for (const prefer of ["handling=lenient, wait=1", "wait=1;foo=bar", 'wait="1"', "wait = 1 , wait=0"])
      expect((await ask(`/v1/head?minBlock=${HEAD}`, prefer)).applied, prefer).to.equal("wait=1");
  });

  it("ends with the block", async () => {
    const reading = ask(`/v1/head?minBlock=${HEAD + 1}`, "wait=1");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await api()
      .build.db.insert(block)
      .values(blockRow(HEAD + 1));
    const { status, ms } = await reading;
    expect(status).to.equal(200);
    expect(ms).to.be.below(900);
  });
});
