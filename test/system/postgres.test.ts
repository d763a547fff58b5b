import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { expect } from "chai";
import { Client } from "pg";
import { type Postgres, PostgresFailure, roomForPostgres, startPostgres } from "../../scripts/postgres.ts";

describe("PostgreSQL", () => {
  let room: string;

  beforeEach(() => {
    room = roomForPostgres();
  });

  afterEach(() => {
    fs.rmSync(room, { recursive: true, force: true });
  });

  it("starts on a free port, answers, and leaves no process behind", async () => {
    const postgres = await startPostgres(room);
    const [row] = await query(postgres, "SELECT current_setting('server_version_num')::int / 10000 AS major");
    expect(row).to.deep.equal({ major: 18 });
    expect(processesUnder(room)).to.include(postgres.pid).and.to.have.length.above(1);
    await postgres.stop();
    expect(processesUnder(room)).to.deep.equal([]);
  });

  it("keeps its data over a restart", async () => {
    const first = await startPostgres(room);
    await query(first, "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    const second = await startPostgres(room);
    expect(await query(second, "SELECT answer FROM kept")).to.deep.equal([{ answer: 42 }]);
    await second.stop();
  });

  it("starts where an earlier start was killed while it made the data", async () => {
    for (const left of ["data", "data.part"]) {
      fs.mkdirSync(path.join(room, left));
      fs.writeFileSync(path.join(room, left, "half"), "");
    }
    fs.writeFileSync(path.join(room, "data.part", "PG_VERSION"), "18\n");
    fs.writeFileSync(path.join(room, "password"), "of another try\n");
    const postgres = await startPostgres(room);
    expect(await query(postgres, "SELECT 1 AS one")).to.deep.equal([{ one: 1 }]);
    await postgres.stop();
  });

  it("says in a sentence that a port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const failure = await startPostgres(room, port).catch((error: unknown) => error);
    other.close();
    expect(failure).to.be.instanceOf(PostgresFailure);
    expect(processesUnder(room)).to.deep.equal([]);
  });

  it("says in a sentence that a folder cannot be entered by the server", async () => {
    const closed = path.join(room, "closed");
    fs.mkdirSync(closed, { mode: 0o600 });
    const failure = await startPostgres(path.join(closed, "database")).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(PostgresFailure);
  });
});

async function query(postgres: Postgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The server and its helpers, found by the folder that all of them work in. */
function processesUnder(folder: string): number[] {
  const worksThere = (pid: string) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false; // has ended, or is somebody else's
    }
  };
  if (process.platform === "linux") return fs.readdirSync("/proc").filter(worksThere).map(Number);
  const { stdout } = spawnSync("lsof", ["-t", "+D", folder], { encoding: "utf8" });
  return stdout.split("\n").filter(Boolean).map(Number);
}
