/** Where the picture stands: a place of the graph is seen at `k * place + (x, y)`. */
export interface View {
  k: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const CLOSEST = 6;
export const FARTHEST = 0.02;
/** However few works there are, they are not blown up. */
const FITTING = 1.6;
const PADDING = 44;

/** The view in which all of a box is seen. */
export function fitBox({ left, top, right, bottom }: Box, { width, height }: Size, closest = FITTING): View {
  const room = { width: Math.max(1, width - 2 * PADDING), height: Math.max(1, height - 2 * PADDING) };
  const k = clamp(
    Math.min(room.width / Math.max(1, right - left), room.height / Math.max(1, bottom - top)),
    FARTHEST,
    closest,
  );
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

/** The box around places of the graph; all of them if none is said. */
export function boxOf(places: Float32Array, some?: Iterable<number>): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const place of some ?? placesOf(places)) {
    const [x = 0, y = 0] = [places[2 * place], places[2 * place + 1]];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box.left > box.right ? { left: 0, top: 0, right: 0, bottom: 0 } : box;
}

function* placesOf(places: Float32Array): Generator<number> {
  for (let place = 0; 2 * place < places.length; place += 1) yield place;
}

/** What is drawn at one view, and moved: how far, and by what factor, so that it is seen as at another. */
export function moveOf(drawn: View, shown: View, margin: Size) {
  const scale = shown.k / drawn.k;
  return {
    scale,
    x: margin.width + shown.x - scale * (margin.width + drawn.x),
    y: margin.height + shown.y - scale * (margin.height + drawn.y),
  };
}

/** Whether what is drawn at one view, with a margin around it, still covers all of another, and is sharp enough. */
export function covers(drawn: View, shown: View, size: Size, margin: Size): boolean {
  const { scale, x, y } = moveOf(drawn, shown, margin);
  if (scale < 0.5 || scale > 2) return false;
  const [left, top] = [(margin.width - x) / scale, (margin.height - y) / scale];
  const [right, bottom] = [left + size.width / scale, top + size.height / scale];
  return (
    left >= 0 &&
    top >= 0 &&
    right <= size.width + 2 * margin.width &&
    bottom <= size.height + 2 * margin.height
  );
}

/** Between two views, as a glance goes: straight, and evenly in scale. */
export function between(a: View, b: View, part: number, { width, height }: Size): View {
  const k = a.k * (b.k / a.k) ** part;
  const [ax, ay] = [(width / 2 - a.x) / a.k, (height / 2 - a.y) / a.k];
  const [bx, by] = [(width / 2 - b.x) / b.k, (height / 2 - b.y) / b.k];
  const [x, y] = [ax + (bx - ax) * part, ay + (by - ay) * part];
  return { k, x: width / 2 - k * x, y: height / 2 - k * y };
}

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));
