"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** So many rows a frame: each takes a script a good half of a millisecond. */
const A_FRAME = 3;

const NONE: ReadonlySet<number> = new Set();

/**
 * Which of the rows from one place up to another are to be filled by now: a few more with each frame, those in the middle
 * first. However far one scrolls at once, no frame has to wait for all that comes into sight.
 */
export function useFewAtOnce(from: number, to: number): ReadonlySet<number> {
  const [filled, setFilled] = useState(NONE);
  useEffect(() => {
    const after = withFew(filled, from, to);
    if (after === filled) return;
    const frame = requestAnimationFrame(() => flushSync(() => setFilled(after)));
    return () => cancelAnimationFrame(frame);
  }, [filled, from, to]);
  return filled;
}

/** @return Those places that were filled and are still in sight, and a few of the others; the very same if all are. */
export function withFew(filled: ReadonlySet<number>, from: number, to: number): ReadonlySet<number> {
  const middle = (from + to - 1) / 2;
  const places = Array.from({ length: to - from }, (_, n) => from + n);
  const few = places
    .filter((place) => !filled.has(place))
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    .slice(0, A_FRAME);
  if (few.length === 0) return filled;
  return new Set([...places.filter((place) => filled.has(place)), ...few]);
}
