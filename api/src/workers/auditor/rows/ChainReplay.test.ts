import { leaf } from "@azora/indexer/schema";
import { auditLedgerAbi } from "@azora/sdk";
import { expect } from "chai";
import {
  createPublicClient,
  custom,
  encodeAbiParameters,
  encodeEventTopics,
  numberToHex,
  parseAbiParameters,
} from "viem";
import { ALICE, blockHash, deployment, hashOf, timeOf, txHash } from "../../../testing/names.ts";
import { ChainReplay, Elsewhere } from "./ChainReplay.ts";

/** What of a leaf's event is no topic: timestamp, kind, actor, hash of the data. */
const UNINDEXED = parseAbiParameters("uint64, uint8, address, bytes32");
const FORK = " of another fork";

/** A node whose chain appends a leaf in some blocks, and can go elsewhere between two answers. */
class Ledger {
  /** The blocks with a leaf, by what their hash is made of. */
  readonly leaves = new Map<number, string>();
  /** From which block on it is on another fork. */
  forkedAt = Number.POSITIVE_INFINITY;
  head = 0;
  /** Happens once, after logs were given. */
  afterLogs: (() => void) | undefined;

  readonly client = createPublicClient({
    cacheTime: 0,
    transport: custom(
      { request: async ({ method, params }) => this.#answer(method, params) },
      { retryCount: 0 },
    ),
  });

  forkOf = (number: number): string => (number >= this.forkedAt ? FORK : "");
  blockAt = (number: number) => ({
    number: BigInt(number),
    hash: blockHash(number, this.forkOf(number)),
  });

  #answer(method: string, params: [never]): unknown {
    if (method === "eth_getBlockByNumber") return this.#header(Number(params[0]));
    if (method !== "eth_getLogs") throw new Error(`no ${method} here`);
    const { fromBlock, toBlock } = Object(params[0]);
    const logs = [...this.leaves]
      .filter(([number, fork]) => fork === this.forkOf(number))
      .filter(([number]) => number >= Number(fromBlock) && number <= Number(toBlock))
      .map(([number]) => this.#log(number));
    this.afterLogs?.();
    this.afterLogs = undefined;
    return logs;
  }

  #header(number: number) {
    if (number > this.head) return null;
    return {
      number: numberToHex(number),
      hash: blockHash(number, this.forkOf(number)),
      parentHash: blockHash(number - 1, this.forkOf(number - 1)),
      timestamp: numberToHex(timeOf(number)),
      transactions: [],
    };
  }

  #log(number: number) {
    const subject = hashOf("subject");
    const topics = encodeEventTopics({
      abi: auditLedgerAbi,
      eventName: "Appended",
      args: { index: BigInt(number), emitter: ALICE, subject },
    });
    const data = encodeAbiParameters(UNINDEXED, [timeOf(number), 0, ALICE, hashOf("data")]);
    return {
      address: deployment.addresses.auditLedger,
      topics,
      data,
      blockNumber: numberToHex(number),
      blockHash: blockHash(number, this.forkOf(number)),
      transactionHash: txHash(number),
      transactionIndex: "0x0",
      logIndex: "0x0",
      removed: false,
    };
  }
}

describe("auditor: the replay of a chain that goes elsewhere", () => {
  let ledger: Ledger;
  let replay: ChainReplay;

  beforeEach(async () => {
    ledger = new Ledger();
    ledger.head = 20;
    ledger.leaves.set(3, "").set(15, FORK);
    replay = new ChainReplay(ledger.client, deployment);
    await replay.moveTo(ledger.blockAt(10));
  });

  const leavesAt = async (number: number) => (await replay.moveTo(ledger.blockAt(number))).rows(leaf).size;

  /** The error that moving to a block ends with. */
  async function failing(number: number): Promise<unknown> {
    return replay.moveTo(ledger.blockAt(number)).then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  it("misses no event of a fork that the chain went to between its logs and its headers", async () => {
    ledger.afterLogs = () => {
      ledger.forkedAt = 12;
    };
    expect(await failing(18)).to.be.instanceOf(Elsewhere);
    expect(await leavesAt(18)).to.equal(2);
  });

  it("keeps nothing of what it had read by half when the node lost its last blocks", async () => {
    ledger.forkedAt = 12;
    ledger.afterLogs = () => {
      ledger.head = 16;
    };
    expect(await failing(18)).to.be.instanceOf(Elsewhere);
    ledger.head = 20;
    expect(await leavesAt(18)).to.equal(2);
  });

  it("goes back with the chain, and begins anew if that is farther than it can undo", async () => {
    ledger.forkedAt = 12;
    expect(await leavesAt(18)).to.equal(2);
    ledger.forkedAt = Number.POSITIVE_INFINITY;
    expect(await leavesAt(18)).to.equal(1);
    ledger.head = 400;
    ledger.leaves.set(400, "");
    expect(await leavesAt(400)).to.equal(2);
    ledger.forkedAt = 12;
    expect(await leavesAt(18)).to.equal(2);
  });
});
