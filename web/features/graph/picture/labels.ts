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

interface LabelsOf {
  drawn: Drawn;
  places: Float32Array;
  view: View;
  size: Size;
  /** How large a disc is seen. */
  radiusOf: (place: number) => number;
  widthOf: (text: string) => number;
  /** Works to be named first, and whether others are as well. */
  first: readonly number[];
  others: boolean;
}

/** Which works are named, and where: as many as there is room for, those first that it helps most. */
export function labelsOf({ drawn, places, view, size, radiusOf, widthOf, first, others }: LabelsOf): Label[] {
  const taken: Box[] = [];
  const labels: Label[] = [];
  const seen = new Set<number>();
  const tryPlace = (place: number): void => {
    if (seen.has(place)) return;
    seen.add(place);
    const x = view.k * (places[2 * place] ?? 0) + view.x;
    const y = view.k * (places[2 * place + 1] ?? 0) + view.y;
    if (x < -HEIGHT || y < -HEIGHT || x > size.width || y > size.height + HEIGHT) return;
    const text = clip(drawn.titles[place] ?? "");
    const left = x + radiusOf(place) + GAP;
    const box = { left, right: left + widthOf(text), top: y - HEIGHT / 2, bottom: y + HEIGHT / 2 };
    if (taken.some((other) => overlap(box, other))) return;
    taken.push(box);
    labels.push({ place, text, x: left, y });
  };
  for (const place of first.slice(0, TRIED)) {
    tryPlace(place);
    if (labels.length >= MOST) return labels;
  }
  if (!others) return labels;
  for (const place of drawn.byImportance.subarray(0, TRIED)) {
    tryPlace(place);
    if (labels.length >= MOST) break;
  }
  return labels;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A title of commits has many; the first says enough. */
function clip(title: string): string {
  return title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1).trimEnd()}…`;
}
