import type { ReactNode } from "react";
import { Skeleton } from "./Skeleton.tsx";

/** A page about one thing, on its way: its head, its figures, its cards. */
export function DetailSkeleton(): ReactNode {
  return (
    <div aria-hidden="true" className="grid gap-4">
      <div>
        <Skeleton className="mb-2 h-5 w-24" />
        <Skeleton className="h-11 w-full max-w-xl" />
        <Skeleton className="mt-3 mb-2 h-5 w-48" />
      </div>
      <Skeleton className="h-28" />
      <Skeleton className="h-56" />
      <Skeleton className="h-56" />
    </div>
  );
}
