import type { ReactNode } from "react";
import { Amount } from "#components/ui/Amount.tsx";
import type { Protocol } from "#lib/api/types.ts";
import { group } from "#lib/format/amount.ts";
import { formatPercent } from "#lib/format/percent.ts";
import { useStrings } from "#strings/index.ts";
import { ceilingAfter, ceilingLine, placeOf } from "./emission.ts";
import { partOf } from "./figures.ts";

const WIDTH = 460;
const HEIGHT = 74;

/** What was minted, against the ceiling that only time lifts. */
export function Emission({ protocol }: { protocol: Protocol }): ReactNode {
  const t = useStrings().home;
  const { supply, maxSupply, epoch } = protocol;
  const part = partOf(BigInt(supply), BigInt(maxSupply));
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="font-semibold text-3xl tracking-tight">
          <Amount trim wei={supply} />
        </p>
        <p className="text-muted text-sm">
          {t.supplyOf} <Amount trim wei={maxSupply} className="text-ink" />
        </p>
      </div>
      <Curve epoch={epoch} part={part} />
      <p className="mt-2 text-faint text-xs">
        {t.ceiling(group(epoch))} <Amount trim wei={ceilingAfter(epoch + 1)} />.{" "}
        {t.supplyNote(formatPercent(part))}
      </p>
    </>
  );
}

function Curve({ epoch, part }: { epoch: number; part: number }): ReactNode {
  const t = useStrings().home;
  const line = ceilingLine(WIDTH, HEIGHT);
  const now = placeOf(epoch + 1, WIDTH, HEIGHT);
  const minted = HEIGHT - part * HEIGHT;
  return (
    <svg
      viewBox={`0 -4 ${WIDTH} ${HEIGHT + 5}`}
      role="img"
      aria-label={t.ceilingPicture}
      className="mt-4 h-auto w-full overflow-visible"
    >
      <path d={`${line} V${HEIGHT} H0 Z`} className="fill-sunken" />
      <path d={line} fill="none" strokeWidth="1.5" className="stroke-edge" />
      <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-line" />
      <line
        x1="0"
        x2={now.x}
        y1={minted}
        y2={minted}
        strokeWidth="2.5"
        strokeLinecap="round"
        className="stroke-accent-fill"
      />
      <line x1={now.x} x2={now.x} y1={HEIGHT} y2={now.y} strokeDasharray="2 3" className="stroke-accent" />
      <circle cx={now.x} cy={now.y} r="3.5" className="fill-accent" />
    </svg>
  );
}
