import type { ReactNode } from "react";

/** The parts side by side, for the eye; the numbers stand beside the names. */
export function ShareBar({ weights }: { weights: readonly number[] }): ReactNode {
  return (
    <div aria-hidden="true" className="mt-4 flex h-2 gap-0.5 overflow-hidden rounded-full">
      {weights.map((weight, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no names, only an order
          key={place}
          className="min-w-0.5 bg-accent-fill"
          style={{
            flexGrow: weight,
            flexBasis: 0,
            opacity: 1 - 0.55 * (place / Math.max(weights.length, 2)),
          }}
        />
      ))}
    </div>
  );
}
