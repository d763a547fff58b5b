import { expect } from "chai";
import { sql } from "drizzle-orm";
import { useApi } from "../testing/api.ts";
import { transact } from "./pools.ts";

const READ_ONLY = "25006";
const CANCELED = "57014";

describe("api: connections to the database", () => {
  const api = useApi();

  const codeOf = (statement: string) =>
    api()
      .context.index.read(({ db }) => db.execute(sql.raw(statement)))
      .then(
        () => "done",
        (error: { code?: string }) => error.code,
      );

  it("read the index in transactions that write nothing, not even what is the API's own", async () => {
    expect(await codeOf("SELECT 1")).to.equal("done");
    for (const statement of [
      "INSERT INTO evidence_room VALUES (true, 0)",
      "DELETE FROM evidence",
      "UPDATE audit SET faults = 0",
      "CREATE TABLE mine (a int)",
    ])
      expect(await codeOf(statement), statement).to.equal(READ_ONLY);
  });

  it("give a statement ten seconds, and a transaction that does nothing no more", async () => {
    const rows = await transact(api().pool, "READ COMMITTED READ ONLY", (db) =>
      db.execute(
        sql`SELECT name, setting, unit FROM pg_settings WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout')`,
      ),
    );
    expect(rows.rows).to.have.deep.members([
      { name: "statement_timeout", setting: "10000", unit: "ms" },
      { name: "idle_in_transaction_session_timeout", setting: "10000", unit: "ms" },
    ]);
  });

  it("end a statement that takes longer, and serve the next", async function () {
    this.timeout(20_000);
    const start = performance.now();
    expect(await codeOf("SELECT pg_sleep(60)")).to.equal(CANCELED);
    expect(performance.now() - start).to.be.within(9_000, 15_000);
    expect(await codeOf("SELECT 1")).to.equal("done");
  });
});
