import { type Header, Replay } from "@azora/indexer/replay";
import { type Deployment, type ProtocolLog, readLogs } from "@azora/sdk";
import { BlockNotFoundError, type Hex, type PublicClient } from "viem";

/** Blocks that a reorganisation can take back without beginning anew: more than an indexer can undo. */
const DEPTH = 128;
/** Blocks whose logs are replayed at once, and headers that are asked for at the same moment. */
const RANGE = 2_000n;
const HEADERS = 50;

interface Taken {
  readonly number: bigint;
  readonly hash: Hex;
}

/** The chain is not yet, or no more, where the index is: a later snapshot will do. */
export class Elsewhere extends Error {
  override name = "Elsewhere";
  readonly number: bigint;

  constructor(number: bigint, message: string) {
    super(message);
    this.number = number;
  }
}

/** The replay of the chain's logs, kept at the block of the index. */
export class ChainReplay {
  readonly #chain: PublicClient;
  readonly #deployment: Deployment;
  #replay: Replay | undefined;
  /** The last blocks with logs, for going back. */
  #taken: Taken[] = [];
  /** All logs up to this block are in, if it still has this hash. */
  #at: Taken | undefined;

  /** How often the chain was found to be another than before. */
  reorganisations = 0;

  constructor(chain: PublicClient, deployment: Deployment) {
    this.#chain = chain;
    this.#deployment = deployment;
  }

  /**
   * Brings the replay to a block, forwards or backwards.
   * @throws Elsewhere if the chain has no such block
   */
  async moveTo(block: Taken): Promise<Replay> {
    await this.require(block);
    if (this.#at !== undefined && !(await this.#leads(this.#at, block))) await this.#goBack(block);
    const replay = this.#replay ?? (await Replay.create(this.#deployment, BigInt(DEPTH)));
    this.#replay = replay;
    const before = this.#at;
    try {
      await this.#takeUpTo(replay, block);
    } catch (error) {
      // What was read while the chain went elsewhere may be of both, and what was read by half must not stay.
      this.#forgetSince(before);
      throw error;
    }
    return replay;
  }

  async #takeUpTo(replay: Replay, block: Taken): Promise<void> {
    const start = this.#at === undefined ? BigInt(this.#deployment.block) : this.#at.number + 1n;
    for (let from = start; from <= block.number; from += RANGE) {
      const last = from + RANGE - 1n;
      await this.#take(replay, from, last < block.number ? last : block.number);
    }
    await this.require(block);
    this.#at = block;
  }

  async isOnChain({ number, hash }: Taken): Promise<boolean> {
    return (await this.#headerOf(number))?.hash === hash;
  }

  /** Headers by number; what the node does not have is not among them. */
  async headers(numbers: readonly bigint[]): Promise<Map<bigint, Header>> {
    const headers = new Map<bigint, Header>();
    for (let i = 0; i < numbers.length; i += HEADERS) {
      const some = numbers.slice(i, i + HEADERS);
      const blocks = await Promise.all(some.map((blockNumber) => this.#headerOf(blockNumber)));
      for (const header of blocks) if (header !== undefined) headers.set(header.number, header);
    }
    return headers;
  }

  /** Begins anew, from the first block on. */
  restart(): void {
    this.#replay = undefined;
    this.#taken = [];
    this.#at = undefined;
  }

  async #take(replay: Replay, from: bigint, to: bigint): Promise<void> {
    const logs = await readLogs(this.#chain, this.#deployment, from, to);
    const blocks = Map.groupBy(logs, (log) => log.blockNumber);
    const headers = await this.headers([...blocks.keys()]);
    for (const [number, some] of blocks) {
      const header = headers.get(number);
      if (header === undefined || some.some(({ blockHash }) => blockHash !== header.hash))
        return this.#lose(number);
      await this.#takeBlock(replay, header, some);
    }
    const last = (await this.headers([to])).get(to);
    if (last === undefined) return this.#lose(to);
    this.#at = { number: to, hash: last.hash };
  }

  async #takeBlock(replay: Replay, header: Header, logs: readonly ProtocolLog[]): Promise<void> {
    this.#taken.push({ number: header.number, hash: header.hash });
    if (this.#taken.length > DEPTH) this.#taken.shift();
    await replay.take(header, logs);
  }

  /** Undoes blocks until the rest is of the chain and not after the block; begins anew if there are too many. */
  async #goBack(block: Taken): Promise<void> {
    this.reorganisations += 1;
    for (let last = this.#taken.at(-1); last !== undefined; last = this.#taken.at(-1)) {
      if (block.number - last.number > DEPTH) break;
      if (last.number <= block.number && (await this.#headerOf(last.number))?.hash === last.hash) {
        this.#at = last;
        return;
      }
      this.#replay?.undo(last.number);
      this.#taken.pop();
    }
    this.restart();
  }

  /** Undoes what was taken since then; begins anew if that is too much. */
  #forgetSince(before: Taken | undefined): void {
    const highest = this.#taken.at(-1)?.number ?? 0n;
    if (before === undefined || highest - before.number > DEPTH) {
      this.restart();
      return;
    }
    for (let last = this.#taken.at(-1); last && last.number > before.number; last = this.#taken.at(-1)) {
      this.#replay?.undo(last.number);
      this.#taken.pop();
    }
    this.#at = before;
  }

  async #leads(at: Taken, { number }: Taken): Promise<boolean> {
    return at.number <= number && (await this.#headerOf(at.number))?.hash === at.hash;
  }

  /** @throws Elsewhere if the chain does not have it */
  async require({ number, hash }: Taken): Promise<void> {
    const theirs = (await this.#headerOf(number))?.hash;
    if (theirs !== hash)
      throw new Elsewhere(number, `block ${number} is ${hash} here and ${theirs ?? "unknown"} on the chain`);
  }

  async #headerOf(blockNumber: bigint): Promise<Header | undefined> {
    try {
      const { number, hash, parentHash, timestamp } = await this.#chain.getBlock({ blockNumber });
      return { number, hash, parentHash, timestamp };
    } catch (error) {
      if (error instanceof BlockNotFoundError) return undefined;
      throw error;
    }
  }

  #lose(number: bigint): never {
    throw new Elsewhere(number, `block ${number} was replaced while it was read`);
  }
}
