import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { payment } from "@azora/indexer/schema";
import { expect } from "chai";
import { sql } from "drizzle-orm";
import { useApi } from "../../testing/api.ts";
import { query } from "../../testing/postgres.ts";
import { HEAD, WORKS } from "../../testing/world.ts";
import { contributionPage } from "../contributions/schema.ts";
import { recordPage } from "../ledger/schema.ts";
import { csvLine } from "./csv.ts";
import { LISTS } from "./schema.ts";

const ROWS = 200_000;
const MIB = 2 ** 20;
/** After so many rows it is looked how much memory is in use. */
const LOOK = 20_000;

const NEW_LINE = 10;

async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read())
    yield part.value;
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** What is in use, without what only waits to be collected. */
function memory(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe("api: exports", () => {
  const api = useApi();

  /** The lines of an export, without their ends. */
  async function linesOf(path: string): Promise<string[]> {
    const response = await api().fetch(path);
    const text = await response.text();
    expect(response.status, text).to.equal(200);
    expect(response.headers.get("azora-block")).to.match(new RegExp(`^${HEAD};hash=`));
    const end = path.includes("csv") ? "\r\n" : "\n";
    expect(text === "" || text.endsWith(end)).to.equal(true);
    return text.split(end).slice(0, -1);
  }

  it("have the items of the lists, all of them", async () => {
    for (const [list, schema] of [
      ["contributions", contributionPage],
      ["ledger", recordPage],
    ] as const) {
      const items: unknown[] = await api().all<unknown>(`/v1/${list}?order=oldest&limit=3`, schema);
      const lines = await linesOf(`/v1/exports/${list === "ledger" ? "records" : list}`);
      expect(lines.map((line) => JSON.parse(line))).to.deep.equal(items);
    }
  });

  it("have in CSV what they have as JSON, in the columns that the header names", async () => {
    for (const list of LISTS) {
      const objects = (await linesOf(`/v1/exports/${list}`)).map((line) => JSON.parse(line));
      const [header = "", ...lines] = await linesOf(`/v1/exports/${list}?format=csv`);
      const names = header.split(",");
      expect(objects.length, list).to.be.above(0);
      for (const object of objects) expect(Object.keys(object).sort()).to.deep.equal(names.toSorted());
      expect(lines).to.deep.equal(
        objects.map((object) => csvLine(names.map((name) => object[name])).slice(0, -2)),
      );
    }
    const names = (await linesOf("/v1/exports/contributions?format=csv")).slice(1);
    expect(names).to.have.length(WORKS);
  });

  it("quote what CSV needs, and run nothing in a spreadsheet", () => {
    expect(csvLine([null, true, 7, "-7", "a b", ["0x1", "0x2"]])).to.equal(",true,7,-7,a b,0x1 0x2\r\n");
    expect(csvLine(['say "hi"', "a,b", "two\nlines", " padded"])).to.equal(
      '"say ""hi""","a,b","two\nlines"," padded"\r\n',
    );
    expect(csvLine(["=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("x")', "\t=1"])).to.equal(
      `'=1+1,'+1+1,'-1+1,'@SUM(A1),"'=HYPERLINK(""x"")",'\t=1\r\n`,
    );
  });

  it("say what does not fit, and hold nothing for a HEAD", async () => {
    expect((await api().refused("/v1/exports/nothing", 400)).errors?.[0]?.path).to.equal("param.list");
    expect((await api().refused("/v1/exports/events?format=xml", 400)).errors?.[0]?.path).to.equal(
      "query.format",
    );
    const { status, headers } = await api().fetch("/v1/exports/events?format=csv", { method: "HEAD" });
    expect([status, headers.get("content-disposition")]).to.deep.equal([
      200,
      `attachment; filename="azora-events-${HEAD}.csv"`,
    ]);
  });

  describe("of a table that is large", () => {
    before(async function () {
      this.timeout(60_000);
      await api().build.db.execute(sql`
        INSERT INTO ${payment} SELECT lpad((1000 + n)::text, 75, '0'), 0, token, source, node, n, n, timestamp
        FROM ${payment}, generate_series(1, ${ROWS}) n WHERE flow = ${"1".padStart(75, "0")} AND position = 0`);
      await api().build.db.execute(sql`ANALYZE ${payment}`);
    });

    it("need the same memory at any size", async function () {
      this.timeout(120_000);
      const response = await api().fetch("/v1/exports/payments");
      let [rows, most, looked] = [0, 0, 0];
      const before = memory();
      for await (const chunk of chunksOf(response)) {
        rows += chunk.filter((byte) => byte === NEW_LINE).length;
        if (rows < looked + LOOK) continue;
        looked = rows;
        most = Math.max(most, memory() - before);
      }
      expect(rows).to.equal(ROWS + 3);
      // The whole has eighty megabytes; some are compiled code, and addresses that are kept with their checksums.
      expect(most, `${(most / MIB).toFixed(1)} MiB`).to.be.below(16 * MIB);
    });

    it("end when the client goes away, and with them the transaction", async () => {
      const response = await api().fetch("/v1/exports/payments");
      const reader = response.body?.getReader();
      await reader?.read();
      const open = () =>
        query(
          api().adminUrl,
          `SELECT FROM pg_stat_activity WHERE application_name = 'azora-api' AND state LIKE 'idle in transaction%'
             AND datname = current_database()`,
        );
      expect(await open()).to.have.length(1);
      await reader?.cancel();
      for (let n = 0; n < 50 && (await open()).length > 0; n += 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await open()).to.have.length(0);
    });

    it("are as of one block, whatever is written meanwhile, and let an index that replaces another through", async () => {
      const response = await api().fetch("/v1/exports/payments");
      const reader = response.body?.getReader();
      await reader?.read();
      await api().build.db.execute(sql`INSERT INTO ${payment}
        SELECT '9' || substr(flow, 2), 0, token, source, node, amount, minted, timestamp FROM ${payment} LIMIT 1`);
      const replacing = api().build.publish();
      let failure: unknown;
      for (let part = await reader?.read(); part && !part.done; )
        part = await reader?.read().catch((error: unknown) => {
          failure = error;
          return undefined;
        });
      expect(failure).to.be.instanceOf(Error).with.property("message", "The index is being replaced.");
      await replacing;
    });

    it("are three at a time", async () => {
      const open = await Promise.all([1, 2, 3].map(() => api().fetch("/v1/exports/payments")));
      expect((await api().refused("/v1/exports/payments", 503)).detail).to.match(/^There are 3 exports/);
      for (const { body } of open) await body?.cancel();
      for (let n = 0; n < 50; n += 1) {
        const { status, body } = await api().fetch("/v1/exports/epochs");
        await body?.cancel();
        if (status === 200) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error("There is still no room.");
    });
  });
});
