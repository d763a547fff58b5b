import { expect } from "chai";
import fc from "fast-check";
import type { Hunk } from "./changes.ts";
import { applyHunks, ownedBy, type Run, type Touched, touchFirst, UNKNOWN } from "./lines.ts";

const LENGTH = 40;
const expand = (runs: readonly Run[], length: number) => {
  const owners: number[] = [];
  for (const run of runs)
    for (let line = 0; line < run.lines && owners.length < length; line += 1) owners.push(run.owner);
  return owners;
};

/** Hunks as git writes them, from gaps, removals and additions. */
const hunks = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(4), fc.nat(4)), { maxLength: 5 })
  .map((parts) => {
    let place = -1;
    return parts.flatMap(([gap, count, added]): Hunk[] => {
      const start = place + gap;
      place = start + count;
      return count + added > 0 && place <= LENGTH ? [{ start, count, added }] : [];
    });
  });

describe("whose lines they are", () => {
  it("agrees with a list of lines that is edited plainly, over any edits", () => {
    fc.assert(
      fc.property(fc.array(hunks, { maxLength: 6 }), (edits) => {
        let runs = ownedBy(UNKNOWN);
        let plain: number[] = Array(LENGTH).fill(UNKNOWN);
        edits.forEach((edit, owner) => {
          const inside = edit.filter(({ start, count }) => start + count <= plain.length);
          const [touched, expected]: [Touched, Touched] = [new Map(), new Map()];
          runs = applyHunks(runs, inside, owner, touched);
          const after: number[] = [];
          let at = 0;
          for (const { start, count, added } of inside) {
            after.push(...plain.slice(at, start), ...Array<number>(added).fill(owner));
            for (const taken of plain.slice(start, start + count))
              expected.set(taken, (expected.get(taken) ?? 0) + 1);
            at = start + count;
          }
          plain = [...after, ...plain.slice(at)];
          expect(touched).deep.equal(expected);
          expect(expand(runs, plain.length)).deep.equal(plain);
        });
      }),
    );
  });

  it("counts the owners of a whole file", () => {
    const touched: Touched = new Map();
    touchFirst([{ owner: 2, lines: 3 }, ...ownedBy(5)], 10, touched);
    expect([...touched]).deep.equal([
      [2, 3],
      [5, 7],
    ]);
  });
});
