import {
  asKept,
  askContracts,
  auditTables,
  Chain,
  callChecks,
  differences,
  Findings,
  LedgerAudit,
  type Replay,
  type Row,
  readLedgerHead,
} from "@azora/api/auditor";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { type IndexDatabase, textOf } from "./IndexDatabase.ts";
import type { Past } from "./Past.ts";
import { type Truth, truthsOf } from "./truths/index.ts";

/** How something is known without the index's handlers: from what happened, from a contract, from the ledger's root. */
export type Witness = "events" | "eth_call" | "ledger";

/** What is wrong with an index, and who says so. */
export interface Contradiction {
  readonly witness: Witness;
  readonly detail: string;
}

/** The rows of an index, wherever they come from. */
export type Index = Pick<Replay, "rows" | "keyOf">;

/** Holds an index against the chain at a block. */
export class Inspection {
  readonly #past: Past;
  readonly #database: IndexDatabase;
  readonly #truths: readonly Truth[];

  constructor(past: Past, database: IndexDatabase) {
    this.#past = past;
    this.#database = database;
    this.#truths = truthsOf(past);
  }

  /** Which columns of which tables follow from what happened. */
  get told(): ReadonlyMap<PgTable, ReadonlySet<string>> {
    return new Map(
      this.#truths.map(({ table, rows }) => [table, new Set(rows.flatMap((row) => Object.keys(row)))]),
    );
  }

  /** Everything that all three witnesses say against an index. */
  async all(index: Index): Promise<Contradiction[]> {
    return [
      ...this.events(index, auditTables),
      ...(await this.contracts(index, () => true)),
      ...(await this.ledger(index)),
    ];
  }

  /**
   * What the first witness says that has anything to say, of an index that is like a right one but for some rows.
   * @return Nothing if nobody notices.
   */
  async first(index: Index, right: Index): Promise<Contradiction | undefined> {
    const others = auditTables.filter((table) => isOther(index, right, table));
    const [told] = this.events(index, others);
    if (told !== undefined) return told;
    const isNew = (table: PgTable, key: string, row: Row) => {
      const before = right.rows(table).get(key);
      return before === undefined || textOf(before) !== textOf(row);
    };
    const [called] = await this.contracts(index, isNew);
    return called ?? (await this.ledger(index))[0];
  }

  events(index: Index, among: readonly PgTable[]): Contradiction[] {
    return this.#truths
      .filter(({ table }) => among.includes(table))
      .flatMap((truth) => contradict(index, truth))
      .map((detail) => ({ witness: "events", detail }));
  }

  async contracts(
    index: Index,
    isAsked: (table: PgTable, key: string, row: Row) => boolean,
  ): Promise<Contradiction[]> {
    const { client, deployment, block } = this.#past;
    const chain = new Chain(client, deployment, block);
    const found: Contradiction[] = [];
    for (const check of callChecks)
      for (const [key, row] of index.rows(check.table)) {
        if (!isAsked(check.table, key, row)) continue;
        for (const { detail } of await askContracts(chain, check, row))
          found.push({ witness: "eth_call", detail });
      }
    return found;
  }

  async ledger(index: Index): Promise<Contradiction[]> {
    const { client, deployment, block } = this.#past;
    const head = await readLedgerHead(client, deployment, block);
    const findings = new Findings();
    const audit = new LedgerAudit(client, deployment, findings);
    await this.#database.with(index, (db) => audit.pass(db, head, block, Number.POSITIVE_INFINITY));
    return findings.all.map(({ detail }) => ({ witness: "ledger", detail }));
  }
}

/** Whether a table has other rows in two indexes. */
export const isOther = (one: Index, other: Index, table: PgTable): boolean =>
  textOf([...one.rows(table).values()]) !== textOf([...other.rows(table).values()]);

/** Where a table has other rows than it has to, or other values in them. */
function contradict(index: Index, { table, rows }: Truth): string[] {
  const name = getTableName(table);
  const there = index.rows(table);
  const keys = new Set<string>();
  const found: string[] = [];
  for (const expected of rows) {
    const key = index.keyOf(table, expected);
    if (keys.has(key)) found.push(`${name} ${key} has to be there twice`);
    keys.add(key);
    const row = there.get(key);
    if (row === undefined) found.push(`${name} ${key} is missing`);
    else
      found.push(
        ...differences(table, row, onlyIn(table, row, expected)).map((each) => `${name} ${key} ${each}`),
      );
  }
  for (const key of there.keys())
    if (!keys.has(key)) found.push(`${name} ${key} follows from nothing that happened`);
  return found;
}

/** A row with the values that are known, as a database gives them back. */
function onlyIn(table: PgTable, row: Row, known: Row): Row {
  const kept = asKept(table, known);
  return { ...row, ...Object.fromEntries(Object.keys(known).map((property) => [property, kept[property]])) };
}
