import { Phase } from "@azora/sdk";
import { expect } from "chai";
import { createPublicClient, custom, numberToHex } from "viem";
import { viewAt, voted, work } from "../testing/view.ts";
import { leap, nextLeap } from "./clock.ts";

describe("nextLeap", () => {
  it("waits while a vote can be cast", () => {
    expect(nextLeap(viewAt(20n, 100n, work(Phase.Voting)))).to.equal(undefined);
    expect(nextLeap(viewAt(20n, 140n, voted("committed")))).to.equal(undefined);
  });

  it("waits while a transition is due", () => {
    expect(nextLeap(viewAt(20n, 170n, voted("revealed")))).to.equal(undefined);
  });

  it("goes to the reveal window once all have committed, and to its end once all are open", () => {
    expect(nextLeap(viewAt(20n, 100n, voted("committed")))).to.deep.equal({ to: 140n });
    expect(nextLeap(viewAt(20n, 150n, voted("revealed")))).to.deep.equal({ to: 170n });
  });

  it("makes the blocks that a draw waits for", () => {
    expect(nextLeap(viewAt(10n, 0n, work(Phase.Armed)))).to.deep.equal({ blocks: 3n });
  });

  it("goes nowhere when nothing waits", () => {
    expect(nextLeap(viewAt(20n, 0n, work(Phase.Settled)))).to.equal(undefined);
  });
});

describe("leap", () => {
  /** A node that refuses every time, whose latest block is of this one, and what it was asked. */
  function node(timestamp: number, chainId = 31_337) {
    const asked: string[] = [];
    const request = async ({ method }: { method: string }) => {
      asked.push(method);
      if (method === "eth_chainId") return numberToHex(chainId);
      if (method === "eth_getBlockByNumber") return { number: "0x1", timestamp: numberToHex(timestamp) };
      throw new Error(`${method} is refused.`);
    };
    return { asked, client: createPublicClient({ transport: custom({ request }, { retryCount: 0 }) }) };
  }

  it("has nothing left to skip once a block has reached the time", async () => {
    const { client, asked } = node(150);
    await leap(client, { to: 150n });
    expect(asked).to.include("evm_setNextBlockTimestamp").and.not.to.include("evm_mine");
  });

  it("passes the node's refusal on while the time is still ahead", async () => {
    const failure = await leap(node(149).client, { to: 150n }).catch((error: unknown) => error);
    expect(String(failure)).to.include("evm_setNextBlockTimestamp is refused");
  });

  it("moves no other chain's clock", async () => {
    const { client, asked } = node(0, 1);
    const failure = await leap(client, { to: 150n }).catch((error: unknown) => error);
    expect(failure).to.have.property("name", "NotLocalChainError");
    expect(asked).to.deep.equal(["eth_chainId"]);
  });
});
