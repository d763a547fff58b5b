import { type Address, createPublicClient, custom, type Hex, type PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import { contractsAt } from "../contractsAt.ts";
import { type ProtocolLog, readLogs } from "../view/logs.ts";
import { Book, type Entry } from "./Book.ts";

/** A block as an answer names it. */
export interface SaidBlock {
  readonly number: number;
  readonly hash: string;
  readonly timestamp: number;
}

/** The chain as of a block. */
export interface At {
  readonly block: SaidBlock;
  readonly book: Book;
  /** Asks the node, and nothing twice. */
  readonly client: PublicClient;
  readonly deployment: Deployment;
  readonly azr: Address;
  readonly contracts: Contracts;
}

export type Contracts = ReturnType<typeof contractsAt>;

/** The chain does not have a block of which an answer says that it holds there. */
export class Elsewhere extends Error {
  override name = "Elsewhere";
  /** What the chain has at that number; nothing if it has not come to it. */
  readonly actual: SaidBlock | undefined;

  constructor(actual: SaidBlock | undefined) {
    super("The chain does not have that block.");
    this.actual = actual;
  }
}

/** What the node says, block by block. */
export class Chain {
  readonly #client: PublicClient;
  readonly #deployment: Deployment;
  #at: At | undefined;
  #book = new Book();
  #read = { number: -1n, hash: "0x" as Hex };

  constructor(client: PublicClient, deployment: Deployment) {
    this.#client = client;
    this.#deployment = deployment;
  }

  get deployment(): Deployment {
    return this.#deployment;
  }

  /** @throws Elsewhere unless the node has that very block */
  async at(said: SaidBlock): Promise<At> {
    if (this.#at !== undefined && isSame(this.#at.block, said)) return this.#at;
    const actual = await this.blockOf(BigInt(said.number));
    if (actual === undefined || !isSame(actual, said)) throw new Elsewhere(actual);
    await this.#readTo(actual);
    const deployment = this.#deployment;
    this.#at = {
      block: said,
      book: this.#book,
      client: remembering(this.#client),
      deployment,
      azr: deployment.addresses.azoraToken,
      contracts: contractsAt(deployment, BigInt(said.number)),
    };
    return this.#at;
  }

  async blockOf(blockNumber: bigint): Promise<SaidBlock | undefined> {
    const head = await this.#client.getBlockNumber();
    if (blockNumber > head) return undefined;
    const { number, hash, timestamp } = await this.#client.getBlock({ blockNumber });
    return { number: Number(number), hash, timestamp: Number(timestamp) };
  }

  /** Of the audit ledger at the end of a block; nothing if the chain has not come to it. */
  async ledgerAt(blockNumber: bigint): Promise<{ size: bigint; root: Hex } | undefined> {
    if (blockNumber > (await this.#client.getBlockNumber())) return undefined;
    const { ledger } = contractsAt(this.#deployment, blockNumber);
    const [[size], root] = await Promise.all([
      this.#client.readContract({ ...ledger, functionName: "peaks" }),
      this.#client.readContract({ ...ledger, functionName: "root" }),
    ]);
    return { size, root };
  }

  /** What was read stands if the chain still has the last block of it. */
  async #readTo({ number, hash }: SaidBlock): Promise<void> {
    const to = BigInt(number);
    const last = this.#read;
    if (last.number >= 0n && (to < last.number || (await this.blockOf(last.number))?.hash !== last.hash)) {
      this.#book = new Book();
      this.#read = { number: -1n, hash: "0x" };
    }
    const from = this.#read.number < 0n ? BigInt(this.#deployment.block) : this.#read.number + 1n;
    if (from <= to) {
      const logs = await readLogs(this.#client, this.#deployment, from, to);
      const times = await this.#timesOf(logs);
      const { chainId } = this.#deployment;
      for (const log of logs)
        this.#book.add(entryOf(log, chainId, times.get(log.blockNumber) ?? 0, this.#book.entries.length));
    }
    this.#read = { number: to, hash: hash as Hex };
  }

  async #timesOf(logs: readonly ProtocolLog[]): Promise<Map<bigint, number>> {
    const times = new Map<bigint, number>();
    for (const { blockNumber, blockTimestamp } of logs)
      if (typeof blockTimestamp === "bigint") times.set(blockNumber, Number(blockTimestamp));
    const untold = [...new Set(logs.map(({ blockNumber }) => blockNumber))].filter(
      (each) => !times.has(each),
    );
    for (let done = 0; done < untold.length; done += AT_ONCE) {
      const some = untold.slice(done, done + AT_ONCE);
      const blocks = await Promise.all(some.map((blockNumber) => this.#client.getBlock({ blockNumber })));
      for (const { number, timestamp } of blocks) times.set(number, Number(timestamp));
    }
    return times;
  }
}

const AT_ONCE = 25;

const isSame = (a: SaidBlock, b: SaidBlock): boolean =>
  a.number === b.number && a.hash === b.hash && a.timestamp === b.timestamp;

/** The digits by which Ponder names an event: time, chain, block, transaction, and log after a 5. */
function entryOf(log: ProtocolLog, chainId: number, time: number, place: number): Entry {
  const digits = (value: number | bigint, count = 16) => value.toString().padStart(count, "0");
  const { eventName, args, address, blockNumber, blockHash, transactionHash, transactionIndex, logIndex } =
    log;
  const id = `${digits(time, 10)}${digits(chainId)}${digits(blockNumber)}${digits(transactionIndex)}5${digits(logIndex)}`;
  return { eventName, args, address, blockNumber, blockHash, transactionHash, logIndex, time, id, place };
}

/** A client that gives the answers of calls at a block once more. */
function remembering(client: PublicClient): PublicClient {
  const known = new Map<string, Promise<unknown>>();
  const request = (call: { method: string; params?: unknown }): Promise<unknown> => {
    const key = JSON.stringify(call);
    const answer = known.get(key) ?? client.request(call as Parameters<typeof client.request>[0]);
    known.set(key, answer);
    return answer;
  };
  return createPublicClient({ transport: custom({ request }, { retryCount: 0 }) });
}
