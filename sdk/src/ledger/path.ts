/**
 * From a node up to the head, on which side its siblings lie. A node at the right edge may have none: it moves up until it
 * has a left one.
 *
 * @param node Its place in its level.
 * @param last The last place of that level.
 */
export function siblingSides(node: number, last: number): ("left" | "right")[] {
  const sides: ("left" | "right")[] = [];
  for (let [place, end] = [node, last]; end > 0; [place, end] = [half(place), half(end)]) {
    if (place % 2 === 1) sides.push("left");
    else if (place < end) sides.push("right");
  }
  return sides;
}

export const half = (n: number): number => Math.floor(n / 2);

/** Sizes stay below 2^53: the ledger cannot grow to that within any gas supply. */
export const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
