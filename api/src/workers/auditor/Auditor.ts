import type { Deployment } from "@azora/sdk";
import type { Pool } from "pg";
import type { PublicClient } from "viem";
import { type Verdict, writeVerdict } from "../../audit/verdict.ts";
import { type Db, transact } from "../../database/pools.ts";
import { type Finding, Findings } from "./findings.ts";
import { LedgerAudit, type LedgerHead, readLedgerHead } from "./ledger/LedgerAudit.ts";
import { ChainReplay, Elsewhere } from "./rows/ChainReplay.ts";
import { RowAudit } from "./rows/RowAudit.ts";
import { type Position, readPosition } from "./snapshot.ts";

/** In how many passes everything is looked at once, if there is more than {@link LEAST} a pass. */
const PASSES = 80;
/** Rows and leaves that are looked at in a pass at least. */
const LEAST = 200;
/** The verdict is written anew so often even if it is the same, to say that somebody looks. */
const HEARTBEAT_MS = 5_000;

export interface AuditorOptions {
  chain: PublicClient;
  deployment: Deployment;
  /** As the API's role. */
  pool: Pool;
}

/** Proves what the index says, again and again, and writes the verdict where the gateway reads it. */
export class Auditor {
  readonly #options: AuditorOptions;
  readonly #findings = new Findings();
  readonly #ledger: LedgerAudit;
  readonly #rows: RowAudit;
  readonly #chainReplay: ChainReplay;
  #before: Position | undefined;
  #head: { at: Position; ledger: LedgerHead } | undefined;
  #proven: Verdict["proven"] = null;
  #written = { text: "", at: Number.NEGATIVE_INFINITY };
  #reorganisations = 0;

  constructor(options: AuditorOptions) {
    const { chain, deployment } = options;
    this.#options = options;
    this.#ledger = new LedgerAudit(chain, deployment, this.#findings);
    this.#rows = new RowAudit(this.#findings);
    this.#chainReplay = new ChainReplay(chain, deployment);
  }

  get findings(): Finding[] {
    return this.#findings.all;
  }

  /**
   * Looks at what is new, and at a part of all the rest.
   *
   * @param limit How many rows and leaves to look at; everything is Infinity.
   * @return What is to be said: findings that come up or are mended.
   */
  async pass(limit?: number): Promise<string[]> {
    const before = this.findings;
    try {
      await this.#catchUp();
      await this.#look(limit);
    } catch (error) {
      // The index follows a fork, or is about to be rolled back: what is to be said of that, /health/fresh says.
      if (!(error instanceof Elsewhere)) throw error;
      return [];
    }
    await this.#write();
    return [
      ...newIn(this.findings, before).map(({ detail }) => `found that ${detail}.`),
      ...newIn(before, this.findings).map(({ detail }) => `found no more that ${detail}.`),
    ];
  }

  /** The long way from the first block is gone outside of a transaction, which would not live that long. */
  async #catchUp(): Promise<void> {
    const position = await this.#read(readPosition);
    if (position !== undefined) await this.#chainReplay.moveTo(position);
  }

  async #look(limit: number | undefined): Promise<void> {
    await this.#read(async (db) => {
      const at = await readPosition(db);
      if (at === undefined) return;
      if (this.#before !== undefined && this.#before.build !== at.build) this.#restart();
      const replay = await this.#chainReplay.moveTo(at);
      if (this.#reorganisations !== this.#chainReplay.reorganisations) this.#rows.forgetBlocks();
      this.#reorganisations = this.#chainReplay.reorganisations;
      const { ledger } = await this.#headAt(at);
      const leaves = limit ?? Math.max(LEAST, Math.ceil(Number(ledger.size) / PASSES));
      const proven = await this.#ledger.pass(db, ledger, at.number, leaves);
      if (proven !== undefined)
        this.#proven = {
          size: Number(proven.size),
          root: proven.root,
          block: Number(at.number),
          hash: at.hash,
        };
      const rows = limit ?? Math.max(LEAST, Math.ceil(replay.size / PASSES));
      const headers = (numbers: readonly bigint[]) => this.#chainReplay.headers(numbers);
      await this.#rows.pass(db, { replay, head: at.number, headers }, rows);
      this.#before = at;
    });
  }

  #restart(): void {
    this.#rows.restart();
    this.#proven = null;
  }

  async #headAt(at: Position) {
    const { chain, deployment } = this.#options;
    if (this.#head?.at.hash !== at.hash)
      this.#head = { at, ledger: await readLedgerHead(chain, deployment, at.number) };
    return this.#head;
  }

  #read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return transact(this.#options.pool, "REPEATABLE READ READ ONLY", work);
  }

  async #write(): Promise<void> {
    const verdict = { proven: this.#proven, findings: this.findings };
    const text = JSON.stringify(verdict);
    const now = performance.now();
    if (text === this.#written.text && now - this.#written.at < HEARTBEAT_MS) return;
    await writeVerdict(this.#options.pool, verdict);
    this.#written = { text, at: now };
  }
}

const newIn = (now: readonly Finding[], before: readonly Finding[]): Finding[] =>
  now.filter(({ detail }) => !before.some((each) => each.detail === detail));
