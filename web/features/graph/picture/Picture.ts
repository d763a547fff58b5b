import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity } from "d3-zoom";
import type { Drawn } from "./drawn.ts";
import { type Palette, readPalette, watchTheme } from "./palette.ts";
import { drawScene, type Marks, pathsOf, seenRadius } from "./scene.ts";
import { between, boxOf, CLOSEST, covers, FARTHEST, fitBox, moveOf, type Size, type View } from "./view.ts";

interface Events {
  /** A work was clicked, or the ground beside all. */
  onPick: (place: number | undefined) => void;
  /** The pointer is over another work, seen at a place of the picture, or over none. */
  onPoint: (place: number | undefined, x: number, y: number) => void;
}

/** How far around what is seen is drawn as well, as a part of it: so far it can be moved without being drawn again. */
const MARGIN = 0.4;
const MAX_RATIO = 2;
/** After so long without a movement it is drawn sharp. */
const SETTLE_MS = 120;
const GLIDE_MS = 320;
const REACH = 8;
/** What the buttons take of the upper right corner. */
const BUTTONS: Size = { width: 56, height: 136 };
const STEP = 70;

/**
 * The graph on a canvas. What is seen and a margin around it is drawn once; while it is moved, the browser only shifts what
 * is drawn, and it is drawn again when the margin is used up, or when the movement is over and another scale is in force.
 */
export class Picture {
  readonly #host: HTMLElement;
  readonly #ctx: CanvasRenderingContext2D;
  readonly #events: Events;
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;
  readonly #end = new AbortController();
  readonly #resize: ResizeObserver;
  readonly #endTheme: () => void;
  #palette: Palette;
  #graph: { drawn: Drawn; places: Float32Array; paths: ReturnType<typeof pathsOf> } | undefined;
  #marks: Marks = { focus: undefined, pointed: undefined, matches: undefined };
  #size: Size = { width: 0, height: 0 };
  #view: View = { k: 1, x: 0, y: 0 };
  /** What stands on the canvas. */
  #drawnView: View | undefined;
  #isFitted = true;
  #frame = 0;
  #glide = 0;
  #settle: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, ctx: CanvasRenderingContext2D, events: Events) {
    this.#host = host;
    this.#ctx = ctx;
    this.#events = events;
    this.#palette = readPalette(host);
    // Whoever listens to keys can be reached by them.
    host.tabIndex = 0;
    this.#zoom = zoom<HTMLElement, unknown>()
      .scaleExtent([FARTHEST, CLOSEST])
      .extent(() => [
        [0, 0],
        [this.#size.width, this.#size.height],
      ])
      .clickDistance(4)
      .filter((event: Event) => this.#takes(event))
      .on("start", ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        if (!sourceEvent) return;
        this.#stopGliding();
        this.#events.onPoint(undefined, 0, 0);
      })
      .on("zoom", ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        if (sourceEvent) this.#isFitted = false;
        this.#view = { k: transform.k, x: transform.x, y: transform.y };
        this.#ask();
      });
    select(host).call(this.#zoom).on("dblclick.zoom", null);
    const { signal } = this.#end;
    host.addEventListener("click", (event) => this.#events.onPick(this.#placeAt(event)), { signal });
    host.addEventListener("pointermove", (event) => this.#onPointer(event), { signal });
    host.addEventListener("pointerleave", () => this.#events.onPoint(undefined, 0, 0), { signal });
    host.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    this.#resize = new ResizeObserver(() => this.#measure());
    this.#resize.observe(host);
    this.#endTheme = watchTheme(() => {
      this.#palette = readPalette(host);
      this.#redraw();
    });
  }

  destroy(): void {
    this.#end.abort();
    this.#resize.disconnect();
    this.#endTheme();
    this.#stopGliding();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settle);
    select(this.#host).on(".zoom", null);
  }

  show(drawn: Drawn, places: Float32Array): void {
    this.#graph = { drawn, places, paths: pathsOf(drawn, places) };
    if (this.#isFitted) this.#moveTo(fitBox(boxOf(places), this.#size));
    this.#redraw();
  }

  mark(marks: Partial<Marks>): void {
    this.#marks = { ...this.#marks, ...marks };
    this.#redraw();
  }

  zoomBy(factor: number): void {
    this.#isFitted = false;
    this.#stopGliding();
    select(this.#host).call(this.#zoom.scaleBy, factor);
  }

  /** Shows all of it. */
  fit(): void {
    if (this.#graph) this.#glideTo(fitBox(boxOf(this.#graph.places), this.#size));
    this.#isFitted = true;
  }

  /** Shows these works, if one of them is out of sight. */
  reveal(works: readonly number[]): void {
    if (this.#graph === undefined || works.length === 0) return;
    const { k, x, y } = this.#view;
    const box = boxOf(this.#graph.places, works);
    const { width, height } = this.#size;
    const isSeen =
      k * box.left + x > 0 && k * box.top + y > 0 && k * box.right + x < width && k * box.bottom + y < height;
    if (isSeen && k > 0.3) return;
    this.#isFitted = false;
    this.#glideTo(fitBox(box, this.#size, 1.2));
  }

  /** The wheel and a single finger move the page, unless the picture was taken hold of. */
  #takes(event: Event): boolean {
    if (event instanceof WheelEvent)
      return event.ctrlKey || event.metaKey || this.#host.contains(document.activeElement);
    if (event instanceof MouseEvent) return event.button === 0;
    return "touches" in event && event.touches instanceof TouchList && event.touches.length > 1;
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
    const { canvas } = this.#ctx;
    const [margin, whole] = [this.#margin(), this.#whole()];
    canvas.width = Math.round(whole.width * this.#ratio());
    canvas.height = Math.round(whole.height * this.#ratio());
    canvas.style.width = `${whole.width}px`;
    canvas.style.height = `${whole.height}px`;
    canvas.style.left = `${-margin.width}px`;
    canvas.style.top = `${-margin.height}px`;
    if (this.#isFitted && this.#graph) this.#moveTo(fitBox(boxOf(this.#graph.places), this.#size));
    this.#redraw();
  }

  #margin(): Size {
    const { width, height } = this.#size;
    return { width: Math.round(width * MARGIN), height: Math.round(height * MARGIN) };
  }

  #whole(): Size {
    const margin = this.#margin();
    return { width: this.#size.width + 2 * margin.width, height: this.#size.height + 2 * margin.height };
  }

  #ratio(): number {
    return Math.min(MAX_RATIO, devicePixelRatio);
  }

  #onPointer(event: PointerEvent): void {
    if (event.buttons !== 0 || event.pointerType === "touch") return;
    const place = this.#placeAt(event);
    this.#host.style.cursor = place === undefined ? "" : "pointer";
    this.#events.onPoint(place, ...this.#seenAt(place));
  }

  #seenAt(place: number | undefined): [number, number] {
    if (place === undefined || this.#graph === undefined) return [0, 0];
    const { k, x, y } = this.#view;
    const { places } = this.#graph;
    return [k * (places[2 * place] ?? 0) + x, k * (places[2 * place + 1] ?? 0) + y];
  }

  /** The work under the pointer, or beside it: a finger is broad. */
  #placeAt(event: MouseEvent): number | undefined {
    if (this.#graph === undefined) return undefined;
    const { drawn } = this.#graph;
    const { left, top } = this.#host.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    let nearest: number | undefined;
    let least = REACH;
    for (let place = 0; place < drawn.count; place += 1) {
      const [seenX, seenY] = this.#seenAt(place);
      const beside = Math.hypot(seenX - x, seenY - y) - seenRadius(drawn, place, this.#view.k);
      if (beside >= least) continue;
      least = beside;
      nearest = place;
    }
    return nearest;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = this.#acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  readonly #acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => this.#panBy(STEP, 0),
    ArrowRight: () => this.#panBy(-STEP, 0),
    ArrowUp: () => this.#panBy(0, STEP),
    ArrowDown: () => this.#panBy(0, -STEP),
    "+": () => this.zoomBy(1.4),
    "=": () => this.zoomBy(1.4),
    "-": () => this.zoomBy(1 / 1.4),
    "0": () => this.fit(),
    Escape: () => this.#events.onPick(undefined),
  };

  #panBy(dx: number, dy: number): void {
    this.#isFitted = false;
    this.#stopGliding();
    const { k, x, y } = this.#view;
    this.#moveTo({ k, x: x + dx, y: y + dy });
  }

  #moveTo({ k, x, y }: View): void {
    select(this.#host).call(this.#zoom.transform, zoomIdentity.translate(x, y).scale(k));
  }

  #glideTo(target: View): void {
    this.#stopGliding();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#moveTo(target);
      return;
    }
    const [from, began] = [this.#view, performance.now()];
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - began) / GLIDE_MS));
      this.#moveTo(between(from, target, part * (2 - part), this.#size));
      if (part < 1) this.#glide = requestAnimationFrame(step);
    };
    this.#glide = requestAnimationFrame(step);
  }

  #stopGliding(): void {
    cancelAnimationFrame(this.#glide);
  }

  #redraw(): void {
    this.#drawnView = undefined;
    this.#ask();
  }

  #ask(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#update();
    });
  }

  #update(): void {
    if (this.#drawnView === undefined || !covers(this.#drawnView, this.#view, this.#size, this.#margin())) {
      this.#draw();
      return;
    }
    const { scale, x, y } = moveOf(this.#drawnView, this.#view, this.#margin());
    this.#shift(scale, x, y);
    clearTimeout(this.#settle);
    if (scale !== 1) this.#settle = setTimeout(() => this.#redraw(), SETTLE_MS);
  }

  #shift(scale: number, x: number, y: number): void {
    this.#ctx.canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  #draw(): void {
    if (this.#graph === undefined || this.#size.width === 0) return;
    clearTimeout(this.#settle);
    const margin = this.#margin();
    const { k, x, y } = this.#view;
    const view = { k, x: x + margin.width, y: y + margin.height };
    const scene = { ...this.#graph, palette: this.#palette };
    const { width, height } = this.#size;
    const [left, top] = [margin.width, margin.height];
    const frame = { left, top, right: left + width, bottom: top + height };
    const covered = [{ ...frame, left: frame.right - BUTTONS.width, bottom: top + BUTTONS.height }];
    const canvas = { view, size: this.#whole(), ratio: this.#ratio(), frame, covered };
    drawScene(this.#ctx, scene, canvas, this.#marks);
    this.#drawnView = this.#view;
    // Not none: to have a transform or not is a matter of layout.
    this.#shift(1, 0, 0);
  }
}
