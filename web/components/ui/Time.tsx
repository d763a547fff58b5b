import type { ReactNode } from "react";
import { exactTime, isoTime, relativeTime } from "#lib/format/time.ts";
import { useStrings } from "#strings/index.ts";
import { Tip } from "./Tip.tsx";

interface TimeProps {
  /** In seconds, by the chain's clock. */
  at: number;
  /** The time of the block that the page shows. */
  now: number;
  className?: string;
}

/** A time as seen from the block that the page shows; the exact one on hover and focus. */
export function Time({ at, now, className }: TimeProps): ReactNode {
  const { tag } = useStrings().language;
  return (
    <Tip text={exactTime(at)} className={className}>
      <time dateTime={isoTime(at)} className="whitespace-nowrap">
        {relativeTime(at, now, tag)}
      </time>
    </Tip>
  );
}
