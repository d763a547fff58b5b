import type { ReactNode } from "react";
import { Skeleton } from "#components/ui/Skeleton.tsx";

/** The figures, and the articles that follow. */
export function ConstitutionSkeleton(): ReactNode {
  return (
    <div aria-hidden="true" className="grid gap-4">
      <Skeleton className="h-72 rounded-card sm:h-32" />
      <Skeleton className="mt-6 h-14 max-w-lg" />
      <Skeleton className="h-[60rem]" />
    </div>
  );
}
