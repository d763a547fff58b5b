import type { ReactNode } from "react";

/** In which ways evidence speaks of another registration than the work's. */
export function FaultList({ faults }: { faults: readonly string[] }): ReactNode {
  return (
    <ul className="mt-2 list-disc space-y-1 break-words pl-4">
      {faults.map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
    </ul>
  );
}
