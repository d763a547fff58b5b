import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";

/** The cards of the page, each as high as what comes. */
export function CommonsSkeleton(): ReactNode {
  return (
    <div aria-hidden="true" className="grid gap-4">
      <Skeleton className="h-48 rounded-card sm:h-36" />
      <Skeleton className="h-[32rem]" />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Skeleton className="h-96" />
        <Skeleton className="h-96" />
      </div>
      <Skeleton className="h-56" />
    </div>
  );
}
