"use client";

import { type ReactNode, useEffect, useRef } from "react";

const ID = "tip";
const GAP = 8;
const EDGE = 8;

/** The one tooltip of the page: shows the `data-tip` of what is hovered or focused. Escape puts it away. */
export function TipLayer(): ReactNode {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => (layer.current ? follow(layer.current) : undefined), []);
  return (
    <div
      ref={layer}
      id={ID}
      role="tooltip"
      popover="manual"
      className="pointer-events-none inset-auto m-0 max-w-[min(24rem,calc(100vw-1rem))] rounded-control bg-ink px-2.5 py-1.5 text-canvas text-xs [overflow-wrap:anywhere]"
    />
  );
}

function follow(layer: HTMLElement): () => void {
  let shown: HTMLElement | undefined;

  const hide = () => {
    if (shown === undefined) return;
    shown.removeAttribute("aria-describedby");
    shown = undefined;
    layer.hidePopover();
  };
  const show = (event: Event) => {
    const origin = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-tip]") : null;
    if (origin === shown) return;
    hide();
    if (!origin?.dataset.tip) return;
    shown = origin;
    layer.textContent = origin.dataset.tip;
    origin.setAttribute("aria-describedby", ID);
    layer.showPopover();
    place(layer, origin);
  };
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();

  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true };
  document.addEventListener("pointerover", show, options);
  document.addEventListener("focusin", show, options);
  document.addEventListener("focusout", hide, options);
  document.addEventListener("keydown", onKey, options);
  document.addEventListener("scroll", hide, { ...options, capture: true });
  return () => stop.abort();
}

/** Above what it belongs to, or below where there is no room; always inside the window. */
function place(layer: HTMLElement, origin: HTMLElement): void {
  const at = origin.getBoundingClientRect();
  const { width, height } = layer.getBoundingClientRect();
  const left = at.left + at.width / 2 - width / 2;
  layer.style.left = `${Math.max(EDGE, Math.min(left, document.documentElement.clientWidth - width - EDGE))}px`;
  const above = at.top - height - GAP;
  layer.style.top = `${above >= EDGE ? above : at.bottom + GAP}px`;
}
