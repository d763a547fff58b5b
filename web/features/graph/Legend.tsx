import type { ReactNode } from "react";
import { useStrings } from "#strings/index.ts";
import { STATES, type State } from "./model/graph.ts";

const LOOKS: Record<State, string> = {
  paid: "fill-accent-fill stroke-accent-fill",
  open: "fill-surface stroke-accent-fill",
  unpaid: "fill-edge stroke-edge",
};

/** A work's disc, as the picture has it. */
export function StateMark({ state }: { state: State }): ReactNode {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3">
      <circle cx="6" cy="6" r={state === "unpaid" ? 3.5 : 4.5} strokeWidth="1.5" className={LOOKS[state]} />
    </svg>
  );
}

function LineMark({ className }: { className: string }): ReactNode {
  return (
    <svg viewBox="0 0 20 12" aria-hidden="true" className="h-3 w-5">
      <path d="M1,9 Q10,0 19,6" strokeWidth="2" strokeLinecap="round" fill="none" className={className} />
    </svg>
  );
}

/** How to read the picture. */
export function Legend(): ReactNode {
  const t = useStrings().graph;
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1.5 text-muted text-xs">
      {STATES.map((state) => (
        <span key={state} className="inline-flex items-center gap-1.5">
          <StateMark state={state} /> {t.state[state]}
        </span>
      ))}
      <span className="inline-flex items-center gap-1.5">
        <LineMark className="stroke-violet" /> {t.legend.upstream}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <LineMark className="stroke-accent-fill" /> {t.legend.citedBy}
      </span>
      <span>{t.legend.size}</span>
      <span>{t.legend.time}</span>
    </div>
  );
}
