import { expect } from "chai";
import { createDeployment } from "../../../addresses.ts";
import { releaseCall } from "../../../calls.ts";
import { explain } from "../../../errors/explain.ts";
import { FaultError, fault } from "../../../fault.ts";
import { Direction, Ground } from "../../../generated/enums.ts";
import { practicePerson } from "../../../practice/accounts.ts";
import { createReservation } from "../../../storedReservation.ts";
import { releaseAll, releasedText } from "./release.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const account = practicePerson(0);
const contribution = `0x01${"ab".repeat(31)}` as const;

const liveOf = (salt: string, deposit: bigint) => {
  const kept = createReservation({
    ...{ chainId: 31_337, challenger: account.address, contribution },
    ...{ direction: Direction.Down, ground: Ground.Value, reason: "Too much." },
    salt: `0x${salt.repeat(32)}`,
  });
  return { kept, onChain: { challenger: account.address, hash: `0x${salt}` as const, deposit, block: 3n } };
};
const [first, second, third] = [liveOf("01", 5n), liveOf("02", 7n), liveOf("03", 11n)];

/** Releases all three, where the chain refuses some. */
function release(refused: ReadonlyMap<typeof first, Error>): Promise<bigint> {
  return releaseAll(deployment.addresses, [first, second, third], async ({ data }) => {
    for (const [{ kept }, error] of refused)
      if (releaseCall(deployment.addresses, kept).data === data) throw error;
  });
}

describe("cli: deposits that come back", () => {
  const gone = explain(new FaultError(fault("Reservations_NotReserved", account.address, "0x02")));

  it("are counted as they come, past one that was forfeited in the meantime", async () => {
    expect(await release(new Map())).to.equal(23n);
    expect(await release(new Map([[second, gone]]))).to.equal(16n);
  });

  it("are not passed over for any other failure", async () => {
    const failure = await release(new Map([[first, new Error("no node")]])).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error).and.to.have.property("message", "no node");
  });

  it("are told of as what they came to, and as nothing where none came", () => {
    expect(releasedText(contribution, 16n)).to.match(/and 0\.000000000000000016 ETH is credited back: azora/);
    expect(releasedText(contribution, 0n)).to.match(/Nothing was released: .* went to the commons\.$/);
  });
});
