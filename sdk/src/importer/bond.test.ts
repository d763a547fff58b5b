import { expect } from "chai";
import fc from "fast-check";
import { roomFor } from "./bond.ts";

/** As the contract counts: the bond doubles with each full load of duties. */
const doublings = (open: bigint, panel: bigint, step: bigint): bigint => (open * panel) / step;

describe("importer: room before the bond doubles", () => {
  it("is as many registrations as cost the same, and not one more", () => {
    const open = fc.bigInt({ min: 0n, max: 5_000n });
    const panel = fc.constantFrom(1n, 3n, 5n, 7n);
    const step = fc.bigInt({ min: 1n, max: 3_000n });
    fc.assert(
      fc.property(open, panel, step, (before, size, load) => {
        const room = BigInt(roomFor(before, size, load));
        const price = doublings(before, size, load);
        expect(room >= 1n).to.equal(true);
        expect(doublings(before + room - 1n, size, load)).to.equal(price);
        expect(doublings(before + room, size, load) > price).to.equal(true);
      }),
    );
  });
});
