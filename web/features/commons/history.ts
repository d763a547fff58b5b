import { partOf } from "#features/home/figures.ts";
import { round } from "#lib/picture/ribbon.ts";
import type { Change } from "./fund.ts";

export interface Size {
  width: number;
  height: number;
  /** Below it: what came in upwards, what left downwards. */
  stripHeight: number;
}

export interface Line {
  /** What the fund held, as an SVG path that is stroked. */
  path: string;
  /** The same down to nothing, to be filled. */
  area: string;
  /** The most that it held, which is the height of the picture. */
  most: bigint;
  bars: { x: number; width: number; came: number; left: number }[];
}

const MIN_BAR = 1.5;

/** What the fund held over time. It is taken to change evenly within an hour or a day, of which only the end is known. */
export function lineOf(changes: readonly Change[], now: number, { width, height, stripHeight }: Size): Line {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return { path: "", area: "", most: 0n, bars: [] };
  // What is under way ends with the present block.
  const until = Math.max(now, last.start + 1);
  const span = until - first.start;
  const opening = first.held - first.came + first.left;
  const most = changes.reduce((top, { held }) => (held > top ? held : top), opening);
  const x = (time: number) => round(((Math.min(time, until) - first.start) / span) * width);
  const y = (held: bigint) => round(height - partOf(held, most) * height);
  let before = opening;
  const corners = changes.flatMap(({ start, end, held }) => {
    const pair = [`${x(start)},${y(before)}`, `${x(end)},${y(held)}`];
    before = held;
    return pair;
  });
  const path = `M${[...corners, `${x(until)},${y(before)}`].join(" L")}`;
  const busiest = changes.reduce(
    (top, { came, left }) => [top, came, left].reduce((a, b) => (b > a ? b : a)),
    0n,
  );
  const bars = changes.map(({ start, end, came, left }) => ({
    x: x(start),
    width: round(Math.max(MIN_BAR, (x(end) - x(start)) * 0.8)),
    came: round((partOf(came, busiest) * stripHeight) / 2),
    left: round((partOf(left, busiest) * stripHeight) / 2),
  }));
  return { path, area: `${path} V${height} H0 Z`, most, bars };
}
