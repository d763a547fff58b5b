import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { auditLedgerAbi } from "@azora/sdk";
import { decodeFunctionResult, encodeFunctionData, type Hex, isHex } from "viem";
import { developmentClient } from "../../../scripts/local/chain.ts";
import type { Session } from "../../../scripts/local/session.ts";
import type { Canon } from "./Canon.ts";

const QUESTIONS = [
  "/v1/protocol",
  "/v1/contributions?limit=50",
  "/v1/ledger?limit=50",
  "/v1/people?limit=50",
  "/v1/series?period=hour&limit=20",
] as const;
const PAUSE_MS = 15;

/** How often, and how far apart, a node is asked again that says something else. */
const AGAIN = 4;
const AGAIN_MS = 700;

/** An answer that is marked: something of the index is not as the chain has it. */
const FAILED = "0;failed";

/** Somebody who reads all the time, and notes what does not fit. */
export class Reader {
  readonly #session: Session;
  readonly #canon: Canon;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  /** What was answered to each question as of each block: always the same. */
  readonly #answers = new Map<string, string>();
  readonly problems: string[] = [];
  answers = 0;
  /** Answers of whose ledger the contract said the same at the same block. */
  confirmed = 0;
  /** Answers that said themselves that something is wrong. */
  #marked = 0;
  /** For how long a block had been no more, in milliseconds, when an answer still held at it and was not marked: the longest. */
  #lateMs = 0;

  constructor(session: Session, canon: Canon) {
    this.#session = session;
    this.#canon = canon;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** How many answers said that something is wrong, since this was asked last. */
  takeMarked(): number {
    const marked = this.#marked;
    this.#marked = 0;
    return marked;
  }

  /** How late unmarked answers were at most, since this was asked last. */
  takeLateMs(): number {
    const ms = this.#lateMs;
    this.#lateMs = 0;
    return ms;
  }

  async #run(): Promise<void> {
    for (let i = 0; !this.#stop.signal.aborted; i += 1) {
      const question = QUESTIONS[i % QUESTIONS.length] ?? QUESTIONS[0];
      try {
        await this.#ask(question);
      } catch (error) {
        this.problems.push(`${question}: ${error instanceof Error ? error.message : error}`);
      }
      await sleep(PAUSE_MS);
    }
  }

  async #ask(question: string): Promise<void> {
    const response = await fetch(`${this.#session.apiUrl}${question}`);
    const at = Date.now();
    const body = await response.text();
    if (response.status !== 200) {
      this.problems.push(`${question}: ${response.status} ${body.slice(0, 200)}`);
      return;
    }
    this.answers += 1;
    const [, number = "", hash = ""] =
      /^(\d+);hash="(0x[0-9a-f]{64})"/.exec(response.headers.get("Azora-Block") ?? "") ?? [];
    if (!isHex(hash)) {
      this.problems.push(`${question}: no block is named`);
      return;
    }
    this.#compare(`${question} at ${number} ${hash}`, body);
    const isMarked = response.headers.get("Azora-Verified") === FAILED;
    if (isMarked) this.#marked += 1;
    await this.#date(question, Number(number), hash, at, isMarked);
    if (question === "/v1/protocol") await this.#confirm(Number(number), hash, body);
  }

  /** Of one block, whatever came and went in between, and whichever build answers. */
  #compare(what: string, body: string): void {
    const digest = createHash("sha256").update(body).digest("hex");
    const before = this.#answers.get(what);
    if (before !== undefined && before !== digest)
      this.problems.push(`${what}: was answered in two ways, the second is ${body.slice(0, 2000)}`);
    this.#answers.set(what, digest);
  }

  async #date(question: string, number: number, hash: Hex, at: number, isMarked: boolean): Promise<void> {
    const since = await this.#canon.sinceLeft(number, hash, at);
    if (since === undefined) this.problems.push(`${question}: ${hash} never was block ${number}`);
    else if (!isMarked) this.#lateMs = Math.max(this.#lateMs, since);
  }

  /** What the contract says as of that block, unless it is no more. */
  async #confirm(number: number, blockHash: Hex, body: string): Promise<void> {
    const told = Number(Object(JSON.parse(body)).protocol.ledgerSize);
    let size = await this.#sizeAt(number, blockHash);
    // Of its last block, anvil tells what it knows while it makes the next one: a second look is at one of the past.
    for (let tries = 0; size !== undefined && size !== told && tries < AGAIN; tries += 1) {
      await sleep(AGAIN_MS);
      size = await this.#sizeAt(number, blockHash);
    }
    if (size === told) this.confirmed += 1;
    else if (size !== undefined)
      this.problems.push(`/v1/protocol: ${told} leaves at ${blockHash}, the contract has ${size}`);
  }

  /** How many leaves the contract had at a block; nothing if that is not on the chain. */
  async #sizeAt(number: number, blockHash: Hex): Promise<number | undefined> {
    const { rpcUrl, deployment } = this.#session.network;
    const data = encodeFunctionData({ abi: auditLedgerAbi, functionName: "size" });
    const call = { to: deployment.addresses.auditLedger, data };
    const node = developmentClient(rpcUrl);
    const result = await node.send("eth_call", [call, { blockHash }]).catch(() => undefined);
    if (!isHex(result)) return undefined;
    // Of a block that has left the chain, anvil tells what the one in its place says; none that has left comes back.
    const present = await node.getBlock({ blockNumber: BigInt(number) }).catch(() => undefined);
    if (present?.hash !== blockHash) return undefined;
    return Number(decodeFunctionResult({ abi: auditLedgerAbi, functionName: "size", data: result }));
  }
}
