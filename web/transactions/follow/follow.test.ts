import { AzoraError } from "@azora/sdk";
import { expect } from "chai";
import { type Hash, HttpRequestError, WaitForTransactionReceiptTimeoutError } from "viem";
import { account, entryOf, hash, other, reverted, sent, type World, worldWith } from "../fixture.ts";
import { type Entry, type KeptTransaction, keptOf } from "../sent/entry.ts";
import { isLost, isOver, NO_WALLET, type SentState } from "../state.ts";
import { followSent } from "./follow.ts";

const FAILURE = "0x23428b18acfb3ea64b08dc0c1d296ea9c09702c09083ca5272e64d115b687d23";
const SUCCESS = "0x442e715f626346e8c54381002da614f62bee8d27386535b2521ec8540898556e";
const unknown = () => Promise.reject(new Error("not known here"));

/** A replacement as viem tells of it, before it gives the receipt. */
function replaced(reason: "cancelled" | "replaced" | "repriced"): World["receipt"] {
  const wait = async ({ onReplaced }: { onReplaced: (found: object) => void }) => {
    onReplaced({ reason, transaction: { hash: other } });
    return { status: "success", blockNumber: 8n, logs: [] };
  };
  return wait as unknown as World["receipt"];
}

const receiptOf = (receipt: object) => (async () => receipt) as unknown as World["receipt"];
const never = () => Promise.reject(new WaitForTransactionReceiptTimeoutError({ hash }));

async function follow(changes?: Partial<World>, entry: Entry = entryOf({ by: "hash", hash })) {
  const states: SentState[] = [];
  const learnt: KeptTransaction[] = [];
  const { ports, log } = worldWith(changes);
  const { signal } = new AbortController();
  const note = (state: SentState) => states.push(state);
  const last = await followSent(entry, async () => ports, { note, learn: (as) => learnt.push(as), signal });
  expect(states.at(-1)).to.deep.equal(last);
  return { steps: states.map(({ step }) => step), last, learnt, log };
}

describe("a transaction that was sent", () => {
  it("is mined, and seen by the index, in this order, and what the node knows of it is kept", async () => {
    const { steps, last, learnt, log } = await follow();
    expect(steps).to.deep.equal(["pending", "confirmed", "indexed"]);
    expect(last).to.deep.equal({ step: "indexed", hash, block: 7 });
    expect(learnt).to.deep.equal([keptOf(sent)]);
    expect(log).to.deep.equal(["seen 7"]);
  });

  it("goes on where it was: one that is on the chain is only looked for in the index", async () => {
    const entry = entryOf({ by: "hash", hash }, { step: "unseen", hash, block: 5, why: "away" });
    const { steps, last } = await follow({ receipt: never }, entry);
    expect(steps).to.deep.equal(["confirmed", "indexed"]);
    expect(last).to.deep.equal({ step: "indexed", hash, block: 5 });
  });

  it("goes on with the same at another fee", async () => {
    const { last } = await follow({ receipt: replaced("repriced") });
    expect(last).to.deep.equal({ step: "indexed", hash: other, block: 8 });
  });

  it("ends when another takes its place", async () => {
    for (const reason of ["cancelled", "replaced"] as const) {
      const { last } = await follow({ receipt: replaced(reason) });
      expect(last).to.deep.equal({ step: "replaced", by: other, cancelled: reason === "cancelled" });
    }
  });

  it("tells the wait what was sent, so that a replacement is found that came before it", async () => {
    const asked: unknown[] = [];
    const receipt = (async ({ replacement }: { replacement: unknown }) => {
      asked.push(replacement);
      return { status: "success", blockNumber: 7n };
    }) as unknown as World["receipt"];
    await follow({ receipt });
    await follow({ receipt, known: unknown }, entryOf({ by: "hash", hash, as: keptOf(sent) }));
    await follow({ receipt, known: unknown });
    expect(asked).to.deep.equal([sent, sent, undefined]);
  });

  it("recovers the reason when it is reverted after all", async () => {
    const receipt = receiptOf({ status: "reverted", blockNumber: 9n });
    const known = await follow({ receipt, replay: () => Promise.reject(reverted()) });
    expect(known.last).to.include({ step: "failed", name: "ProofOfValue_CommitClosed", hash });
    const unclear = await follow({ receipt });
    expect(unclear.last).to.have.property("sentence").that.contains("the chain moved on");
    expect([known.last, unclear.last].map(isOver)).to.deep.equal([true, true]);
  });

  it("says when only the pages are late", async () => {
    for (const why of ["lagging", "away"] as const) {
      const { last } = await follow({ seen: async () => why });
      expect(last).to.deep.equal({ step: "unseen", hash, block: 7, why });
    }
  });

  it("is not over while it may still be mined", async () => {
    const { last } = await follow({ receipt: never });
    expect(last).to.include({ step: "failed", name: "NotMined", hash, isLost: true });
    const away = new HttpRequestError({ url: "http://127.0.0.1:1", cause: new Error("refused") });
    const gone = await follow({ receipt: () => Promise.reject(away) });
    expect([last, gone.last].map(isLost)).to.deep.equal([true, true]);
  });

  it("is dropped if the node has forgotten it and its place is free, and replaced if it is not", async () => {
    const entry = entryOf({ by: "hash", hash, as: keptOf(sent) });
    const free = await follow({ receipt: never, known: unknown, nonce: async () => 4 }, entry);
    expect(free.last).to.include({ step: "failed", name: "Dropped", hash });
    const taken = await follow({ receipt: never, known: unknown, nonce: async () => 5 }, entry);
    expect(taken.last).to.deep.equal({ step: "replaced", cancelled: false });
    expect([free.last, taken.last].map(isOver)).to.deep.equal([true, true]);
  });

  it("is looked for again if the wallet's code cannot be loaded", async () => {
    const open = () => Promise.reject(new AzoraError(NO_WALLET, [], "It is away."));
    const { signal } = new AbortController();
    const listener = { note: () => undefined, learn: () => undefined, signal };
    const last = await followSent(entryOf({ by: "hash", hash }), open, listener);
    expect(last).to.deep.equal({
      step: "failed",
      name: NO_WALLET,
      sentence: "It is away.",
      hash,
      isLost: true,
    });
  });
});

describe("what an account that is a contract was handed", () => {
  const safe = { known: unknown, code: "0x6001" } as const;
  const execution = (topic: string, of: Hash = hash) => ({
    ...{ address: account, topics: [topic, of], data: "0x", transactionHash: other, blockNumber: 12n },
  });

  it("waits for its owners as long as they need, and then is what they made of it", async () => {
    let asked = 0;
    const logs: World["logs"] = async ({ address }) => {
      if (address !== account) return [];
      asked += 1;
      return asked < 4 ? [execution(SUCCESS, other)] : [execution(SUCCESS)];
    };
    const { steps, last, log } = await follow({ ...safe, logs });
    expect(steps).to.deep.equal(["pending", "held", "confirmed", "indexed"]);
    expect(last).to.deep.equal({ step: "indexed", hash: other, block: 12 });
    expect(log).to.deep.equal([...Array(3).fill("pause 4000"), "seen 12"]);
  });

  it("is found by the hash in the data too, as older Safes have it, and by an ERC-4337 operation", async () => {
    const old = { ...execution(SUCCESS), topics: [SUCCESS], data: `${hash}${"0".repeat(64)}` };
    const operation = { ...execution("0x01"), args: { success: true } };
    for (const [place, found] of [
      [account, old],
      ["entry points", operation],
    ] as const) {
      const logs: World["logs"] = async ({ address }) =>
        (address === account) === (place === account) ? [found] : [];
      expect((await follow({ ...safe, logs })).last).to.deep.equal({
        step: "indexed",
        hash: other,
        block: 12,
      });
    }
  });

  it("has failed if the account's own call did, in a transaction that succeeded", async () => {
    const logs: World["logs"] = async ({ address }) => (address === account ? [execution(FAILURE)] : []);
    expect((await follow({ ...safe, logs })).last).to.include({ step: "failed", name: "FailedWithin" });
    const receipt = receiptOf({ status: "success", blockNumber: 7n, logs: [execution(FAILURE)] });
    expect((await follow({ receipt })).last).to.include({ step: "failed", name: "FailedWithin" });
  });

  it("may be a transaction after all, which the node hears of later", async () => {
    let asked = 0;
    const mined = async () => {
      asked += 1;
      if (asked === 1) return worldWith().ports.client.getTransactionReceipt({ hash });
      return { status: "success", blockNumber: 11n, transactionHash: hash, logs: [] };
    };
    expect((await follow({ ...safe, mined })).last).to.deep.equal({ step: "indexed", hash, block: 11 });
  });

  it("is looked for from the block on at which it was sent, and no further back than needed", async () => {
    const asked: bigint[][] = [];
    const logs: World["logs"] = async ({ address, fromBlock, toBlock }) => {
      if (address !== account) return [];
      asked.push([fromBlock, toBlock]);
      return asked.length < 4 ? [] : [execution(SUCCESS)];
    };
    await follow({ ...safe, logs, block: () => 9_000n });
    expect(asked).to.deep.equal([
      [3n, 5_003n],
      [5_003n, 9_000n],
      [8_968n, 9_000n],
      [8_968n, 9_000n],
    ]);
  });

  it("is lost when the node is away, and forgives it a few times", async () => {
    let asked = 0;
    const away = () => {
      asked += 1;
      return Promise.reject(new HttpRequestError({ url: "http://127.0.0.1:1" }));
    };
    const { last } = await follow({ ...safe, logs: away });
    expect(last).to.include({ name: "NoConnection", isLost: true });
    expect(asked).to.be.greaterThan(5);
  });
});

describe("calls that a wallet took together", () => {
  const entry = entryOf({ by: "calls", id: "together" });
  const receipt = { transactionHash: other, blockNumber: 8n, status: "success", logs: [] } as const;
  const statuses = (...all: object[]) => {
    let asked = -1;
    return async () => {
      asked += 1;
      return all[Math.min(asked, all.length - 1)] ?? {};
    };
  };
  const pending = { status: "pending", statusCode: 100 };

  it("are what the wallet says of them, as soon as it has a receipt", async () => {
    const status = statuses(pending, pending, { status: "success", statusCode: 200, receipts: [receipt] });
    const { steps, last } = await follow({ status }, entry);
    expect(steps).to.deep.equal(["pending", "pending", "confirmed", "indexed"]);
    expect(last).to.deep.equal({ step: "indexed", hash: other, block: 8 });
  });

  it("are said to wait for the owners of an account that is a contract", async () => {
    const status = statuses({ status: "success", statusCode: 200, receipts: [receipt] });
    expect((await follow({ status, code: "0x6001" }, entry)).steps).to.include("held");
  });

  it("have failed before the chain, on it, or in part, each in its own words", async () => {
    const failed = { ...receipt, status: "reverted" };
    const names: unknown[] = [];
    for (const [statusCode, receipts] of [
      [400, []],
      [500, [failed]],
      [600, [receipt, failed]],
    ] as const) {
      const { last } = await follow({ status: statuses({ status: "failure", statusCode, receipts }) }, entry);
      expect(isOver(last)).to.equal(true);
      names.push(last.step === "failed" && [last.name, /1 of 2/.test(last.sentence)]);
    }
    expect(names).to.deep.equal([
      ["CallsGivenUp", false],
      ["CallsReverted", false],
      ["CallsDoneInPart", true],
    ]);
  });

  it("are lost if the wallet does not say, or says that they are done and not where", async () => {
    const silent = await follow({ status: unknown }, entry);
    const vague = await follow({ status: statuses({ status: "success", statusCode: 200 }) }, entry);
    expect([silent.last, vague.last].map(isLost)).to.deep.equal([true, true]);
  });
});
