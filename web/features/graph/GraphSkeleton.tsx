import type { ReactNode } from "react";
import { RowSkeletons } from "#components/ui/RowSkeletons.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { PICTURE_HEIGHT } from "./size.ts";

/** The graph on its way: the picture with its panel, and the table. */
export function GraphSkeleton(): ReactNode {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className={`rounded-card ${PICTURE_HEIGHT}`} />
      <RowSkeletons rows={10} height="h-16" />
    </div>
  );
}
