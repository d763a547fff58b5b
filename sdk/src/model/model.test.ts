import { expect } from "chai";
import fc from "fast-check";
import { keccak256, numberToHex } from "viem";
import type { Share } from "../attribution.ts";
import { Emission, Flow } from "../generated/constants.ts";
import { budget, rate, settlementRate } from "./emission.ts";
import { flow } from "./flow.ts";
import { drawPanel, packPanel, packVotes, panelSeed, unpackPanel, unpackVotes } from "./panel.ts";
import { lowerMedian, panelSize, points, quorum } from "./score.ts";
import { split } from "./split.ts";

const amount = fc.bigInt({ min: 0n, max: Emission.MAX_SUPPLY });
const levels = fc.array(fc.bigInt({ min: 0n, max: 10n }), { minLength: 1, maxLength: 15 });

/** Shares whose weights sum to `total`. */
const shares = (total: number): fc.Arbitrary<Share[]> =>
  fc.uniqueArray(fc.integer({ min: 1, max: total - 1 }), { maxLength: 20 }).map((cuts) => {
    const sorted = [0, ...cuts.toSorted((a, b) => a - b), total];
    return sorted.slice(1).map((cut, i) => ({
      node: numberToHex(i + 1, { size: 32 }),
      weight: cut - (sorted[i] ?? 0),
    }));
  });

describe("model: score", function () {
  this.timeout(20_000);

  it("sizes panels and quorums as PROTOCOL says", () => {
    const sizes = [3n, 4n, 9n, 10n, 15n, 16n, 21n, 22n, 100n].map((seats) => panelSize(7n, seats));
    expect(sizes).to.deep.equal([0n, 1n, 1n, 3n, 3n, 5n, 5n, 7n, 7n]);
    expect([1n, 3n, 5n, 7n, 15n].map(quorum)).to.deep.equal([1n, 2n, 4n, 5n, 10n]);
    expect([0n, 1n, 2n, 10n].map(points)).to.deep.equal([0n, 1n, 2n, 512n]);
  });

  it("takes the smallest level at or below which lies half of the votes", () => {
    fc.assert(
      fc.property(levels, (votes) => {
        const atOrBelow = (level: bigint) => votes.filter((vote) => vote <= level).length;
        const median = lowerMedian(votes);
        expect(atOrBelow(median) * 2).to.be.at.least(votes.length);
        expect(atOrBelow(median - 1n) * 2).to.be.below(votes.length);
      }),
    );
    expect(() => lowerMedian([])).to.throw(RangeError);
  });
});

describe("model: emission", function () {
  this.timeout(20_000);

  it("AZ-01: the sum of all budgets stays below the greatest supply", () => {
    let sum = 0n;
    for (let halving = 0n; budget(halving * Emission.HALVING) > 0n; halving++) {
      sum += Emission.HALVING * budget(halving * Emission.HALVING);
    }
    expect(sum < Emission.MAX_SUPPLY).to.equal(true);
    expect(budget(207n)).to.equal(Emission.FIRST_BUDGET);
    expect(budget(208n)).to.equal(Emission.FIRST_BUDGET / 2n);
  });

  it("never gives points more than the budget or the cap", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 20_000n), fc.bigInt(1n, 10n ** 9n), amount, (epoch, count, cap) => {
        const paid = rate(epoch, count, cap);
        expect(paid <= cap && paid * count <= budget(epoch)).to.equal(true);
      }),
    );
    expect(rate(0n, 0n, 5n)).to.equal(5n);
  });

  it("pays what comes late at the lower of two rates", () => {
    const [few, many] = [
      { epoch: 1n, points: 10n },
      { epoch: 0n, points: 1_000n },
    ];
    expect(settlementRate(24n, few, many, 10n ** 30n)).to.equal(budget(0n) / 1_024n);
    expect(settlementRate(1n, many, few, 10n ** 30n)).to.equal(budget(0n) / 1_000n);
    expect(settlementRate(1n, few, undefined, 10n ** 30n)).to.equal(budget(1n) / 10n);
  });
});

describe("model: split and flow", function () {
  this.timeout(20_000);

  it("AZ-02: a tenth rounded down goes to the commons, and nothing is lost", () => {
    fc.assert(
      fc.property(amount, (whole) => {
        const { citadel, people } = split(whole);
        expect(citadel * 10n <= whole && whole < citadel * 10n + 10n).to.equal(true);
        expect(citadel + people).to.equal(whole);
      }),
    );
  });

  it("AZ-04: a flow conserves balance and minted part, each within one wei of its share", () => {
    fc.assert(
      fc.property(
        shares(Flow.TOTAL),
        shares(300_000),
        amount,
        amount,
        (contributors, upstream, whole, part) => {
          const pot = { amount: whole, minted: part % (whole + 1n) };
          const payments = flow({ contributors, upstream }, pot);
          expect(payments.reduce((sum, payment) => sum + payment.amount, 0n)).to.equal(pot.amount);
          expect(payments.reduce((sum, payment) => sum + payment.minted, 0n)).to.equal(pot.minted);
          for (const [i, { weight }] of upstream.entries()) {
            const exact = (pot.amount * BigInt(weight)) / BigInt(Flow.TOTAL);
            const paid = payments[i]?.amount ?? -1n;
            expect(paid === exact || paid === exact + 1n).to.equal(true);
          }
        },
      ),
    );
  });
});

describe("model: panel", function () {
  this.timeout(20_000);

  it("draws distinct seats, and packs them there and back", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 256n - 1n), fc.bigInt(10n, 70n), (prevRandao, seats) => {
        const seed = panelSeed(prevRandao, keccak256("0x01"), 1);
        const size = panelSize(15n, seats);
        const panel = drawPanel(seed, size, seats);
        expect(new Set(panel).size).to.equal(Number(size));
        expect(panel.every((seat) => seat < seats)).to.equal(true);
        expect(unpackPanel(packPanel(panel))).to.deep.equal(panel);
      }),
    );
  });

  it("packs votes there and back", () => {
    fc.assert(
      fc.property(levels, (votes) => {
        const sorted = votes.toSorted((a, b) => Number(a - b));
        expect(unpackVotes(packVotes(votes))).to.deep.equal(sorted);
      }),
    );
  });

  it("draws every seat about as often", () => {
    const [seats, rounds] = [10n, 600];
    const counts = Array.from({ length: Number(seats) }, () => 0);
    for (let round = 1; round <= rounds; round++) {
      for (const seat of drawPanel(panelSeed(7n, keccak256("0x02"), round), 3n, seats)) {
        counts[Number(seat)] = (counts[Number(seat)] ?? 0) + 1;
      }
    }
    // 180 expected of 600 rounds; five standard deviations are 57.
    for (const count of counts) expect(count).to.be.within(123, 237);
  });
});
