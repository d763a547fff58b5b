/** A band between two heights, as an SVG path that is filled. */
export function ribbon(fromX: number, fromY: number, toX: number, toY: number, height: number): string {
  const half = (fromX + toX) / 2;
  const [a, b, c, d] = [fromY, toY, toY + height, fromY + height].map(round);
  return `M${fromX},${a} C${half},${a} ${half},${b} ${toX},${b} V${c} C${half},${c} ${half},${d} ${fromX},${d} Z`;
}

/** To a hundredth of a unit, so that pictures take few bytes. */
export const round = (value: number): number => Math.round(value * 100) / 100;
