import type { Metadata } from "next";
import { Pending } from "#components/shell/Pending.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { StatusView } from "#features/status/StatusView.tsx";
import { getStrings } from "#strings/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { status } = await getStrings();
  return { title: status.title, description: status.lead };
}

export default async function StatusPage() {
  const { status: t } = await getStrings();
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Pending skeleton={<StatusSkeleton />}>
        <StatusView />
      </Pending>
    </>
  );
}

function StatusSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-4">
      <Skeleton className="h-16" />
      <Skeleton className="h-56" />
      <Skeleton className="h-64" />
      <Skeleton className="h-80" />
      <Skeleton className="h-24" />
    </div>
  );
}
