import { ribbon, round } from "#lib/picture/ribbon.ts";
import type { Flows } from "./fund.ts";

export type Place = "minted" | "rewards" | "gifts" | "people" | "held" | "granted" | "stipends";

export interface Bar {
  place: Place;
  amount: bigint;
  x: number;
  y: number;
  height: number;
}

export interface Sankey {
  width: number;
  height: number;
  barWidth: number;
  sources: Bar[];
  fund: Pick<Bar, "x" | "y" | "height">;
  targets: Bar[];
  /** An SVG path that is filled, of the people's part or of the commons'. */
  ribbons: { isPeoples: boolean; path: string }[];
}

export interface Size {
  width: number;
  /** What stands right of the last bars. */
  labelWidth: number;
  /** The room that a label needs, however thin its bar. */
  rowHeight: number;
  /** The height of all that came in together. */
  barHeight: number;
}

const BAR = 10;
const GAP = 8;
const MIN_HEIGHT = 2;
/** Over each source, and over the fund. */
const HEAD = 22;
/** Of the two lines beside a target, however thin it is. */
const LABEL = 34;

/** All that was minted on its way to people, and a tenth of it, with what else came in, through the fund. */
export function layOut(flows: Flows, { width, labelWidth, rowHeight, barHeight }: Size): Sankey {
  const right = width - labelWidth - BAR;
  const middle = Math.round(right * 0.5);
  const whole = flows.minted + flows.rewards + flows.gifts;
  const heightOf = (amount: bigint): number =>
    round(Math.max(MIN_HEIGHT, Number((amount * 1_000_000n) / (whole || 1n)) * barHeight * 1e-6));

  const tenth = heightOf(flows.tenths);
  const people = heightOf(flows.people);
  const sources = stack(["minted", "rewards", "gifts"], flows, 0, (place, amount) => {
    const height = place === "minted" ? round(people + tenth) : heightOf(amount);
    return { height, before: HEAD, after: GAP };
  });
  const targets = stack(["people", "held", "granted", "stipends"], flows, right, (place, amount) => {
    const height = heightOf(amount);
    const slack = Math.max(rowHeight, height + GAP) - height;
    return { height, before: place === "people" ? HEAD : slack / 2, after: slack / 2 };
  });

  const [minted, ...others] = sources;
  const [peoples, ...given] = targets;
  const incoming = tenth + sum(others);
  const fund = {
    x: middle,
    y: round((minted?.y ?? 0) + people + HEAD + GAP),
    height: round(Math.max(incoming, sum(given))),
  };
  const ribbons: Sankey["ribbons"] = [];
  if (minted && peoples)
    ribbons.push({ isPeoples: true, path: ribbon(BAR, minted.y, right, peoples.y, people) });
  let at = fund.y;
  for (const { y, height } of [{ y: (minted?.y ?? 0) + people, height: minted ? tenth : 0 }, ...others]) {
    if (height > 0) ribbons.push({ isPeoples: false, path: ribbon(BAR, y, middle, at, height) });
    at += height;
  }
  at = fund.y;
  for (const { y, height } of given) {
    ribbons.push({ isPeoples: false, path: ribbon(middle + BAR, at, right, y, height) });
    at += height;
  }
  const bottom = Math.max(
    ...[...sources, fund].map(({ y, height }) => y + height),
    ...targets.map(({ y, height }) => y + Math.max(height, (height + LABEL) / 2)),
  );
  return { width, height: round(bottom + GAP), barWidth: BAR, sources, fund, targets, ribbons };
}

/** Those that are more than nothing, one below the other. */
function stack(
  places: readonly Place[],
  flows: Flows,
  x: number,
  room: (place: Place, amount: bigint) => { height: number; before: number; after: number },
): Bar[] {
  let top = 0;
  return places.flatMap((place) => {
    const amount = flows[place];
    if (amount <= 0n) return [];
    const { height, before, after } = room(place, amount);
    const bar = { place, amount, x, y: round(top + before), height };
    top += before + height + after;
    return [bar];
  });
}

const sum = (bars: readonly Bar[]): number => bars.reduce((total, { height }) => total + height, 0);
