import { chmodSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Auditor, auditTables, createPool, PROOFS, type Proof } from "@azora/api/auditor";
import { expect } from "chai";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { connections, localDatabase } from "../../scripts/local/database.ts";
import { freePorts } from "../../scripts/local/ports.ts";
import { openSession, removeNetwork, type Session } from "../../scripts/local/session.ts";
import { liveFully } from "../support/fullLife.ts";
import { columnsOf, type Tampered, Tampering } from "../support/tampering.ts";

const EVERYTHING = Number.POSITIVE_INFINITY;
/** What a short life leaves empty: there rows are invented, but none can be altered. */
const EMPTY = ["fund_grant", "registration_stop", "reopening", "voiding"];
const SOON_MS = 60_000;

describe("an index that proves itself", function () {
  this.timeout(900_000);
  let folder: string;
  let session: Session;
  let pool: ReturnType<typeof createPool>;
  let tampering: Tampering;
  let auditor: Auditor;

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-audit-"));
    chmodSync(folder, 0o711); // PostgreSQL may have to run as another user
    const ports = await freePorts();
    const say = () => undefined;
    session = await openSession({ folder, ports, floors: "api", say });
    await liveFully(session);
    const database = path.join(folder, "database");
    const { adminUrl } = localDatabase({ folder: database, port: ports.database, say });
    const urls = await connections(adminUrl, folder);
    pool = createPool(urls.api, { index: "azora", api: "azora_api" });
    auditor = audit();
    await auditor.pass(EVERYTHING);
    // What it would write meanwhile would be written over what is tampered with.
    process.kill(session.supervisor.pid("indexer") ?? 0, "SIGSTOP");
    tampering = await Tampering.open(adminUrl);
  });

  after(async () => {
    await tampering?.close();
    await pool?.end();
    const indexer = session?.supervisor.pid("indexer");
    if (indexer !== undefined) process.kill(indexer, "SIGCONT");
    await session?.stop();
    removeNetwork(folder);
  });

  const audit = (proofs?: readonly Proof[]) =>
    new Auditor({
      chain: session.client,
      deployment: session.network.deployment,
      pool,
      patienceMs: 0,
      ...(proofs && { proofs }),
    });

  const get = async (route: string) => fetch(`${session.apiUrl}${route}`);

  it("finds nothing wrong with a whole life, and says of every answer how far it is proven", async () => {
    expect(auditor.findings).to.deep.equal([]);
    const empty: string[] = [];
    for (const table of auditTables)
      if ((await tampering.pick(table)) === undefined) empty.push(getTableName(table));
    expect(empty).to.have.members(EMPTY);
    const header = (await get("/v1/head")).headers.get("Azora-Verified");
    const { protocol } = Object(await (await get("/v1/protocol")).json());
    expect(header).to.match(new RegExp(`^${protocol.ledgerSize};root="0x[0-9a-f]{64}";block=\\d+$`));
    expect((await get("/health/ready")).status).to.equal(200);
  });

  it("names what proves each column of each table, and no other", () => {
    const named = Object.entries(PROOFS).map(([table, columns]) => [table, Object.keys(columns).sort()]);
    const there = auditTables.map((table) => [
      getTableName(table).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      [...columnsOf(table).keys()].sort(),
    ]);
    expect(Object.fromEntries(named)).to.deep.equal(Object.fromEntries(there));
  });

  /** Tampers, requires that each is found in its table, and mends. */
  async function requireFound(who: Auditor, tampered: readonly Tampered[]): Promise<void> {
    try {
      await who.pass(EVERYTHING);
      const found = who.findings;
      const missed = tampered.filter(({ table }) => !found.some((finding) => finding.table === table));
      expect(missed.map(({ table, what }) => `${table} ${what}`)).to.deep.equal([]);
    } finally {
      for (const { undo } of tampered) await undo();
    }
    await who.pass(EVERYTHING);
    expect(who.findings).to.deep.equal([]);
  }

  it("finds each row that was invented", async () => {
    const tampered: Tampered[] = [];
    for (const table of auditTables.filter(isNoBlock))
      tampered.push(await tampering.invent(table, await tampering.pick(table)));
    await requireFound(auditor, tampered);
  });

  it("finds each row that was deleted", async () => {
    const tampered: Tampered[] = [];
    for (const table of auditTables.filter(isNoBlock)) {
      const row = await tampering.pick(table);
      if (row !== undefined) tampered.push(await tampering.delete(table, row));
    }
    await requireFound(auditor, tampered);
  });

  it("finds each column that was altered, of every table", async () => {
    const most = Math.max(...auditTables.map((table) => columnsOf(table).size));
    for (let i = 0; i < most; i += 1) {
      const tampered: Tampered[] = [];
      for (const table of auditTables.filter(isNoBlock)) {
        const property = [...columnsOf(table).keys()][i];
        const row = property === undefined ? undefined : await tampering.pick(table, property);
        if (row !== undefined && property !== undefined)
          tampered.push(await tampering.alter(table, row, property));
      }
      await requireFound(auditor, tampered);
    }
  });

  it("finds blocks that were invented, deleted or altered, the last one among them", async () => {
    const block = auditTables.find((table) => !isNoBlock(table));
    if (block === undefined) throw new Error("There are no blocks.");
    const last = await tampering.last(block, "number");
    for (const row of [await tampering.pick(block), last]) {
      if (row === undefined) throw new Error("There is no block.");
      for (const property of columnsOf(block).keys())
        await requireFound(auditor, [await tampering.alter(block, row, property)]);
      await requireFound(auditor, [await tampering.delete(block, row)]);
      await requireFound(auditor, [await tampering.invent(block, row)]);
    }
  });

  for (const proof of ["ledger", "eth_call"] as const) {
    it(`finds by ${proof} alone what it is said to prove`, async () => {
      const alone = audit([proof]);
      await alone.pass(EVERYTHING);
      const missed: string[] = [];
      for (const [table, property] of provenBy(proof)) {
        const row = await tampering.pick(table, property);
        // What has not come yet, such as the end of a seat that is held, has no leaf either.
        if (row === undefined || (proof === "ledger" && row[property] === null)) continue;
        const { what, undo } = await tampering.alter(table, row, property);
        await alone.pass(EVERYTHING);
        if (alone.findings.length === 0) missed.push(`${getTableName(table)} ${what}`);
        await undo();
      }
      await alone.pass(EVERYTHING);
      expect(alone.findings).to.deep.equal([]);
      expect(missed).to.deep.equal([]);
    });
  }

  it("turns readiness red within a minute and names the row, and green again once it is mended", async () => {
    const settlement = auditTables.find((table) => getTableName(table) === "settlement");
    const row = settlement && (await tampering.pick(settlement));
    if (settlement === undefined || row === undefined) throw new Error("Nothing was settled.");
    const { undo } = await tampering.alter(settlement, row, "amount");
    // What it saw of the tests before is let go of within a round; then this is the first that it names.
    const red = await until(async () => {
      const ready = await get("/health/ready");
      return ready.status === 503 && (await ready.text()).includes(`settlement ${row.contribution}`);
    });
    expect((await get("/v1/head")).headers.get("Azora-Verified")).to.equal("0;failed");
    await undo();
    const green = await until(async () => (await get("/health/ready")).status === 200);
    for (const ms of [red, green]) expect(ms).to.be.below(SOON_MS);
  });
});

const isNoBlock = (table: PgTable): boolean => getTableName(table) !== "block";

/** How long it took. */
async function until(isSo: () => Promise<boolean>): Promise<number> {
  const start = Date.now();
  while (!(await isSo())) {
    if (Date.now() - start > SOON_MS) throw new Error(`It was not so within ${SOON_MS} ms.`);
    await sleep(100);
  }
  return Date.now() - start;
}

/** The columns that the registry says a proof is for. */
function provenBy(proof: Proof): [table: PgTable, property: string][] {
  const named = new Map(Object.entries<Readonly<Record<string, Proof>>>(PROOFS));
  return auditTables.flatMap((table) => {
    const name = getTableName(table).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    return Object.entries(named.get(name) ?? {}).flatMap(([property, by]): [PgTable, string][] =>
      by === proof ? [[table, property]] : [],
    );
  });
}
