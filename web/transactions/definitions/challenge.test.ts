import {
  createDeployment,
  createReservation,
  Direction,
  explain,
  Ground,
  reservationSeconds,
} from "@azora/sdk";
import { expect } from "chai";
import { en as strings } from "#strings/en.ts";
import type { ChainReader } from "../transaction.ts";
import { releaseTransaction, reserveTransaction } from "./challenge.ts";

const END = 10_000;
const challenger = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const deployment = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const reservation = createReservation({
  chainId: 1,
  challenger,
  contribution: `0x01${"ab".repeat(31)}`,
  direction: Direction.Down,
  ground: Ground.Value,
  reason: "Too much.",
  salt: `0x${"cd".repeat(32)}`,
});

const chainAt = (timestamp: bigint) =>
  ({ readContract: async () => 7n, getBlock: async () => ({ timestamp }) }) as unknown as ChainReader;

describe("the transactions of a challenge", () => {
  it("reserve it with a deposit while there is time to use that", async () => {
    const { prepare } = reserveTransaction(deployment, reservation, END, strings);
    const last = BigInt(END) - reservationSeconds(1);
    const call = await prepare(chainAt(last));
    expect([call.to, call.value]).to.deep.equal([deployment.addresses.disputes, 7n]);
    const late = await prepare(chainAt(last + 1n)).then(
      () => "none",
      (error: unknown) => explain(error).sentence,
    );
    expect(late).to.equal(strings.challenge.tooLate);
  });

  it("leave ten minutes for it on a network of many", () => {
    expect(reservationSeconds(1)).to.equal(600n);
  });

  it("give a deposit back to the account whose page it is withdrawn on", () => {
    const { record } = releaseTransaction(deployment, reservation, strings);
    expect(record.href).to.equal(`/accounts/${challenger}`);
  });
});
