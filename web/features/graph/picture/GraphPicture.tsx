"use client";

import { EnterFullScreenIcon, MinusIcon, PlusIcon } from "@radix-ui/react-icons";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState, useTransition } from "react";
import { Button } from "#components/ui/Button.tsx";
import { matcherOf } from "../model/choose.ts";
import { STATES } from "../model/graph.ts";
import { type GraphQuery, graphHref } from "../model/query.ts";
import { type Drawn, otherEnd } from "./drawn.ts";
import { Picture } from "./Picture.ts";
import { Pointed, type PointedAt } from "./Pointed.tsx";
import { usePictureData } from "./usePictureData.ts";
import { filledIn, type PictureWords } from "./words.ts";

interface GraphPictureProps {
  query: GraphQuery;
  /** Of what the page shows. */
  version: string;
  words: PictureWords;
}

/** The graph to look at and to move about in. Beside it stands the same in words. */
export function GraphPicture({ query, version, words }: GraphPictureProps): ReactNode {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const { shown, progress, retry } = usePictureData(version, (number) =>
    filledIn(words.untitled, { number }),
  );
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [picture, setPicture] = useState<Picture>();
  const [pointed, setPointed] = useState<PointedAt>();
  const drawn = shown?.drawn;

  const onPick = useEffectEvent((place: number | undefined) => {
    const focus = place === undefined ? undefined : drawn?.ids[place];
    if (focus === query.focus) return;
    picture?.mark({ focus: place, pointed: undefined });
    setPointed((at) => at && { ...at, place: undefined });
    startTransition(() => router.replace(graphHref({ ...query, focus }), { scroll: false }));
  });
  const onPoint = useEffectEvent((place: number | undefined, x: number, y: number) => {
    if (place === pointed?.place) return;
    setPointed((at) => (place === undefined ? at && { ...at, place } : { place, last: place, x, y }));
    picture?.mark({ pointed: place });
  });
  useEffect(() => {
    const ctx = canvas.current?.getContext("2d");
    if (!ctx || !host.current) return;
    const made = new Picture(host.current, ctx, {
      onPick: (place) => onPick(place),
      onPoint: (place, x, y) => onPoint(place, x, y),
    });
    setPicture(made);
    return () => made.destroy();
  }, []);

  useEffect(() => {
    if (shown) picture?.show(shown.drawn, shown.places);
  }, [picture, shown]);
  const focus = query.focus === undefined ? undefined : drawn?.placeOf.get(query.focus);
  const isArranged = progress.step === "done";
  useEffect(() => {
    picture?.mark({ focus });
    if (isArranged && drawn && focus !== undefined) picture?.reveal(aroundOf(drawn, focus));
  }, [picture, drawn, focus, isArranged]);
  const { q, state } = query;
  const matches = useMemo(() => drawn && matchesOf(drawn, { q, state }), [drawn, q, state]);
  useEffect(() => {
    picture?.mark({ matches });
    if (isArranged && matches && matches.size > 0 && matches.size < FEW) picture?.reveal([...matches]);
  }, [picture, matches, isArranged]);
  useEffect(() => {
    if (picture === undefined || drawn === undefined) return;
    const pointOut = (id: string | undefined) =>
      picture.mark({ pointed: id === undefined ? undefined : drawn.placeOf.get(id) });
    return followLinks(pointOut);
  }, [picture, drawn]);

  return (
    <div className="@container relative h-full overflow-clip">
      <div
        ref={host}
        role="application"
        aria-label={filledIn(words.label, { works: drawn?.count ?? 0, edges: drawn?.from.length ?? 0 })}
        aria-describedby={HINT}
        className="absolute inset-0 cursor-grab touch-pan-x touch-pan-y active:cursor-grabbing"
      >
        <canvas ref={canvas} className="absolute origin-top-left will-change-transform" />
      </div>
      {pointed && drawn && <Pointed at={pointed} drawn={drawn} counts={words.counts} />}
      <div className="absolute top-3 right-3 flex flex-col gap-1">
        <Tool label={words.closer} onClick={() => picture?.zoomBy(1.5)}>
          <PlusIcon aria-hidden="true" />
        </Tool>
        <Tool label={words.farther} onClick={() => picture?.zoomBy(1 / 1.5)}>
          <MinusIcon aria-hidden="true" />
        </Tool>
        <Tool label={words.fit} onClick={() => picture?.fit()}>
          <EnterFullScreenIcon aria-hidden="true" />
        </Tool>
      </div>
      <p id={HINT} className="pointer-events-none absolute bottom-2 left-3 text-faint text-xs max-sm:sr-only">
        {words.hint}
      </p>
      <div role="status" className="pointer-events-none absolute top-3 left-3 text-muted text-sm">
        {progress.step === "reading" && words.reading}
        {progress.step === "arranging" && words.arranging}
      </div>
      {progress.step === "failed" && (
        <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-surface p-6 text-center text-sm">
          <p className="max-w-sm text-muted">{words.failed}</p>
          <Button size="small" onClick={retry}>
            {words.retry}
          </Button>
        </div>
      )}
    </div>
  );
}

const HINT = "graph-hint";
/** More are seen well enough from afar. */
const FEW = 40;

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Button size="small" aria-label={label} data-tip={label} onClick={onClick} className="size-9! p-0!">
      {children}
    </Button>
  );
}

const aroundOf = (drawn: Drawn, place: number): number[] => [
  place,
  ...(drawn.edgesOf[place] ?? []).map((edge) => otherEnd(drawn, edge, place)),
];

/** The places of what was searched for; undefined if nothing was. */
function matchesOf({ titles, numbers, states }: Drawn, { q, state }: Pick<GraphQuery, "q" | "state">) {
  if (q === undefined && state === undefined) return undefined;
  const isWanted = matcherOf(q);
  const wanted = state === undefined ? undefined : STATES.indexOf(state);
  const matches = new Set<number>();
  titles.forEach((title, place) => {
    const isOfState = wanted === undefined || states[place] === wanted;
    if (isOfState && isWanted({ title, number: numbers[place] ?? 0 })) matches.add(place);
  });
  return matches;
}

/** Links to works, wherever they stand on the page, point their work out while they have the focus or the pointer. */
function followLinks(onWork: (id: string | undefined) => void): () => void {
  const end = new AbortController();
  let last: string | undefined;
  const follow = ({ target }: Event) => {
    const id =
      target instanceof Element ? target.closest<HTMLElement>("[data-work]")?.dataset.work : undefined;
    if (id !== last) onWork(id);
    last = id;
  };
  for (const type of ["focusin", "pointerover"])
    document.querySelector("main")?.addEventListener(type, follow, { signal: end.signal });
  return () => end.abort();
}
