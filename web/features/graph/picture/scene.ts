import { STATES, type State } from "../model/graph.ts";
import { type Drawn, otherEnd } from "./drawn.ts";
import { labelsOf } from "./labels.ts";
import type { Palette } from "./palette.ts";
import { type Box, clamp, type Size, type View } from "./view.ts";

/** What is pointed out. */
export interface Marks {
  /** The work that is looked at. */
  focus: number | undefined;
  /** The one under the pointer, or whose link has the keyboard's focus. */
  pointed: number | undefined;
  /** Works that were searched for. */
  matches: ReadonlySet<number> | undefined;
}

interface Scene {
  drawn: Drawn;
  places: Float32Array;
  paths: Paths;
  palette: Palette;
}

interface Paths {
  /** From thin to thick. */
  strong: readonly Path2D[];
  /** Those that are too many to be seen from afar. */
  weak: Path2D;
}

/** So many edges are drawn from afar. */
const STRONG = 4_000;
/** From this scale on all of them are. */
const NEAR = 0.5;
const WIDTHS = [0.8, 1.5, 2.6] as const;
const BEND = 0.11;
/** How far around a disc it is drawn. */
const RING = 3.5;
const TURN = 2 * Math.PI;

/** All edges as a few shapes, made once for an arrangement, so that drawing them again costs a few calls. */
export function pathsOf(drawn: Drawn, places: Float32Array): Paths {
  const strong = WIDTHS.map(() => new Path2D());
  const weak = new Path2D();
  drawn.byStrength.forEach((edge, rank) => {
    const path = rank < STRONG ? strong[widthOf(drawn, edge)] : weak;
    if (path) addCurve(path, places, drawn.from[edge] ?? 0, drawn.to[edge] ?? 0);
  });
  return { strong, weak };
}

const widthOf = ({ strengths }: Drawn, edge: number): number => {
  const strength = strengths[edge] ?? 0;
  return strength > 0.75 ? 2 : strength > 0.45 ? 1 : 0;
};

function addCurve(path: Path2D, places: Float32Array, from: number, to: number): void {
  const [x0 = 0, y0 = 0] = [places[2 * from], places[2 * from + 1]];
  const [x1 = 0, y1 = 0] = [places[2 * to], places[2 * to + 1]];
  path.moveTo(x0, y0);
  path.quadraticCurveTo((x0 + x1) / 2 + (y1 - y0) * BEND, (y0 + y1) / 2 - (x1 - x0) * BEND, x1, y1);
}

/** How large a disc is seen: it grows less than the distances do. */
export const seenRadius = ({ radii }: Drawn, place: number, k: number): number =>
  Math.max(1.3, (radii[place] ?? 1) * clamp(Math.sqrt(k), 0.4, 1.9));

interface Canvas {
  view: View;
  /** Of the whole canvas, in pixels of the page. */
  size: Size;
  ratio: number;
  /** What is seen of it, and what of that something else lies on. */
  frame: Box;
  covered: readonly Box[];
}

export function drawScene(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  { view, size, ratio, frame, covered }: Canvas,
  marks: Marks,
): void {
  const { drawn, places, palette } = scene;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  const near = neighboursOf(drawn, marks.focus);
  const lit = litOf(marks, near);
  const dimmed = lit === undefined ? 1 : 0.22;

  const { k, x, y } = view;
  ctx.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
  ctx.lineCap = "round";
  drawEdges(ctx, scene, k, dimmed);
  for (const place of pointedOut(marks)) drawOwnEdges(ctx, scene, place, k);

  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const seen = [...visible(scene, view, size)];
  const isLit = (place: number) => lit === undefined || lit.has(place);
  drawDiscs(
    ctx,
    scene,
    view,
    seen.filter((place) => !isLit(place)),
    0.28,
  );
  drawDiscs(ctx, scene, view, seen.filter(isLit), 1);
  for (const place of pointedOut(marks)) drawRing(ctx, scene, view, place);

  ctx.globalAlpha = 1;
  ctx.font = `500 12px ${palette.font}`;
  const labels = labelsOf({
    ...{ drawn, places, view, size, frame, covered },
    radiusOf: (place) => seenRadius(drawn, place, k) + (pointedOut(marks).includes(place) ? RING : 0),
    widthOf: (text) => measure(ctx, text),
    first: [...pointedOut(marks), ...(near ?? []), ...(marks.matches ?? [])],
    others: lit === undefined,
  });
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = palette.surface;
  for (const { place, text, x: left, y: middle } of labels) {
    ctx.strokeText(text, left, middle);
    ctx.fillStyle = place === marks.focus || place === marks.pointed ? palette.ink : palette.muted;
    ctx.fillText(text, left, middle);
  }
}

const pointedOut = ({ focus, pointed }: Marks): number[] =>
  [focus, pointed].filter((place) => place !== undefined);

function neighboursOf(drawn: Drawn, place: number | undefined): number[] | undefined {
  return place === undefined ? undefined : drawn.edgesOf[place]?.map((edge) => otherEnd(drawn, edge, place));
}

/** What stands out, if anything does. */
function litOf(marks: Marks, near: readonly number[] | undefined): ReadonlySet<number> | undefined {
  return near === undefined ? marks.matches : new Set([...pointedOut(marks), ...near]);
}

function drawEdges(
  ctx: CanvasRenderingContext2D,
  { drawn, paths, palette }: Scene,
  k: number,
  dimmed: number,
) {
  const { length } = drawn.from;
  const density = clamp(9 / Math.sqrt(length + 1), 0.16, 0.75);
  ctx.strokeStyle = palette.faint;
  paths.strong.forEach((path, thickness) => {
    ctx.globalAlpha = density * dimmed * (0.55 + 0.2 * thickness);
    ctx.lineWidth = (WIDTHS[thickness] ?? 1) / k;
    ctx.stroke(path);
  });
  if (k < NEAR) return;
  ctx.globalAlpha = 0.3 * dimmed;
  ctx.lineWidth = WIDTHS[0] / k;
  ctx.stroke(paths.weak);
}

/** What a work was built on in one colour, what was built on it in the other. */
function drawOwnEdges(
  ctx: CanvasRenderingContext2D,
  { drawn, places, palette }: Scene,
  of: number,
  k: number,
) {
  const paths = { up: WIDTHS.map(() => new Path2D()), down: WIDTHS.map(() => new Path2D()) };
  for (const edge of drawn.edgesOf[of] ?? []) {
    const [from = 0, to = 0] = [drawn.from[edge], drawn.to[edge]];
    const path = paths[from === of ? "up" : "down"][widthOf(drawn, edge)];
    if (path) addCurve(path, places, from, to);
  }
  ctx.globalAlpha = 0.85;
  for (const [side, colour] of [
    ["down", palette["accent-fill"]],
    ["up", palette.violet],
  ] as const) {
    ctx.strokeStyle = colour;
    paths[side].forEach((path, thickness) => {
      ctx.lineWidth = (0.6 + (WIDTHS[thickness] ?? 1)) / k;
      ctx.stroke(path);
    });
  }
}

function* visible({ drawn, places }: Scene, { k, x, y }: View, { width, height }: Size): Generator<number> {
  const margin = 30;
  for (let place = 0; place < drawn.count; place += 1) {
    const [left, top] = [k * (places[2 * place] ?? 0) + x, k * (places[2 * place + 1] ?? 0) + y];
    if (left > -margin && top > -margin && left < width + margin && top < height + margin) yield place;
  }
}

/** Filled where it was paid, a ring while it is under way, small and grey where nothing came of it. */
function drawDiscs(
  ctx: CanvasRenderingContext2D,
  { drawn, places, palette }: Scene,
  { k, x, y }: View,
  works: readonly number[],
  alpha: number,
): void {
  ctx.globalAlpha = 1;
  const grouped = Map.groupBy(works, (place) => STATES[drawn.states[place] ?? 0] ?? "open");
  const looks: Record<State, { fill: string; line: string }> = {
    unpaid: { fill: palette.edge, line: palette.surface },
    open: { fill: palette.surface, line: palette["accent-fill"] },
    paid: { fill: palette["accent-fill"], line: palette.surface },
  };
  for (const state of ["unpaid", "open", "paid"] as const) {
    const path = new Path2D();
    for (const place of grouped.get(state) ?? []) {
      const radius = seenRadius(drawn, place, k) * (state === "unpaid" ? 0.75 : 1);
      const [left, top] = [k * (places[2 * place] ?? 0) + x, k * (places[2 * place + 1] ?? 0) + y];
      path.moveTo(left + radius, top);
      path.arc(left, top, radius, 0, TURN);
    }
    ctx.globalAlpha = alpha;
    ctx.fillStyle = looks[state].fill;
    ctx.fill(path);
    ctx.strokeStyle = looks[state].line;
    ctx.lineWidth = state === "open" ? 1.6 : 1;
    ctx.stroke(path);
  }
}

function drawRing(
  ctx: CanvasRenderingContext2D,
  { drawn, places, palette }: Scene,
  { k, x, y }: View,
  place: number,
) {
  ctx.globalAlpha = 1;
  ctx.beginPath();
  ctx.arc(
    k * (places[2 * place] ?? 0) + x,
    k * (places[2 * place + 1] ?? 0) + y,
    seenRadius(drawn, place, k) + RING,
    0,
    TURN,
  );
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 2;
  ctx.stroke();
}

const widths = new Map<string, number>();

/**
 * As wide as its characters one by one: measuring each text takes longer than drawing it, and hundreds are asked for at once
 * when another part of the graph is drawn. Kerning, which this leaves out, is a matter of a pixel or two.
 */
function measure(ctx: CanvasRenderingContext2D, text: string): number {
  let sum = 0;
  for (const character of text) {
    let width = widths.get(character);
    if (width === undefined) {
      width = ctx.measureText(character).width;
      widths.set(character, width);
    }
    sum += width;
  }
  return sum;
}
