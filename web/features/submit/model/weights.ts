import { constants, evenWeights } from "@azora/sdk";

const { TOTAL } = constants.Flow;
const { MIN_WEIGHT } = constants.Attributions;

/** A weight that somebody typed. */
export interface Pin {
  /** Parts per million. */
  readonly weight: number;
  /** The later, the greater: when there is no room, the oldest gives way. */
  readonly turn: number;
}

/** Somebody with a part of a whole: as it was typed, or an even part of what the typed ones leave. */
export interface Weighted {
  readonly pin?: Pin;
}

/** The weight of each; they always add up to exactly 1,000,000 ppm, whatever was typed. */
export function weightsOf(rows: readonly Weighted[]): number[] {
  const free = rows.filter(({ pin }) => pin === undefined).length;
  const rest = evenWeights(free, TOTAL - pinned(rows));
  return rows.map(({ pin }) => pin?.weight ?? rest.shift() ?? 0);
}

/** The most that one of so many can have. */
export const greatestWeight = (count: number): number => TOTAL - MIN_WEIGHT * (count - 1);

/** Gives one a weight, within what is possible. The others share the rest. */
export function pinWeight<Row extends Weighted>(rows: readonly Row[], place: number, weight: number): Row[] {
  const turn = 1 + Math.max(0, ...rows.map(({ pin }) => pin?.turn ?? 0));
  const most = greatestWeight(rows.length);
  const pin = { weight: Math.min(Math.max(weight, MIN_WEIGHT), most), turn };
  return settle(rows.map((row, at) => (at === place ? { ...row, pin } : row)));
}

export function releaseWeight<Row extends Weighted>(rows: readonly Row[], place: number): Row[] {
  return rows.map((row, at) => (at === place ? release(row) : row));
}

export function evenAll<Row extends Weighted>(rows: readonly Row[]): Row[] {
  return rows.map(release);
}

/** Puts a list right that somebody was added to or taken from. */
export function settle<Row extends Weighted>(rows: readonly Row[]): Row[] {
  const settled = [...rows];
  while (!fits(settled)) {
    const place = oldest(settled);
    const row = settled[place];
    if (row === undefined) break;
    settled[place] = release(row);
  }
  return settled;
}

/** Whether the free ones can each have the least there is, or nothing is left where nobody is free. */
function fits(rows: readonly Weighted[]): boolean {
  const free = rows.filter(({ pin }) => pin === undefined).length;
  const rest = TOTAL - pinned(rows);
  return free === 0 ? rest === 0 : rest >= free * MIN_WEIGHT;
}

function oldest(rows: readonly Weighted[]): number {
  const turns = rows.map(({ pin }) => pin?.turn ?? Number.POSITIVE_INFINITY);
  const first = Math.min(...turns);
  return Number.isFinite(first) ? turns.indexOf(first) : -1;
}

const pinned = (rows: readonly Weighted[]): number =>
  rows.reduce((sum, { pin }) => sum + (pin?.weight ?? 0), 0);

function release<Row extends Weighted>(row: Row): Row {
  const { pin: _, ...rest } = row;
  return rest as Row;
}
