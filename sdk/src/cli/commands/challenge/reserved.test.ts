import { expect } from "chai";
import { AzoraError } from "../../../errors/AzoraError.ts";
import type { AbiErrorName } from "../../../errors/abi.ts";
import { FaultError, fault } from "../../../fault.ts";
import { practicePerson } from "../../../practice/accounts.ts";
import { CHALLENGE_GAS, untilRipe } from "./reserved.ts";

const DISPUTES = "0x00000000000000000000000000000000000000D1";
/** The first block in which the reservation can be used. */
const FROM = 15n;

/** A node that says these blocks, one after the other, and refuses a call up to and in some block. */
function node(blocks: readonly bigint[], reason: AbiErrorName, refusedUpTo: bigint, first = FROM) {
  const ahead = [...blocks];
  const asked: string[] = [];
  let latest = 0n;
  const client = {
    getBlockNumber: async () => {
      latest = ahead.shift() ?? latest;
      asked.push(`number ${latest}`);
      return latest;
    },
    estimateGas: async () => {
      asked.push("challenge");
      if (latest <= refusedUpTo) throw new FaultError(fault(reason, latest, first));
      return 100_000n;
    },
  };
  const said: string[] = [];
  const context = {
    app: { signal: new AbortController().signal },
    output: { update: (text: string) => void said.push(text) },
  };
  const wait = () => untilRipe(context, { client }, practicePerson(0), { to: DISPUTES, data: "0x" }, FROM);
  return { wait, said, asked };
}

describe("cli: a challenge that is reserved", () => {
  it("is told to no node before the next block can be its own", async () => {
    const { wait, said, asked } = node([12n, 13n, 14n], "Reservations_TooYoung", 0n);
    expect(await wait()).to.equal(210_000n);
    expect(asked).to.deep.equal(["number 12", "number 13", "number 14", "challenge"]);
    expect(said).to.have.length(2);
    expect(said[0]).to.match(/from block 15 on; this is block 12\./);
  });

  it("is made for that block with more gas than it takes, where the node tries calls in the latest", async () => {
    const { wait, asked } = node([14n], "Reservations_TooYoung", 14n);
    expect(await wait()).to.equal(CHALLENGE_GAS);
    expect(asked).to.deep.equal(["number 14", "challenge"]);
  });

  it("is made at once where it was reserved before an interruption", async () => {
    const { wait, said, asked } = node([40n], "Reservations_TooYoung", 14n);
    expect(await wait()).to.equal(210_000n);
    expect([asked, said]).to.deep.equal([["number 40", "challenge"], []]);
  });

  it("is refused if its reservation is younger than it was said to be", async () => {
    const { wait } = node([14n], "Reservations_TooYoung", 14n, FROM + 1n);
    const failure = await wait().catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(AzoraError).and.to.have.property("name", "Reservations_TooYoung");
  });

  it("is refused for any other reason at once", async () => {
    const { wait, asked } = node([14n, 15n], "Disputes_WindowClosed", 99n);
    const failure = await wait().catch((error: unknown) => error);
    expect(failure).to.have.property("name", "Disputes_WindowClosed");
    expect(asked).to.have.length(2);
  });
});
