import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { practicePerson } from "@azora/sdk/practice";
import { expect } from "chai";
import { concatHex, type Hex, isHex, numberToHex } from "viem";
import { type Chain, developmentClient, localChain } from "./chain.ts";
import { freePorts } from "./ports.ts";
import { createSupervisor, type Supervisor } from "./supervisor.ts";

const BLOCKS = 5;
/** Stores 7 in slot 0 when it is made, and is empty. */
const STORES = "0x60075f5500" as const;
/** What gives back BLOCKHASH of a block: PUSH2, BLOCKHASH, PUSH0, MSTORE, PUSH1 32, PUSH0, RETURN. */
const hashBy = (number: bigint): Hex =>
  concatHex(["0x61", numberToHex(number, { size: 2 }), "0x405f5260205ff3"]);

describe("the local chain, started again", () => {
  let folder: string;
  let chain: Chain;
  let supervisor: Supervisor;
  let client: ReturnType<typeof developmentClient>;

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-chain-"));
    const { chain: port } = await freePorts();
    chain = localChain({ folder: path.join(folder, "chain"), port, say: () => undefined });
    supervisor = createSupervisor({ folder, say: () => undefined });
    client = developmentClient(chain.rpcUrl);
    await supervisor.start(chain.service);
    // Blocks come when they are asked for.
    await client.setIntervalMining({ interval: 0 });
    // A chain that has only its first block has nothing to recall.
    await client.mine({ blocks: 1 });
  });
  after(async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Has the node put something into its storage. */
  async function store(): Promise<Hex> {
    const from = practicePerson(0).address;
    const hash = await client.send("eth_sendTransaction", [{ from, data: STORES }]);
    if (!isHex(hash)) throw new Error("The node gave no hash.");
    return hash;
  }

  it("goes on from its last block, with its state, its clock, and the hashes of blocks for its contracts", async () => {
    const hash = await store();
    // Far ahead of the machine's clock, as after waiting that was skipped.
    await client.increaseTime({ seconds: 86_400 });
    await client.mine({ blocks: BLOCKS });
    const { contractAddress } = await client.getTransactionReceipt({ hash });
    if (!contractAddress) throw new Error("There is no contract.");
    const last = await client.getBlock();

    await supervisor.restart("chain");
    await client.setIntervalMining({ interval: 0 });
    expect((await client.getBlock({ blockNumber: last.number })).hash).to.equal(last.hash);
    expect(await client.getStorageAt({ address: contractAddress, slot: "0x0" })).to.equal(
      numberToHex(7, { size: 32 }),
    );
    await client.mine({ blocks: 1 });
    const next = await client.getBlock({ blockNumber: last.number + 1n });
    expect(next.parentHash).to.equal(last.hash);
    expect(Number(next.timestamp - last.timestamp)).to.be.within(1, 60);
    for (let number = 1n; number <= last.number; number += 1n) {
      const { hash: expected } = await client.getBlock({ blockNumber: number });
      const { data } = await client.call({ data: hashBy(number) });
      expect(data, `block ${number}`).to.equal(expected);
    }
  });

  it("keeps what was sent while it was being started, in its order", async () => {
    await supervisor.stop();
    const log = openSync(path.join(folder, "chain.log"), "a");
    const child = await chain.service.launch(log);
    closeSync(log);
    const ended = once(child, "exit");
    try {
      while ((await client.getBlockNumber().catch(() => undefined)) === undefined) {
        expect(child.exitCode).to.equal(null);
        await sleep(20);
      }
      const hashes = [await store(), await store(), await store()];
      expect(await chain.service.isReady()).to.equal(true);
      const places: bigint[] = [];
      for (const hash of hashes) {
        const receipt = await client.waitForTransactionReceipt({ hash, pollingInterval: 100 });
        expect(receipt.status).to.equal("success");
        expect((await client.getBlock({ blockNumber: receipt.blockNumber })).hash).to.equal(
          receipt.blockHash,
        );
        places.push(receipt.blockNumber * 1_000n + BigInt(receipt.transactionIndex));
      }
      expect(places).to.deep.equal(places.toSorted((a, b) => Number(a - b)));
    } finally {
      child.kill("SIGKILL");
      await ended;
    }
  });
});
