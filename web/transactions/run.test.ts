import { AzoraError } from "@azora/sdk";
import { expect } from "chai";
import {
  AtomicReadyWalletRejectedUpgradeError,
  BaseError,
  type Hex,
  HttpRequestError,
  MethodNotFoundRpcError,
  UserRejectedRequestError,
} from "viem";
import { call, hash, refusal, reverted, transaction, type World, worldWith } from "./fixture.ts";
import { CANNOT_TOGETHER, sendOne, sendTogether } from "./run.ts";
import { isBlocked, NO_WALLET, type TransactionState } from "./state.ts";

const batch = { ...transaction, parts: [transaction, transaction] };

async function sending(how: "one" | "together", changes?: Partial<World>) {
  const states: TransactionState[] = [];
  const { ports, log } = worldWith(changes);
  const show = (state: TransactionState) => states.push(state);
  const open = async () => ports;
  const end = await (how === "one" ? sendOne(transaction, open, show) : sendTogether(batch, open, show));
  return { steps: states.map(({ step }) => step), last: states.at(-1), end, log };
}

const declined = () => new BaseError("x", { cause: new UserRejectedRequestError(new Error("no")) });

describe("a transaction, until it is sent", () => {
  it("is tried, then signed, and known by its hash from the present block on", async () => {
    const { steps, end, log } = await sending("one");
    expect(steps).to.deep.equal(["simulating", "signing"]);
    expect(end).to.deep.equal({ isSent: true, departure: { handle: { by: "hash", hash }, since: 9 } });
    expect(log).to.deep.equal(["send with 210000"]);
  });

  it("is not sent if it would be refused, and says why", async () => {
    const { steps, last, end, log } = await sending("one", { estimate: () => Promise.reject(reverted()) });
    expect(steps).to.deep.equal(["simulating", "failed"]);
    expect(last).to.include({ step: "failed", name: "ProofOfValue_CommitClosed" });
    expect(end).to.deep.equal({ isSent: false, state: last });
    expect(log).to.deep.equal([]);
  });

  it("ends calmly when its owner declines", async () => {
    const { steps } = await sending("one", { send: () => Promise.reject(declined()) });
    expect(steps).to.deep.equal(["simulating", "signing", "rejected"]);
  });

  it("tells a node that is away from a refusal", async () => {
    const away = new HttpRequestError({ url: "http://127.0.0.1:1", cause: new Error("refused") });
    const { last } = await sending("one", { estimate: () => Promise.reject(away) });
    expect(last).to.include({ step: "failed", name: "NoConnection" });
    expect(last && isBlocked(last)).to.equal(false);
  });

  it("leaves the gas to the wallet of an account that is a contract, and not of one that lends code", async () => {
    expect((await sending("one", { code: "0x6001" })).log).to.deep.equal(["send with undefined"]);
    expect((await sending("one", { code: "0xef010012" })).log).to.deep.equal(["send with 210000"]);
  });

  it("fails with a sentence if the wallet's code cannot be loaded", async () => {
    const open = () => Promise.reject(new AzoraError(NO_WALLET, [], "It is away."));
    const states: TransactionState[] = [];
    await sendOne(transaction, open, (state) => states.push(state));
    expect(states.at(-1)).to.deep.equal({ step: "failed", name: NO_WALLET, sentence: "It is away." });
  });
});

describe("several transactions that are sent as one", () => {
  const block = (...data: Hex[]) => [
    { calls: data.map((each) => ({ status: each === call.data ? "success" : "failure", data: each })) },
  ];

  it("are tried one after the other, and known by what the wallet calls them", async () => {
    const { steps, end, log } = await sending("together", { simulate: async () => block(call.data) });
    expect(steps).to.deep.equal(["simulating", "signing"]);
    expect(end).to.deep.equal({
      isSent: true,
      departure: { handle: { by: "calls", id: "together" }, since: 9 },
    });
    expect(log).to.deep.equal(["send 2 together"]);
  });

  it("are not sent if one would be refused, and say why, if that is known", async () => {
    const known = await sending("together", { simulate: async () => block(call.data, refusal) });
    expect(known.last).to.include({ step: "failed", name: "ProofOfValue_CommitClosed" });
    const silent = await sending("together", { simulate: async () => block("0x") });
    expect(silent.last).to.include({ step: "failed", name: "SilentRevert" });
    expect([...known.log, ...silent.log]).to.deep.equal([]);
  });

  it("are left to the wallet to try where the node cannot", async () => {
    const unable = () => Promise.reject(new MethodNotFoundRpcError(new Error("no such method")));
    expect((await sending("together", { simulate: unable })).log).to.deep.equal(["send 2 together"]);
  });

  it("end calmly when declined, and say so apart if the wallet cannot do them as one after all", async () => {
    const refused = await sending("together", { sendTogether: () => Promise.reject(declined()) });
    expect(refused.last).to.deep.equal({ step: "rejected" });
    const unable = new AtomicReadyWalletRejectedUpgradeError(new Error("no"));
    const apart = await sending("together", {
      sendTogether: () => Promise.reject(new BaseError("x", { cause: unable })),
    });
    expect(apart.last).to.include({ step: "failed", name: CANNOT_TOGETHER });
  });
});
