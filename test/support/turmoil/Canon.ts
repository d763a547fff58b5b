import type { Hex, PublicClient } from "viem";
import { BLOCK_SECONDS, developmentClient } from "../../../scripts/local/chain.ts";

/** What the chain is, and which of its blocks it has left, and when. */
export class Canon {
  readonly #client: PublicClient;
  readonly #node: ReturnType<typeof developmentClient>;
  /** Blocks that are no more, and since when, in milliseconds. */
  readonly #left = new Map<Hex, number>();
  #underWay: Promise<void> = Promise.resolve();
  #mining: Promise<void> = Promise.resolve();
  reorganisations = 0;

  constructor(client: PublicClient, rpcUrl: string) {
    this.#client = client;
    this.#node = developmentClient(rpcUrl);
  }

  /**
   * Replaces the last blocks by others, with some transactions in them instead of what was there: anvil's own method, which
   * viem does not know.
   */
  reorganise(depth: number, transactions: readonly object[] = []): Promise<void> {
    this.#underWay = this.#replace(depth, transactions);
    return this.#underWay;
  }

  async #replace(depth: number, transactions: readonly object[]): Promise<void> {
    await this.#mining;
    // No block may come between looking at the last ones and replacing them.
    await this.#node.send("evm_setIntervalMining", [0]);
    const before = await this.#last(depth);
    const placed = transactions.map((each, i) => [each, i % depth]);
    await this.#node.send("anvil_reorg", [depth, placed]);
    const now = Date.now();
    for (const { number, hash } of before)
      if ((await this.#hashOf(number)) !== hash) this.#left.set(hash, now);
    await this.#node.send("evm_setIntervalMining", [BLOCK_SECONDS]);
    this.reorganisations += 1;
  }

  mine(blocks = 1): Promise<void> {
    this.#mining = this.#mine(blocks);
    return this.#mining;
  }

  async #mine(blocks: number): Promise<void> {
    await this.#underWay;
    for (let i = 0; i < blocks; i += 1) await this.#node.send("evm_mine", []);
  }

  /**
   * For how long a block had not been the chain's at a moment, in milliseconds: 0 if it is.
   * @return Nothing if it never was
   */
  async sinceLeft(number: number, hash: Hex, at: number): Promise<number | undefined> {
    if ((await this.#hashOf(BigInt(number))) === hash) return 0;
    // What has just been replaced is known as such in a moment.
    await this.#underWay;
    const left = this.#left.get(hash);
    return left === undefined ? undefined : Math.max(0, at - left);
  }

  async #last(count: number): Promise<{ number: bigint; hash: Hex }[]> {
    const head = await this.#client.getBlockNumber({ cacheTime: 0 });
    const numbers = Array.from({ length: count + 1 }, (_, i) => head - BigInt(i)).filter(
      (each) => each >= 0n,
    );
    const blocks = await Promise.all(numbers.map((blockNumber) => this.#client.getBlock({ blockNumber })));
    return blocks.map(({ number, hash }) => ({ number, hash }));
  }

  async #hashOf(blockNumber: bigint): Promise<Hex | undefined> {
    return this.#client.getBlock({ blockNumber }).then(
      ({ hash }) => hash,
      () => undefined,
    );
  }
}
