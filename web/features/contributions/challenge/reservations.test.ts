import { constants, createDeployment, createReservation, Direction, Ground, hashOfStored } from "@azora/sdk";
import { expect } from "chai";
import type { ChainReader } from "#transactions/transaction.ts";
import { isExpired, isUsable, readKept, reservationFor } from "./reservations.ts";

const LIFETIME = BigInt(constants.Reservations.LIFETIME);
const HEAD = 5_000n;
const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});

function reservation(salt: string, reason = "Too much.") {
  return createReservation({
    chainId: 31_337,
    challenger: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
    contribution: `0x01${"ab".repeat(31)}`,
    direction: Direction.Down,
    ground: Ground.Value,
    reason,
    salt: `0x${salt.repeat(32)}`,
  });
}

const usable = reservation("01");
const expired = reservation("02");
const unsent = reservation("03");
const other = reservation("04", "Something else.");

/** A chain on which some stand, each reserved in that block with a deposit of 7. */
function chainWith(made: readonly (readonly [ReturnType<typeof reservation>, bigint])[]) {
  const blocks = new Map(made.map(([each, block]) => [hashOfStored(deployment, each) as string, block]));
  const read = async ({ args: [, hash] }: { args: [string, string] }) => {
    const blockNumber = blocks.get(hash) ?? 0n;
    return { blockNumber, deposit: blockNumber > 0n ? 7n : 0n };
  };
  return { getBlockNumber: async () => HEAD, readContract: read } as unknown as ChainReader;
}

const chain = chainWith([
  [usable, HEAD - LIFETIME + 1n],
  [expired, HEAD - LIFETIME],
  [other, HEAD - 3n],
]);

describe("reservations that a browser keeps, by the chain", () => {
  it("can be used until their last block, and have expired when no block is left", async () => {
    const found = await readKept(chain, deployment, [usable, expired, unsent]);
    expect(found.map(({ isThere, deposit, left }) => [isThere, deposit, left])).to.deep.equal([
      [true, 7n, 1n],
      [true, 7n, 0n],
      [false, 0n, 0n],
    ]);
    expect(found.map(isUsable)).to.deep.equal([true, false, false]);
    expect(found.map(isExpired)).to.deep.equal([false, true, false]);
    expect(found[0]?.last).to.equal(HEAD + 1n);
  });

  it("serve a claim that is the same, the usable one first", async () => {
    const found = await readKept(chain, deployment, [unsent, expired, other, usable]);
    expect(reservationFor(found, reservation("05"))?.kept).to.equal(usable);
    expect(reservationFor(found, reservation("05", "Something else."))?.kept).to.equal(other);
    expect(reservationFor(found, reservation("05", "A third one."))).to.equal(undefined);
  });

  it("lend a claim the secret that is not on the chain, and never an expired one", async () => {
    const found = await readKept(chain, deployment, [expired, unsent]);
    expect(reservationFor(found, reservation("05"))?.kept).to.equal(unsent);
    expect(reservationFor(found.slice(0, 1), reservation("05"))).to.equal(undefined);
  });

  it("are not none because a node does not answer", async () => {
    const away = { ...chain, getBlockNumber: () => Promise.reject(new Error("away")) };
    const answer = readKept(away, deployment, [usable]).then(
      () => "none",
      (error: Error) => error.message,
    );
    expect(await answer).to.equal("away");
  });
});
