import { createDeployment, Phase } from "@azora/sdk";
import { practiceKeeper } from "@azora/sdk/practice";
import { expect } from "chai";
import { createPublicClient, createWalletClient, custom, numberToHex } from "viem";
import { foundry } from "viem/chains";
import { nodeOf, over, viewAt, work } from "../testing/view.ts";
import { createKeeper } from "./keeper.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const HASH = `0x${"11".repeat(32)}`;

/** A node that refuses what `refuses` says, and mines everything else at once, well or not. */
function node(options: { refuses?: () => boolean; reverts?: boolean }) {
  const asked: string[] = [];
  const request = async ({ method }: { method: string }): Promise<unknown> => {
    asked.push(method);
    switch (method) {
      case "eth_chainId":
        return numberToHex(31_337);
      case "eth_estimateGas":
        if (options.refuses?.())
          throw Object.assign(new Error("execution reverted"), { code: 3, data: "0x" });
        return "0x5208";
      case "eth_getTransactionCount":
      case "eth_maxPriorityFeePerGas":
        return "0x1";
      case "eth_blockNumber":
        return "0x2";
      case "eth_getBlockByNumber":
        return { number: "0x2", timestamp: "0x0", baseFeePerGas: "0x1", transactions: [] };
      case "eth_sendRawTransaction":
        return HASH;
      case "eth_getTransactionReceipt":
        return {
          ...{ transactionHash: HASH, blockHash: HASH, blockNumber: "0x2", transactionIndex: "0x0" },
          ...{ status: options.reverts ? "0x0" : "0x1", gasUsed: "0x5208", cumulativeGasUsed: "0x5208" },
          ...{ logs: [], logsBloom: "0x", type: "0x2", effectiveGasPrice: "0x1" },
          ...{ from: practiceKeeper().address, to: practiceKeeper().address, contractAddress: null },
        };
      default:
        throw new Error(`${method} was not expected.`);
    }
  };
  const transport = custom({ request }, { retryCount: 0 });
  return {
    count: (method: string) => asked.filter((each) => each === method).length,
    client: createPublicClient({ chain: foundry, transport, pollingInterval: 1, cacheTime: 0 }),
    wallet: createWalletClient({ chain: foundry, transport, account: practiceKeeper() }),
  };
}

describe("the keeper", () => {
  let now = 0;
  beforeEach(() => {
    now = 0;
  });

  /** A view in which one work waits for its score, and nothing else for anything. */
  const voting = () => viewAt(20n, 170n, work(Phase.Voting, { round: over(1, [5]) }));
  const keeper = ({ client, wallet }: ReturnType<typeof node>, view = voting()) =>
    createKeeper({
      client,
      wallet,
      deployment,
      follower: { refresh: async () => view },
      clock: () => now,
    });

  it("does what is due, and says what it cost", async () => {
    const { outcomes } = await keeper(node({})).pass();
    expect(outcomes).to.deep.equal([
      { duty: { kind: "score", node: nodeOf(1), from: 170n }, result: "done", hash: HASH, gas: 21_000n },
    ]);
  });

  it("leaves what is not due yet", async () => {
    const view = voting();
    view.timestamp = 169n;
    const chain = node({});
    expect((await keeper(chain, view).pass()).outcomes).to.deep.equal([]);
    expect(chain.count("eth_estimateGas")).to.equal(0);
  });

  it("sends nothing that is refused, tries it once more at once, then waits longer each time", async () => {
    const chain = node({ refuses: () => true });
    const { pass } = keeper(chain);
    const tries: number[] = [];
    for (now = 0; now < 20; now += 0.25) {
      const before = chain.count("eth_estimateGas");
      await pass();
      if (chain.count("eth_estimateGas") > before) tries.push(now);
    }
    expect(tries).to.deep.equal([0, 0.25, 1.25, 3.25, 7.25, 15.25]);
    expect(chain.count("eth_sendRawTransaction")).to.equal(0);
  });

  it("does not send again and again what is reverted", async () => {
    const chain = node({ reverts: true });
    const { pass } = keeper(chain);
    for (now = 0; now < 2; now += 0.25)
      for (const { result } of (await pass()).outcomes) expect(result).to.equal("overtaken");
    expect(chain.count("eth_sendRawTransaction")).to.equal(3);
  });

  it("goes on as soon as what was refused is possible", async () => {
    let refused = true;
    const chain = node({ refuses: () => refused });
    const { pass } = keeper(chain);
    await pass();
    await pass();
    refused = false;
    expect((await pass()).outcomes).to.deep.equal([]);
    now = 1;
    expect((await pass()).outcomes.map(({ result }) => result)).to.deep.equal(["done"]);
  });
});
