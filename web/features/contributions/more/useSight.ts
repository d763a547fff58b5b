"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { LongList } from "./LongList.ts";

declare global {
  interface Window {
    /** TypeScript does not know of it yet, and not all browsers do. */
    readonly navigation?: { readonly currentEntry: { readonly key: string } | null };
  }
}

/** Rows above and below what is seen. */
const AROUND = 6;
/** Until one was measured. */
const ROW_HEIGHT = 54;

/** Rows from one place up to another. */
interface Sight {
  from: number;
  to: number;
}

/** How high each row is, and how far below the top of the page they begin; in pixels. */
interface Sizes {
  height: number;
  top: number;
}

/** Where the window stands: how far it is scrolled, and how high it is. */
interface Stand {
  place: number;
  window: number;
}

/** As all rows are of one height, a division says which are in sight. */
export function sightOf({ place, window }: Stand, { height, top }: Sizes, count: number): Sight {
  const row = (pixels: number) => Math.floor((pixels - top) / height);
  const to = Math.min(count, Math.max(0, row(place + window) + 1 + AROUND));
  return { from: Math.max(0, Math.min(to, row(place) - AROUND)), to };
}

/**
 * Which rows are in sight. Nothing is measured while it is scrolled, and what changes is in the page before the frame is laid
 * out: no frame lays it out twice.
 * @param above stands where the rows begin; the element after it holds them
 */
export function useSight(
  above: RefObject<HTMLTableSectionElement | null>,
  list: LongList,
  count: number,
): Sight & { height: number } {
  const [stand, setStand] = useState<Stand>(() => ({ place: list.place, window: window.innerHeight }));
  const [sizes, setSizes] = useState<Sizes>({ height: list.rowHeight ?? ROW_HEIGHT, top: 0 });

  const look = useEffectEvent(() => {
    const now = { place: window.scrollY, window: window.innerHeight };
    list.place = now.place;
    list.visit = visit();
    const [before, after] = [sightOf(stand, sizes, count), sightOf(now, sizes, count)];
    if (before.from !== after.from || before.to !== after.to) flushSync(() => setStand(now));
  });
  const measure = useEffectEvent(() => {
    const box = above.current?.getBoundingClientRect();
    const row = above.current?.nextElementSibling?.querySelector("tr:not([data-gap])");
    if (box === undefined) return;
    const top = Math.round(box.top + window.scrollY);
    const height = row?.getBoundingClientRect().height ?? sizes.height;
    if (top === sizes.top && height === sizes.height) return;
    list.rowHeight = height;
    setSizes({ height, top });
  });

  // Who goes back is where they were: by now the page is as high as it was.
  useLayoutEffect(() => {
    measure();
    if (list.visit !== undefined && list.visit === visit()) window.scrollTo(0, list.place);
  }, [list]);
  useEffect(() => {
    const onScroll = () => look();
    const observer = new ResizeObserver(() => {
      measure();
      look();
    });
    observer.observe(document.body);
    window.addEventListener("scroll", onScroll, { passive: true });
    window.addEventListener("resize", onScroll);
    return () => {
      observer.disconnect();
      window.removeEventListener("scroll", onScroll);
      window.removeEventListener("resize", onScroll);
    };
  }, []);
  return { ...sightOf(stand, sizes, count), height: sizes.height };
}

/** Which entry of the browser's history is shown; undefined where it does not tell. */
const visit = (): string | undefined => window.navigation?.currentEntry?.key;
