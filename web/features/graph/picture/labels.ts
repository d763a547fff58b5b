import type { Drawn } from "./drawn.ts";
import type { Box, Size, View } from "./view.ts";

export interface Label {
  place: number;
  text: string;
  x: number;
  y: number;
}

const MOST = 48;
/** So many are tried of those that are on the canvas, whether or not there is room. */
const TRIED = 600;
/** So many of those in sight are named even where it is dense, across the discs of works that matter less. */
const CENTRAL = 8;
const LONGEST = 30;
const HEIGHT = 16;
const GAP = 5;
/** Among more, nothing can be kept free of what is written beside others, and to look for it would cost a frame too much. */
const FEW = 300;

interface LabelsOf {
  drawn: Drawn;
  places: Float32Array;
  view: View;
  size: Size;
  /** What is seen of it, and what of that something else lies on. */
  frame: Box;
  covered: readonly Box[];
  /** How large a disc is seen. */
  radiusOf: (place: number) => number;
  widthOf: (text: string) => number;
  /** Works to be named first, and whether others are as well. */
  first: readonly number[];
  others: boolean;
}

/**
 * Which works are named, and where: as many as there is room for, those first that it helps most. A name stands right of its
 * disc, or left where there is no room. Only what is drawn anew is named anew: nothing of this runs while it is moved.
 */
export function labelsOf(options: LabelsOf): Label[] {
  const { drawn, places, view, frame, covered, radiusOf, widthOf, first, others } = options;
  const taken: Box[] = [...covered];
  const labels: Label[] = [];
  const seen = new Set<number>();
  const discOf = (place: number): Box => {
    const x = view.k * (places[2 * place] ?? 0) + view.x;
    const y = view.k * (places[2 * place + 1] ?? 0) + view.y;
    const radius = radiusOf(place);
    return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  };
  const tryPlace = (place: number, discs: readonly Box[]): void => {
    if (seen.has(place) || !isOn(options, place)) return;
    const disc = discOf(place);
    const y = (disc.top + disc.bottom) / 2;
    const text = clip(drawn.titles[place] ?? "");
    const isFree = (each: Box) =>
      !taken.some((other) => overlap(each, other)) && !discs.some((other) => overlap(each, other));
    const box = boxBeside(disc, widthOf(text), overlap(disc, frame) ? frame : undefined, isFree);
    if (box === undefined) return;
    seen.add(place);
    taken.push(box);
    labels.push({ place, text, x: box.left, y });
  };
  for (const place of first.slice(0, TRIED)) {
    tryPlace(place, []);
    if (labels.length >= MOST) return labels;
  }
  if (!others) return labels;
  const on = firstOf(drawn.byImportance, TRIED, (place) => isOn(options, place));
  const discs = drawn.count > FEW ? [] : on.map(discOf);
  const central = firstOf(on, CENTRAL, (place) => overlap(discOf(place), frame));
  const centralDiscs = central.map(discOf);
  for (const place of central) {
    tryPlace(place, discs);
    tryPlace(place, centralDiscs);
  }
  for (const place of on) {
    if (labels.length >= MOST) break;
    tryPlace(place, discs);
  }
  return labels;
}

/** Whether a work is seen on the canvas, as far as its middle goes. Asked of thousands, so nothing is made for it. */
function isOn({ places, view: { k, x, y }, size }: LabelsOf, place: number): boolean {
  const left = k * (places[2 * place] ?? 0) + x;
  const top = k * (places[2 * place + 1] ?? 0) + y;
  return left >= 0 && left <= size.width && top >= -HEIGHT && top <= size.height + HEIGHT;
}

/** The first so many that are wanted. */
function firstOf(all: Iterable<number>, most: number, isWanted: (place: number) => boolean): number[] {
  const wanted: number[] = [];
  for (const place of all) {
    if (wanted.length === most) break;
    if (isWanted(place)) wanted.push(place);
  }
  return wanted;
}

/** Right of a disc or left of it, within the frame if there is one, and on nothing else. */
function boxBeside(
  disc: Box,
  width: number,
  frame: Box | undefined,
  isFree: (box: Box) => boolean,
): Box | undefined {
  const middle = (disc.top + disc.bottom) / 2;
  for (const left of [disc.right + GAP, disc.left - GAP - width]) {
    const box = { left, right: left + width, top: middle - HEIGHT / 2, bottom: middle + HEIGHT / 2 };
    const isWithin = frame === undefined || (box.left >= frame.left && box.right <= frame.right);
    if (isWithin && isFree(box)) return box;
  }
  return undefined;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A title of commits has many; the first says enough. */
function clip(title: string): string {
  return title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`;
}
