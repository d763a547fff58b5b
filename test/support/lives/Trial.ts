import { auditTables, type Handlers, loadHandlers, PROOFS, type Proof, Replay } from "@azora/api/auditor";
import { block } from "@azora/indexer/schema";
import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { columnsOf } from "../tampering.ts";
import type { IndexDatabase } from "./IndexDatabase.ts";
import { type Contradiction, Inspection, isOther, type Witness } from "./Inspection.ts";
import type { Past } from "./Past.ts";
import { effectsOf, nameOf, replayOf, type Sabotage, sabotaged } from "./sabotage.ts";
import { tamperedWith } from "./tamper.ts";

type Pick = <item>(items: readonly item[]) => item;

/** An event that is alone in its block. */
const ALONE = "CitadelFund:Received";
/** In how many parts a life is looked at, each at its end. */
const PARTS = 4;

/** The index on trial over many lives: what it said, and whether anybody would have noticed another thing. */
export class Trial {
  readonly #database: IndexDatabase;
  readonly #handlers: Handlers;
  /** How often each event came about. */
  readonly events = new Map<string, number>();
  /** Which columns follow from what happened, of each table that had a row. */
  readonly told = new Map<PgTable, Set<string>>();
  /** Effects of handlers that were left out, and who noticed; nobody if it made no difference. */
  readonly sabotaged = new Map<string, Witness | "itself" | "no difference">();
  /** Columns and rows that were tampered with, and who noticed. */
  readonly tampered = new Map<string, Witness>();
  /** What nobody noticed. */
  readonly missed: string[] = [];
  /** Comparisons with the chain at one of its blocks. */
  inspections = 0;

  private constructor(database: IndexDatabase, handlers: Handlers) {
    this.#database = database;
    this.#handlers = handlers;
  }

  static async open(database: IndexDatabase): Promise<Trial> {
    return new Trial(database, await loadHandlers());
  }

  /** Events that the index has a handler for. */
  get handled(): string[] {
    return [...this.#handlers.keys()];
  }

  /**
   * Holds the index against the chain at some blocks of a life, the last one among them.
   * @throws if they differ, with the first block after which they do
   */
  async hold(past: Past): Promise<Inspection> {
    for (const log of past.logs) {
      const name = past.nameOf(log).replace(".", ":");
      this.events.set(name, (this.events.get(name) ?? 0) + 1);
    }
    const blocks = [...past.headers.keys()];
    const ends = Array.from({ length: PARTS }, (_, i) =>
      blocks.slice(0, Math.ceil((blocks.length * (i + 1)) / PARTS)).at(-1),
    );
    const replay = await Replay.create(past.deployment, 0n);
    let taken = 0;
    let inspection: Inspection | undefined;
    for (const end of new Set(ends)) {
      if (end === undefined) continue;
      const part = past.upTo(end);
      for (const [number, logs] of Map.groupBy(part.logs.slice(taken), (log) => log.blockNumber)) {
        const header = part.headers.get(number);
        if (header !== undefined) await replay.take(header, logs);
      }
      taken = part.logs.length;
      inspection = new Inspection(part, this.#database);
      this.inspections += 1;
      const found = await inspection.all(replay);
      if (found.length > 0) throw await this.#firstIn(past, found);
    }
    if (inspection === undefined) throw new Error("Nothing happened in this life.");
    for (const [table, columns] of inspection.told)
      this.told.set(table, new Set([...(this.told.get(table) ?? []), ...columns]));
    return inspection;
  }

  /** The first block after which a table is wrong that is so in the end, with what happened in it. */
  async #firstIn(past: Past, last: readonly Contradiction[]): Promise<Error> {
    const tables = new Set(last.map(tableOf));
    for (const [number, logs] of Map.groupBy(past.logs, (log) => log.blockNumber)) {
      const part = past.upTo(number);
      const all = await new Inspection(part, this.#database).all(await replayOf(part));
      // Before all contracts are there, some questions have no answer.
      const found = all.filter((each) => tables.has(tableOf(each)));
      const names = [...new Set(logs.map((log) => past.nameOf(log)))].join(", ");
      if (found.length > 0)
        return new Error(`The index is wrong from block ${number} on, which had ${names}: ${said(found)}`);
    }
    return new Error(`The index is wrong: ${said(last)}`);
  }

  /** Leaves out each effect of each handler that no life before could show to matter, and looks who notices. */
  async sabotage(past: Past, inspection: Inspection): Promise<void> {
    const right = await replayOf(past);
    for (const sabotage of await effectsOf(past, this.#handlers)) {
      // Every handler notes its block, mostly one that another has noted: what matters is that one of them does.
      if (sabotage.table === block && sabotage.event !== ALONE) continue;
      const name = nameOf(sabotage);
      if (this.#isShown(name)) continue;
      const by = await this.#noticed(past, inspection, right, sabotage);
      if (by === undefined) this.missed.push(`${name} was left out`);
      else this.sabotaged.set(name, by);
    }
  }

  #isShown(name: string): boolean {
    const before = this.sabotaged.get(name);
    return before !== undefined && before !== "no difference";
  }

  async #noticed(past: Past, inspection: Inspection, right: Replay, sabotage: Sabotage) {
    const wrong = await replayOf(past, sabotaged(this.#handlers, sabotage)).catch((error: Error) => error);
    // A gap of which a handler says that it cannot be stops the index.
    if (wrong instanceof Error) return "itself";
    if (!auditTables.some((table) => isOther(wrong, right, table))) return "no difference";
    return (await inspection.first(wrong, right))?.witness;
  }

  /** Changes a row of each table, column by column, where no life before could, and looks who notices. */
  async tamper(past: Past, inspection: Inspection, pick: Pick): Promise<void> {
    const right = await replayOf(past);
    for (const table of auditTables)
      for (const { what, index } of tamperedWith(right, table, pick)) {
        const name = `${getTableName(table)} ${what}`;
        if (this.tampered.has(name)) continue;
        const contradiction = await inspection.first(index, right);
        if (contradiction === undefined) this.missed.push(name);
        else this.tampered.set(name, contradiction.witness);
      }
  }

  /** Columns that nothing but the handlers themselves tells. */
  get untold(): string[] {
    const proofs = new Map<string, Readonly<Record<string, Proof>>>(Object.entries(PROOFS));
    return auditTables.flatMap((table) => {
      const name = getTableName(table);
      const named = proofs.get(name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())) ?? {};
      return [...columnsOf(table).keys()]
        .filter((column) => (named[column] ?? "recomputation") === "recomputation")
        .filter((column) => !this.told.get(table)?.has(column))
        .map((column) => `${name} ${column}`);
    });
  }
}

const tableOf = ({ detail }: Contradiction): string | undefined => detail.split(" ")[0];

const said = (found: readonly Contradiction[]): string =>
  found
    .slice(0, 10)
    .map(({ witness, detail }) => `${detail} (${witness})`)
    .join("; ");
