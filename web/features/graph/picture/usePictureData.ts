"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { PackedGraph } from "../model/pack.ts";
import { arrangeAside } from "./arrangeAside.ts";
import { type Drawn, drawnOf } from "./drawn.ts";

export interface Arrangement {
  drawn: Drawn;
  places: Float32Array;
}

type Progress =
  | { step: "reading" }
  | { step: "arranging"; part: number }
  | { step: "done" }
  | { step: "failed" };

/** What the picture shows: read and arranged, and again when the page says that there is another version. */
export function usePictureData(version: string, nameOf: (number: number) => string) {
  const [progress, setProgress] = useState<Progress>({ step: "reading" });
  const [shown, setShown] = useState<Arrangement>();
  const reading = useRef<AbortController>(undefined);
  const last = useRef<Arrangement>(undefined);
  const show = (arrangement: Arrangement) => {
    last.current = arrangement;
    setShown(arrangement);
  };

  async function load(wanted: string, signal: AbortSignal): Promise<void> {
    const response = await fetch(`/graph/data?version=${wanted}`, { signal });
    if (!response.ok) throw new Error(`It answered ${response.status}.`);
    const packed: PackedGraph = await response.json();
    const drawn = drawnOf(packed, nameOf);
    const before = last.current;
    if (before !== undefined && isSame(before.drawn, drawn)) show({ drawn, places: before.places });
    else {
      const isQuiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const known = before !== undefined && isMore(before.drawn, drawn) ? before.places : undefined;
      await arrangeAside(
        drawn,
        known,
        ({ part, places }) => {
          if (signal.aborted) return;
          setProgress({ step: "arranging", part });
          // To see it unfold is pleasant, unless one asked for rest or looks at what was there.
          if (part === 1 || !(isQuiet || known)) show({ drawn, places });
        },
        signal,
      );
    }
    if (!signal.aborted) setProgress({ step: "done" });
  }
  /** In the place of what is being read. */
  function begin(wanted: string): void {
    reading.current?.abort();
    const stop = new AbortController();
    reading.current = stop;
    load(wanted, stop.signal).catch(() => {
      // What is there already stays.
      if (!stop.signal.aborted) setProgress({ step: last.current === undefined ? "failed" : "done" });
    });
  }
  const follow = useEffectEvent(begin);
  useEffect(() => {
    follow(version);
    return () => reading.current?.abort();
  }, [version]);
  const retry = () => {
    setProgress({ step: "reading" });
    begin(version);
  };
  return { shown, progress, retry };
}

/** Whether works and citations are the same, so that they can stay where they are. */
const isSame = (a: Drawn, b: Drawn): boolean =>
  a.count === b.count && a.from.length === b.from.length && isMore(a, b);

/** Whether all works are where they were, with others after them. */
const isMore = (a: Drawn, b: Drawn): boolean => a.ids.every((id, place) => b.ids[place] === id);
