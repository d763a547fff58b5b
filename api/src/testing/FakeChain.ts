import { createPublicClient, custom, type PublicClient } from "viem";
import { blockHash, timeOf } from "./names.ts";

interface Request {
  method: string;
  params?: unknown;
}

/** A node that knows numbers, hashes and times of blocks, and nothing else. */
export class FakeChain {
  head = 0;
  /** From which block on it is on another fork. */
  forkedAt = Number.POSITIVE_INFINITY;
  isAway = false;
  /** How often it was asked. */
  asked = 0;

  readonly client: PublicClient = createPublicClient({
    transport: custom({ request: async (request: Request) => this.#answer(request) }, { retryCount: 0 }),
  });

  #answer({ method, params }: Request): object | null {
    this.asked += 1;
    if (this.isAway) throw new Error("connection refused");
    if (method !== "eth_getBlockByNumber" || !Array.isArray(params)) throw new Error(`no ${method} here`);
    const number = params[0] === "latest" ? this.head : Number(params[0]);
    if (number > this.head) return null;
    const hex = (value: bigint | number) => `0x${value.toString(16)}`;
    return {
      number: hex(number),
      hash: blockHash(number, number >= this.forkedAt ? " of another fork" : ""),
      timestamp: hex(timeOf(number)),
      transactions: [],
    };
  }
}
