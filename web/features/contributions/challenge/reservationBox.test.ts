import { createDeployment, createReservation, Direction, Ground } from "@azora/sdk";
import { expect } from "chai";
import { memoryStorage } from "#lib/browser/fixture.ts";
import { keepReservation, ReservationNotKeptError, reservationsFor } from "./reservationBox.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const challenger = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const reservation = createReservation({
  chainId: 31_337,
  challenger,
  contribution: `0x01${"ab".repeat(31)}`,
  direction: Direction.Down,
  ground: Ground.Value,
  reason: "Too much.",
  salt: `0x${"cd".repeat(32)}`,
});
const again = { ...reservation, salt: `0x${"ce".repeat(32)}` } as const;

describe("the reservations of a browser", () => {
  it("are kept side by side, and found by chain, account and work", () => {
    const box = memoryStorage();
    keepReservation(box, deployment, reservation);
    keepReservation(box, deployment, again);
    const of = (chainId: number, account: string, work: string) =>
      reservationsFor(box, chainId, account, work);
    const { contribution } = reservation;
    expect(of(31_337, challenger, contribution)).to.have.deep.members([reservation, again]);
    expect(of(1, challenger, contribution)).to.deep.equal([]);
    expect(of(31_337, `0x${"12".repeat(20)}`, contribution)).to.deep.equal([]);
    expect(of(31_337, challenger, `0x01${"ac".repeat(31)}`)).to.deep.equal([]);
  });

  it("are none where something else stands, or nothing can be kept", () => {
    const box = memoryStorage();
    box.setItem("azora.reservation.0x12", "{}");
    box.setItem("azora.reservation.0x13", "no JSON");
    box.setItem("something else", "{}");
    for (const each of [box, undefined])
      expect(reservationsFor(each, 31_337, challenger, reservation.contribution)).to.deep.equal([]);
  });

  it("stop a deposit that nobody could use", () => {
    const full = { ...memoryStorage(), setItem: () => expect.fail("full") };
    const silent = { ...memoryStorage(), setItem: () => undefined };
    for (const box of [full, silent, undefined])
      expect(() => keepReservation(box, deployment, reservation)).to.throw(ReservationNotKeptError);
  });
});
