import type { Replay } from "@azora/indexer/replay";
import type { Deployment } from "@azora/sdk";
import type { Pool } from "pg";
import type { PublicClient } from "viem";
import { type Verdict, writeVerdict } from "../../audit/verdict.ts";
import { type Db, transact } from "../../database/pools.ts";
import { CallAudit } from "./calls/CallAudit.ts";
import { Chain } from "./calls/Chain.ts";
import { type Finding, Findings, type Proof } from "./findings.ts";
import { LedgerAudit, type LedgerHead, readLedgerHead } from "./ledger/LedgerAudit.ts";
import { ChainReplay, Elsewhere } from "./rows/ChainReplay.ts";
import { RowAudit } from "./rows/RowAudit.ts";
import { Setback } from "./Setback.ts";
import { type Position, readPosition } from "./snapshot.ts";

/** In how many passes everything is looked at once, if there is more than {@link LEAST} a pass. */
const PASSES = 80;
/** Rows and leaves that are looked at in a pass at least. */
const LEAST = 200;
/** Rows of which contracts are asked in a pass at least, and in how many passes of all of them. */
const LEAST_CALLS = 10;
const CALL_PASSES = 160;
/** The verdict is written anew so often even if it is the same, to say that somebody looks. */
const HEARTBEAT_MS = 5_000;
/** How long a reorganisation may take, and how long an indexer that starts again may stand where it begins. */
const PATIENCE_MS = 10_000;
const POSITION = "position";
const ALL: readonly Proof[] = ["ledger", "eth_call", "recomputation"];

export interface AuditorOptions {
  chain: PublicClient;
  deployment: Deployment;
  /** As the API's role. */
  pool: Pool;
  /** Which proofs to ask for; all unless said. */
  proofs?: readonly Proof[];
  /** How long the index may be where the chain is not, or stand before where it was; ten seconds unless said. */
  patienceMs?: number;
}

/** Proves what the index says, again and again, and writes the verdict where the gateway reads it. */
export class Auditor {
  readonly #options: AuditorOptions;
  readonly #findings = new Findings();
  readonly #ledger: LedgerAudit;
  readonly #rows: RowAudit;
  readonly #calls: CallAudit;
  readonly #chainReplay: ChainReplay;
  /** Since when the chain has not had the index's block. */
  #elsewhere: number | undefined;
  /** The last block that the index has had, of those that the chain still has. */
  #highest: Position | undefined;
  readonly #setback = new Setback();
  #head: { at: Position; ledger: LedgerHead } | undefined;
  #proven: Verdict["proven"] = null;
  #written = { text: "", at: Number.NEGATIVE_INFINITY };
  #reorganisations = 0;

  constructor(options: AuditorOptions) {
    const { chain, deployment } = options;
    this.#options = options;
    this.#ledger = new LedgerAudit(chain, deployment, this.#findings);
    this.#rows = new RowAudit(this.#findings);
    this.#calls = new CallAudit(this.#findings);
    this.#chainReplay = new ChainReplay(chain, deployment);
  }

  get #patienceMs(): number {
    return this.#options.patienceMs ?? PATIENCE_MS;
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
      this.#elsewhere = undefined;
    } catch (error) {
      if (!(error instanceof Elsewhere)) throw error;
      this.#noteElsewhere(error);
    }
    this.#findings.endRound(POSITION);
    await this.#write();
    return [
      ...newIn(this.findings, before).map(({ detail }) => `found that ${detail}.`),
      ...newIn(before, this.findings).map(({ detail }) => `found no more that ${detail}.`),
    ];
  }

  /** Reorganisations are over soon. An index that stays where the chain is not follows a fork, or has an invented block. */
  #noteElsewhere({ number, message }: Elsewhere): void {
    const now = performance.now();
    this.#elsewhere ??= now;
    if (now - this.#elsewhere < this.#patienceMs) return;
    this.#proven = null;
    this.#findings.add(POSITION, {
      proof: "recomputation",
      table: "block",
      row: String(number),
      detail: message,
    });
  }

  /** The long way from the first block is gone outside of a transaction, which would not live that long. */
  async #catchUp(): Promise<void> {
    const position = await this.#read(readPosition);
    if (position !== undefined) await this.#chainReplay.moveTo(position);
  }

  async #look(limit: number | undefined): Promise<void> {
    const { proofs = ALL } = this.#options;
    await this.#read(async (db) => {
      const at = await readPosition(db);
      if (at === undefined) return;
      if (this.#highest !== undefined && this.#highest.build !== at.build) this.#restart();
      const replay = await this.#chainReplay.moveTo(at);
      await this.#unlessGone(at, async () => {
        await this.#noteHighest(at);
        if (proofs.includes("ledger")) await this.#proveLedger(db, at, limit);
        if (proofs.includes("recomputation")) await this.#compareRows(db, at, replay, limit);
        if (proofs.includes("eth_call")) await this.#askContracts(db, at, replay, limit);
      });
    });
  }

  /**
   * The chain is asked by numbers of blocks. If it went elsewhere meanwhile, what it said is of other blocks than the index's,
   * and so is whatever was found.
   */
  async #unlessGone(at: Position, look: () => Promise<void>): Promise<void> {
    const takeBack = this.#findings.keep();
    const proven = this.#proven;
    try {
      await look();
      await this.#chainReplay.require(at);
    } catch (error) {
      takeBack();
      this.#proven = proven;
      this.#head = undefined;
      throw error;
    }
  }

  async #proveLedger(db: Db, at: Position, limit: number | undefined): Promise<void> {
    const { ledger } = await this.#headAt(at);
    const some = limit ?? Math.max(LEAST, Math.ceil(Number(ledger.size) / PASSES));
    const proven = await this.#ledger.pass(db, ledger, at.number, some);
    if (proven === undefined) return;
    const { size, root } = proven;
    this.#proven = { size: Number(size), root, block: Number(at.number), hash: at.hash };
  }

  async #compareRows(db: Db, at: Position, replay: Replay, limit: number | undefined): Promise<void> {
    const { reorganisations } = this.#chainReplay;
    if (this.#reorganisations !== reorganisations) this.#rows.forgetBlocks();
    this.#reorganisations = reorganisations;
    const some = limit ?? Math.max(LEAST, Math.ceil(replay.size / PASSES));
    const headers = (numbers: readonly bigint[]) => this.#chainReplay.headers(numbers);
    await this.#rows.pass(db, { replay, head: at.number, headers }, some);
  }

  async #askContracts(db: Db, at: Position, replay: Replay, limit: number | undefined): Promise<void> {
    const { chain, deployment } = this.#options;
    const some = limit ?? Math.max(LEAST_CALLS, Math.ceil(this.#calls.size(replay) / CALL_PASSES));
    await this.#calls.pass(db, new Chain(chain, deployment, at.number), some);
  }

  /** An index stays behind where it was only if the chain went back. */
  async #noteHighest(at: Position): Promise<void> {
    const highest = this.#highest ?? at;
    this.#highest = highest;
    if (at.number >= highest.number || !(await this.#chainReplay.isOnChain(highest))) {
      this.#highest = at;
      this.#setback.end();
      return;
    }
    if (this.#setback.standsFor(at.number, performance.now()) < this.#patienceMs) return;
    this.#findings.add(POSITION, {
      proof: "recomputation",
      table: "block",
      row: String(highest.number),
      detail: `block ${highest.number} is missing, and was there`,
    });
  }

  #restart(): void {
    this.#highest = undefined;
    this.#setback.end();
    this.#rows.restart();
    this.#calls.restart();
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
