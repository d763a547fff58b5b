import { expect } from "chai";
import { AzoraError } from "../../../errors/AzoraError.ts";
import type { AbiErrorName } from "../../../errors/abi.ts";
import { FaultError, fault } from "../../../fault.ts";
import { practicePerson } from "../../../practice/accounts.ts";
import { untilRipe } from "./reserved.ts";

const DISPUTES = "0x00000000000000000000000000000000000000D1";
/** The first block in which the reservation can be used. */
const FROM = 15n;

/** A node that says these blocks, one after the other, and refuses a call up to and in some block. */
function node(blocks: readonly bigint[], reason: AbiErrorName, refusedUpTo: bigint) {
  const ahead = [...blocks];
  const said: string[] = [];
  let [latest = 0n] = blocks;
  let tries = 0;
  const client = {
    getBlockNumber: async () => {
      latest = ahead.shift() ?? latest;
      return latest;
    },
    estimateGas: async () => {
      tries += 1;
      if (latest <= refusedUpTo) throw new FaultError(fault(reason, latest, 300n));
      return 21_000n;
    },
  };
  const context = {
    app: { signal: new AbortController().signal },
    output: { update: (text: string) => void said.push(text) },
  };
  const wait = () => untilRipe(context, { client }, practicePerson(0), { to: DISPUTES, data: "0x" }, FROM);
  return { wait, said, tries: () => tries };
}

describe("cli: a challenge that is reserved", () => {
  it("is made as soon as the next block can be its own, where the node tries calls in that", async () => {
    const { wait, said, tries } = node([12n, 13n, 14n], "Reservations_TooYoung", 13n);
    await wait();
    expect([tries(), said.length]).to.deep.equal([3, 2]);
    expect(said[0]).to.match(/from block 15 on; this is block 12\./);
  });

  it("waits for that block where the node tries calls in the latest", async () => {
    const { wait, tries } = node([13n, 14n, 15n], "Reservations_TooYoung", 14n);
    await wait();
    expect(tries()).to.equal(3);
  });

  it("is made at once where it was reserved before an interruption", async () => {
    const { wait, said, tries } = node([40n], "Reservations_TooYoung", 14n);
    await wait();
    expect([tries(), said]).to.deep.equal([1, []]);
  });

  it("is refused if in that block it is refused still", async () => {
    const { wait, tries } = node([14n, 15n], "Reservations_TooYoung", 99n);
    const failure = await wait().catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(AzoraError).and.to.have.property("name", "Reservations_TooYoung");
    expect(tries()).to.equal(2);
  });

  it("is refused for any other reason at once", async () => {
    const { wait, tries } = node([10n, 10n], "Disputes_WindowClosed", 99n);
    const failure = await wait().catch((error: unknown) => error);
    expect(failure).to.have.property("name", "Disputes_WindowClosed");
    expect(tries()).to.equal(1);
  });
});
