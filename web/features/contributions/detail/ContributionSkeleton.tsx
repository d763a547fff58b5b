import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";

export function ContributionSkeleton(): ReactNode {
  return (
    <div aria-hidden="true">
      <Skeleton className="mb-3 h-5 w-36" />
      <Skeleton className="mb-3 h-9 w-3/4" />
      <Skeleton className="mb-8 h-5 w-1/2" />
      <Skeleton className="mb-6 h-14 w-full max-w-xl" />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-96 lg:order-2" />
        <div className="grid gap-4">
          <Skeleton className="h-80" />
          <Skeleton className="h-60" />
        </div>
      </div>
    </div>
  );
}
