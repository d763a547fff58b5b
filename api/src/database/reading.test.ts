import * as schema from "@azora/indexer/schema";
import { expect } from "chai";
import { count, getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import type { PoolClient } from "pg";
import { useApi } from "../testing/api.ts";
import { address, work } from "../testing/names.ts";
import { reading, readTogether } from "./reading.ts";

describe("api: what is read together", () => {
  const api = useApi();
  const rowsOf = (row: object[]) => row;
  /** One more than a number of JSON can tell from its neighbours. */
  const LONG = String(2n ** 53n + 1n);

  it("is what each query reads by itself, of every table", async () => {
    let filled = 0;
    const tables = Object.values<unknown>(schema).filter((each) => is(each, PgTable));
    expect(tables.length).to.be.at.least(50);
    for (const table of tables)
      await api().context.index.read(async ({ db }) => {
        // Ties of one statement and another would be told in any order.
        const rows = () => db.select().from(table).orderBy(sql`${table}::text`);
        const alone: object[] = await rows();
        const both = await readTogether([], () => ({
          one: reading([rows()], rowsOf),
          other: reading([rows()], rowsOf),
        }))(db, {});
        expect(both, getTableName(table)).to.deep.equal({ one: alone, other: alone });
        filled += Number(alone.length > 0);
      });
    expect(filled).to.be.at.least(20);
  });

  it("keeps all digits, signs, quotes and null", async () => {
    await api().context.index.read(async ({ db }) => {
      const said = `"'\\ \u00e9\u{1f600}\n`;
      const query = () =>
        db
          .select({
            text: sql<string>`${said}::text`,
            none: sql<null>`NULL::int`,
            few: sql<number>`7::int`,
            long: sql<string>`${LONG}::bigint`,
            longer: sql`${LONG}::numeric * 1e30 + 1`.mapWith(BigInt),
            counted: count(),
          })
          .from(sql`(SELECT 1) AS one`);
      const both = await readTogether([], () => ({
        one: reading([query()], rowsOf),
        other: reading([query()], rowsOf),
      }))(db, {});
      const longer = BigInt(LONG) * 10n ** 30n + 1n;
      expect(both.one).to.deep.equal([{ text: said, none: null, few: 7, long: LONG, longer, counted: 1 }]);
      expect(both.one).to.deep.equal(await query());
    });
  });

  const STATEMENTS: [string, number][] = [
    [`/v1/contributions/${work(1)}`, 2],
    [`/v1/contributions/${work(6)}`, 2],
    [`/v1/accounts/${address(1)}`, 2],
    ["/v1/protocol", 2],
  ];
  it("takes a statement, beside the one that tells the block", async () => {
    let asked = 0;
    api().pool.on("acquire", (client: PoolClient) => {
      const ask = client.query;
      client.query = (...parts: unknown[]) => {
        asked += 1;
        return Reflect.apply(ask, client, parts);
      };
    });
    api().pool.on("release", (_, client) => Reflect.deleteProperty(client, "query"));
    for (const [path, most] of STATEMENTS) {
      asked = 0;
      expect((await api().fetch(path)).status, path).to.equal(200);
      // The last one ends the transaction.
      expect(asked, path).to.equal(most + 1);
    }
    for (const event of ["acquire", "release"]) api().pool.removeAllListeners(event);
  });
});
