import { AzoraError, proofOfValueAbi } from "@azora/sdk";
import { expect } from "chai";
import {
  BaseError,
  encodeErrorResult,
  type Hash,
  type Hex,
  HttpRequestError,
  UserRejectedRequestError,
  WaitForTransactionReceiptTimeoutError,
} from "viem";
import { followTransaction, type Ports, runTransaction } from "./run.ts";
import { lostHash, NO_WALLET, type TransactionState } from "./state.ts";
import type { Transaction } from "./transaction.ts";

const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const hash: Hash = `0x${"aa".repeat(32)}`;
const other: Hash = `0x${"bb".repeat(32)}`;
const sent = { from: account, nonce: 4, to: account, value: 0n, input: "0x12345678" } as const;
const call = { to: account, data: "0x12345678" } as const;

const transaction: Transaction = {
  kind: "withdrawEther",
  title: "Withdraw",
  effect: "It is paid out.",
  record: { href: "/", label: "Home" },
  prepare: async () => call,
};

const refusal: Hex = encodeErrorResult({
  abi: proofOfValueAbi,
  errorName: "ProofOfValue_CommitClosed",
  args: [20n, 10n],
});
const reverted = () => new BaseError("reverted", { cause: Object.assign(new Error("x"), { data: refusal }) });

interface World {
  estimate: () => Promise<bigint>;
  send: () => Promise<Hash>;
  known: () => Promise<object>;
  receipt: Ports["client"]["waitForTransactionReceipt"];
  replay: () => Promise<object>;
  seen: Ports["seen"];
}

/** A world in which all goes well, but for what is said. Notes what was asked of it. */
function worldWith(changes: Partial<World> = {}) {
  const log: string[] = [];
  const receipt = async () => ({ status: "success", blockNumber: 7n });
  const world = {
    estimate: async () => 100_000n,
    send: async () => hash,
    known: async () => ({ ...sent, gas: 1n }),
    receipt: receipt as unknown as World["receipt"],
    replay: async () => ({}),
    seen: async () => "seen" as const,
    ...changes,
  };
  const ports: Ports = {
    account,
    client: {
      estimateGas: world.estimate,
      getTransaction: world.known,
      waitForTransactionReceipt: world.receipt,
      call: world.replay,
      readContract: () => Promise.reject(new Error("not asked here")),
    } as unknown as Ports["client"],
    send: (_, gas) => {
      log.push(`send with ${gas}`);
      return world.send();
    },
    seen: (block) => {
      log.push(`seen ${block}`);
      return world.seen(block);
    },
    memory: {
      keep: (kept, as) => log.push(`keep ${kept.slice(0, 4)} ${as?.nonce}`),
      drop: () => log.push("drop"),
    },
  };
  return { ports, log };
}

/** A replacement as viem tells of it, before it gives the receipt. */
function replaced(reason: "cancelled" | "replaced" | "repriced"): World["receipt"] {
  const wait = async ({ onReplaced }: { onReplaced: (found: object) => void }) => {
    onReplaced({ reason, transaction: { hash: other } });
    return { status: "success", blockNumber: 8n };
  };
  return wait as unknown as World["receipt"];
}

async function statesOf(changes?: Partial<World>) {
  const states: TransactionState[] = [];
  const { ports, log } = worldWith(changes);
  const last = await runTransaction(
    transaction,
    async () => ports,
    (state) => states.push(state),
  );
  expect(states.at(-1)).to.equal(last);
  return { steps: states.map(({ step }) => step), last, log };
}

describe("a transaction", () => {
  it("is tried, signed, mined, and seen by the index, in this order", async () => {
    const { steps, last, log } = await statesOf();
    expect(steps).to.deep.equal(["simulating", "signing", "pending", "confirmed", "indexed"]);
    expect(last).to.deep.equal({ step: "indexed", hash, block: 7 });
    expect(log).to.deep.equal(["send with 210000", "keep 0xaa undefined", "keep 0xaa 4", "drop", "seen 7"]);
  });

  it("is not sent if it would be refused, and says why", async () => {
    const { steps, last, log } = await statesOf({ estimate: () => Promise.reject(reverted()) });
    expect(steps).to.deep.equal(["simulating", "failed"]);
    expect(last).to.include({ step: "failed", name: "ProofOfValue_CommitClosed" });
    expect(log).to.deep.equal([]);
  });

  it("ends calmly when its owner declines", async () => {
    const declined = new UserRejectedRequestError(new Error("no"));
    const { steps } = await statesOf({ send: () => Promise.reject(new BaseError("x", { cause: declined })) });
    expect(steps).to.deep.equal(["simulating", "signing", "rejected"]);
  });

  it("tells a node that is away from a refusal", async () => {
    const away = new HttpRequestError({ url: "http://127.0.0.1:1", cause: new Error("refused") });
    const { last } = await statesOf({ estimate: () => Promise.reject(away) });
    expect(last).to.include({ step: "failed", name: "NoConnection" });
    expect(lostHash(last)).to.equal(undefined);
  });

  it("goes on with the same at another fee", async () => {
    const { last } = await statesOf({ receipt: replaced("repriced") });
    expect(last).to.deep.equal({ step: "indexed", hash: other, block: 8 });
  });

  it("ends when another takes its place", async () => {
    for (const reason of ["cancelled", "replaced"] as const) {
      const { last, log } = await statesOf({ receipt: replaced(reason) });
      expect(last).to.deep.equal({ step: "replaced", by: other, cancelled: reason === "cancelled" });
      expect(log.at(-1)).to.equal("drop");
    }
  });

  it("tells the wait what was sent, so that a replacement is found that came before it", async () => {
    const asked: unknown[] = [];
    const receipt = (async ({ replacement }: { replacement: unknown }) => {
      asked.push(replacement);
      return { status: "success", blockNumber: 7n };
    }) as unknown as World["receipt"];
    await statesOf({ receipt });
    await statesOf({ receipt, known: () => Promise.reject(new Error("not known here")) });
    expect(asked).to.deep.equal([sent, undefined]);
  });

  it("recovers the reason when it is reverted after all", async () => {
    const receipt = (async () => ({ status: "reverted", blockNumber: 9n })) as unknown as World["receipt"];
    const known = await statesOf({ receipt, replay: () => Promise.reject(reverted()) });
    expect(known.last).to.include({ step: "failed", name: "ProofOfValue_CommitClosed", hash });
    const unknown = await statesOf({ receipt });
    expect(unknown.last).to.include({ step: "failed", hash });
    expect(unknown.last).to.have.property("sentence").that.contains("the chain moved on");
  });

  it("says when only the pages are late", async () => {
    for (const why of ["lagging", "away"] as const) {
      const { last } = await statesOf({ seen: async () => why });
      expect(last).to.deep.equal({ step: "unseen", hash, block: 7, why });
    }
  });

  it("stays in memory while it may still be mined", async () => {
    const receipt = () => Promise.reject(new WaitForTransactionReceiptTimeoutError({ hash }));
    const { last, log } = await statesOf({ receipt });
    expect(last).to.include({ step: "failed", name: "NotMined", hash });
    expect(log).to.not.include("drop");
    expect(lostHash(last)).to.equal(hash);
  });

  it("can be followed by its hash alone", async () => {
    const { ports } = worldWith();
    const steps: string[] = [];
    await followTransaction(
      hash,
      async () => ports,
      ({ step }) => steps.push(step),
    );
    expect(steps).to.deep.equal(["pending", "confirmed", "indexed"]);
  });

  it("fails with a sentence if the wallet's code cannot be loaded, and is looked for again if it was sent", async () => {
    const open = () => Promise.reject(new AzoraError(NO_WALLET, [], "It is away."));
    const states: TransactionState[] = [];
    const show = (state: TransactionState) => states.push(state);
    const unsent = await runTransaction(transaction, open, show);
    expect(unsent).to.deep.equal({ step: "failed", name: NO_WALLET, sentence: "It is away." });
    expect(lostHash(unsent)).to.equal(undefined);
    const sent = await followTransaction(hash, open, show);
    expect(sent).to.deep.include({ step: "failed", sentence: "It is away." });
    expect(lostHash(sent)).to.equal(hash);
    expect(states.map(({ step }) => step)).to.deep.equal(["simulating", "failed", "pending", "failed"]);
  });
});
