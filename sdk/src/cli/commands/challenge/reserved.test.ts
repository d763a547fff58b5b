import { expect } from "chai";
import { AzoraError } from "../../../errors/AzoraError.ts";
import type { AbiErrorName } from "../../../errors/abi.ts";
import { FaultError, fault } from "../../../fault.ts";
import { practicePerson } from "../../../practice/accounts.ts";
import { untilReserved } from "./reserved.ts";

const DISPUTES = "0x00000000000000000000000000000000000000D1";

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
  const wait = () => untilReserved(context, { client }, practicePerson(0), { to: DISPUTES, data: "0x" });
  return { wait, said, tries: () => tries };
}

describe("cli: a challenge that is reserved", () => {
  it("is made at once where the node tries calls in the next block", async () => {
    const { wait, said, tries } = node([10n, 10n], "Disputes_ReservedUntil", 9n);
    await wait();
    expect([tries(), said]).to.deep.equal([1, []]);
  });

  it("waits for the next block where the node tries calls in the latest", async () => {
    const { wait, said, tries } = node([10n, 10n, 10n, 11n], "Disputes_ReservedUntil", 10n);
    await wait();
    expect([tries(), said.length]).to.deep.equal([3, 2]);
  });

  it("is refused if a block later it is refused still", async () => {
    const { wait, tries } = node([10n, 10n, 11n], "Disputes_ReservedUntil", 99n);
    const failure = await wait().catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(AzoraError).and.to.have.property("name", "Disputes_ReservedUntil");
    expect(tries()).to.equal(2);
  });

  it("is refused for any other reason at once", async () => {
    const { wait, tries } = node([10n, 10n], "Disputes_WindowClosed", 99n);
    const failure = await wait().catch((error: unknown) => error);
    expect(failure).to.have.property("name", "Disputes_WindowClosed");
    expect(tries()).to.equal(1);
  });
});
