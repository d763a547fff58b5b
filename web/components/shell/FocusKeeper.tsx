"use client";

import { useEffect } from "react";

/** What a reader knows as a place of its own. */
const PLACES = "section, article, form, fieldset, li, main, [role=dialog], [popover], [data-place]";

/**
 * Keeps whoever uses the keyboard or a screen reader where they are. When what has the focus goes away, browsers start again
 * at the top of the page without a word: here the nearest place around it that is still there gets the focus instead.
 */
export function FocusKeeper(): null {
  useEffect(follow, []);
  return null;
}

function follow(): () => void {
  /** What had the focus, and what it stood in, from the inside out. */
  let trail: readonly Element[] = [];
  /** The same of what had it before a dialog opened. */
  let outside: readonly Element[] = [];

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    trail = around(target);
    if (target.closest("[aria-modal=true]") === null) outside = trail;
  };
  // Whoever points elsewhere has left of their own will.
  const onPointer = () => {
    trail = [];
    outside = [];
  };
  const onChange = () => {
    const [last] = trail;
    const isNowhere = document.activeElement === document.body && document.hasFocus();
    if (last === undefined || !isNowhere || isThere(last)) return;
    placeOf(trail, outside)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(onChange);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled", "hidden"],
  });
  const stop = new AbortController();
  const options = { signal: stop.signal, passive: true, capture: true };
  document.addEventListener("focusin", onFocus, options);
  document.addEventListener("pointerdown", onPointer, options);
  return () => {
    observer.disconnect();
    stop.abort();
  };
}

function around(element: Element): Element[] {
  const trail: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) trail.push(each);
  return trail;
}

const isThere = (element: Element): boolean =>
  element.isConnected && element.checkVisibility() && !element.matches(":disabled");

/** The nearest place that is still there, ready to take the focus until it goes on. */
function placeOf(...trails: (readonly Element[])[]): HTMLElement | undefined {
  for (const trail of trails) {
    const place = trail.find((each) => each.matches(PLACES) && isThere(each));
    if (place instanceof HTMLElement) return readied(place);
  }
  return document.querySelector("main") ?? undefined;
}

function readied(place: HTMLElement): HTMLElement {
  if (place.hasAttribute("tabindex")) return place;
  place.tabIndex = -1;
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  return place;
}
