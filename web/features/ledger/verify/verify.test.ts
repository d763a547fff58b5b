import { hashLeaf, LeafKind, MerkleLedger } from "@azora/sdk";
import { expect } from "chai";
import type { Hex } from "viem";
import type { Record } from "#lib/api/types.ts";
import { type Head, type Sources, verifyRecord } from "./verify.ts";

const record = (index: number): Record => ({
  ...{ index, timestamp: 1_000 + index, emitter: `0x${"11".repeat(20)}`, kind: "Settled" },
  ...{ subject: `0x01${"ab".repeat(31)}`, actor: `0x${"22".repeat(20)}`, dataHash: `0x${"33".repeat(32)}` },
  ...{ block: 7, tx: `0x${"44".repeat(32)}` },
});

const leafHash = ({ index, timestamp, emitter, kind, subject, actor, dataHash }: Record) =>
  hashLeaf({
    ...{ index: BigInt(index), timestamp: BigInt(timestamp), kind: LeafKind[kind] },
    ...{ emitter: emitter as Hex, subject: subject as Hex, actor: actor as Hex, dataHash: dataHash as Hex },
  });

const SIZE = 11;
const tree = new MerkleLedger(Array.from({ length: SIZE }, (_, index) => leafHash(record(index))));
const head: Head = { chainId: 1, block: 99n, size: SIZE, peaks: tree.peaks(), root: tree.root() };

const sources = (changes: Partial<Sources> = {}): Sources => ({
  readHead: async () => head,
  fetchPath: async (index, { size }) => tree.inclusionProof(index, size),
  ...changes,
});

const outcome = async (of: Record, changes: Partial<Sources> = {}, chainId = 1) =>
  (await verifyRecord(of, chainId, sources(changes), () => undefined)).kind;

describe("verifying a record", () => {
  it("proves what is on the ledger, at the size that the chain gives", async () => {
    const steps: string[] = [];
    const result = await verifyRecord(record(5), 1, sources(), (step) => steps.push(step));
    expect(result.kind).equal("proven");
    expect(steps).deep.equal(["head", "proof"]);
    if (!("evidence" in result)) throw new Error("There is no evidence.");
    expect(result.evidence.leafHash).equal(leafHash(record(5)));
    expect(result.evidence.head.size).equal(SIZE);
  });

  it("refutes a record that differs in anything from the leaf", async () => {
    const forgeries: Partial<Record>[] = [
      ...[{ timestamp: 1 }, { kind: "Scored" as const }, { subject: `0x01${"ac".repeat(31)}` }],
      ...[{ actor: `0x${"23".repeat(20)}` }, { dataHash: `0x${"34".repeat(32)}` }, { index: 6 }],
    ];
    for (const forgery of forgeries) expect(await outcome({ ...record(5), ...forgery })).equal("refuted");
  });

  it("refutes a proof of another leaf, and one that is made up", async () => {
    expect(await outcome(record(5), { fetchPath: async () => tree.inclusionProof(4) })).equal("refuted");
    expect(await outcome(record(5), { fetchPath: async () => [] })).equal("refuted");
  });

  it("says what kept it from a verdict", async () => {
    const fails = () => Promise.reject(new Error("away"));
    expect(await outcome(record(5), { readHead: fails })).equal("rpcFailed");
    expect(await outcome(record(5), { fetchPath: fails })).equal("proofFailed");
    expect(await outcome(record(5), {}, 2)).equal("wrongChain");
    expect(await outcome(record(SIZE))).equal("notYet");
    const crooked = { ...head, root: `0x${"0".repeat(64)}` as const };
    expect(await outcome(record(5), { readHead: async () => crooked })).equal("crooked");
  });
});
