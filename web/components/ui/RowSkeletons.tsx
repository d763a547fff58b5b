import type { ReactNode } from "react";
import { Skeleton } from "./Skeleton.tsx";

/** Rows of a list that is on its way, each as high as one that is there. */
export function RowSkeletons({ rows, height = "h-[3.25rem]" }: { rows: number; height?: string }): ReactNode {
  return (
    <div className="divide-y overflow-clip rounded-card border bg-surface">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={row} className={`flex items-center gap-4 px-4 ${height}`}>
          <Skeleton className="h-4 flex-1" />
          <Skeleton className="h-4 w-24" />
        </div>
      ))}
    </div>
  );
}
