import type { ReactNode } from "react";
import { useStrings } from "#strings/index.ts";
import type { Drawn } from "./drawn.ts";

export interface PointedAt {
  place: number;
  /** Where it is seen. */
  x: number;
  y: number;
}

/** What the pointer is over. */
export function Pointed({ at: { place, x, y }, drawn }: { at: PointedAt; drawn: Drawn }): ReactNode {
  const t = useStrings().graph;
  const edges = drawn.edgesOf[place] ?? [];
  const upstream = edges.filter((edge) => drawn.from[edge] === place).length;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-0 left-0 max-w-64 rounded-control border bg-raised px-3 py-2 text-sm shadow-float"
      style={{ transform: `translate(clamp(0.5rem, ${x}px - 50%, 100cqw - 100% - 0.5rem), ${y + 16}px)` }}
    >
      <p className="line-clamp-2 font-medium">{drawn.titles[place]}</p>
      <p className="figure text-faint text-xs">{t.picture.counts(upstream, edges.length - upstream)}</p>
    </div>
  );
}
