import type { ReactNode } from "react";
import type { Drawn } from "./drawn.ts";
import { filledIn } from "./words.ts";

export interface PointedAt {
  /** Undefined while the pointer is over none. */
  place: number | undefined;
  /** The last one, whose words stay: to hide them costs less than to take them away. */
  last: number;
  /** Where it is seen. */
  x: number;
  y: number;
}

interface PointedProps {
  at: PointedAt;
  drawn: Drawn;
  /** How often it cites and is cited, in words. */
  counts: string;
}

/** What the pointer is over. */
export function Pointed({ at: { place, last, x, y }, drawn, counts }: PointedProps): ReactNode {
  const edges = drawn.edgesOf[last] ?? [];
  const upstream = edges.filter((edge) => drawn.from[edge] === last).length;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-0 left-0 max-w-64 rounded-control border bg-raised px-3 py-2 text-sm shadow-float"
      style={{
        visibility: place === undefined ? "hidden" : "visible",
        transform: `translate(clamp(0.5rem, ${x}px - 50%, 100cqw - 100% - 0.5rem), ${y + 16}px)`,
      }}
    >
      <p className="line-clamp-2 font-medium">{drawn.titles[last]}</p>
      <p className="figure text-faint text-xs">
        {filledIn(counts, { upstream, citedBy: edges.length - upstream })}
      </p>
    </div>
  );
}
