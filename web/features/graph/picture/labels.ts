import type { Drawn } from "./drawn.ts";
import type { Box, Size, View } from "./view.ts";

export interface Label {
  place: number;
  text: string;
  x: number;
  y: number;
}

const MOST = 48;
/** So many are tried, whether or not there is room. */
const TRIED = 600;
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
 * disc, or left where there is no room.
 */
export function labelsOf(options: LabelsOf): Label[] {
  const { drawn, places, view, size, frame, covered, radiusOf, widthOf, first, others } = options;
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
    if (seen.has(place)) return;
    seen.add(place);
    const disc = discOf(place);
    const y = (disc.top + disc.bottom) / 2;
    if (disc.right < 0 || disc.left > size.width || y < -HEIGHT || y > size.height + HEIGHT) return;
    const text = clip(drawn.titles[place] ?? "");
    const isFree = (each: Box) =>
      !taken.some((other) => overlap(each, other)) && !discs.some((other) => overlap(each, other));
    const box = boxBeside(disc, widthOf(text), overlap(disc, frame) ? frame : undefined, isFree);
    if (box === undefined) return;
    taken.push(box);
    labels.push({ place, text, x: box.left, y });
  };
  for (const place of first.slice(0, TRIED)) {
    tryPlace(place, []);
    if (labels.length >= MOST) return labels;
  }
  if (!others) return labels;
  const discs = drawn.count > FEW ? [] : Array.from(drawn.byImportance, discOf);
  for (const place of drawn.byImportance.subarray(0, TRIED)) {
    tryPlace(place, discs);
    if (labels.length >= MOST) break;
  }
  return labels;
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
