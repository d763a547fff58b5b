"use client";

import { useEffect, useState } from "react";

/** So many rows a frame: each takes a script a good half of a millisecond. */
const A_FRAME = 3;

const NONE: ReadonlySet<string> = new Set();

/**
 * Which of the rows in sight are to be filled by now: a few more with each frame, those in the middle first. However far one
 * scrolls at once, no frame has to wait for all that comes into sight.
 */
export function useFewAtOnce(ids: readonly string[]): ReadonlySet<string> {
  const [filled, setFilled] = useState(NONE);
  const isWhole = ids.every((id) => filled.has(id));
  useEffect(() => {
    if (isWhole) return;
    const frame = requestAnimationFrame(() => setFilled(withFew(filled, ids)));
    return () => cancelAnimationFrame(frame);
  }, [isWhole, filled, ids]);
  return filled;
}

/** @return Those of the ids that were filled, and a few of the others. */
export function withFew(filled: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> {
  const middle = (ids.length - 1) / 2;
  const few = ids
    .map((id, place) => ({ id, distance: Math.abs(place - middle) }))
    .filter(({ id }) => !filled.has(id))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, A_FRAME);
  return new Set([...ids.filter((id) => filled.has(id)), ...few.map(({ id }) => id)]);
}
