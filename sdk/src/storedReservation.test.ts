import { expect } from "chai";
import { Direction, Ground } from "./generated/enums.ts";
import { restOf } from "./reservation.ts";
import { hashRationale } from "./storedBallot.ts";
import {
  createReservation,
  formatReservation,
  isSameClaim,
  lifetimeSeconds,
  parseReservation,
  reservationSeconds,
} from "./storedReservation.ts";

const reservation = createReservation({
  chainId: 1,
  challenger: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
  contribution: `0x01${"ab".repeat(31)}`,
  direction: Direction.Up,
  ground: Ground.Conflict,
  reason: "A judge is its rival.",
  salt: `0x${"cd".repeat(32)}`,
});

describe("reservations that are kept", () => {
  it("hold the hash of their reason, and come back from a text as they were", () => {
    expect(reservation.reasonHash).to.equal(hashRationale("A judge is its rival."));
    expect(parseReservation(formatReservation(reservation))).to.deep.equal(reservation);
  });

  it("are none without every part of them", () => {
    for (const part of Object.keys(reservation)) {
      const rest = { ...reservation, [part]: undefined };
      expect(parseReservation(JSON.stringify(rest)), part).to.equal(undefined);
    }
    for (const text of [null, "", "nothing", "[]"]) expect(parseReservation(text)).to.equal(undefined);
    expect(parseReservation(JSON.stringify({ ...reservation, ground: 9 }))).to.equal(undefined);
  });

  it("say the same but for their salts, or not", () => {
    expect(isSameClaim(reservation, { ...reservation })).to.equal(true);
    const others = [
      { contribution: `0x01${"ac".repeat(31)}` },
      { direction: Direction.Down },
      { ground: Ground.Value },
      { reasonHash: hashRationale("Another.") },
    ] as const;
    for (const other of others)
      expect(isSameClaim(reservation, { ...reservation, ...other })).to.equal(false);
  });

  it("are sent ten minutes before a window ends at the latest, and lost in six hours; on a local chain seconds and half an hour", () => {
    expect([reservationSeconds(1), lifetimeSeconds(1)]).to.deep.equal([600n, 21_600n]);
    expect([reservationSeconds(31_337), lifetimeSeconds(31_337)]).to.deep.equal([7n, 1_800n]);
  });

  it("leave to pay what the price is above the deposit, and never less than nothing", () => {
    expect(restOf([2n, 5n], 4n)).to.equal(3n);
    expect(restOf([2n, 5n], 7n)).to.equal(0n);
    expect(restOf([2n, 5n], 9n)).to.equal(0n);
  });
});
