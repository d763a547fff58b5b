import type { Metadata } from "next";
import { Pending } from "#components/shell/Pending.tsx";
import { PageHead } from "#components/ui/PageHead.tsx";
import { Skeleton } from "#components/ui/Skeleton.tsx";
import { DevelopersView } from "#features/developers/DevelopersView.tsx";
import { getStrings } from "#strings/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { developers } = await getStrings();
  return { title: developers.title, description: developers.lead };
}

export default async function DevelopersPage() {
  const { developers: t } = await getStrings();
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Pending skeleton={<DevelopersSkeleton />}>
        <DevelopersView />
      </Pending>
    </>
  );
}

function DevelopersSkeleton() {
  return (
    <div aria-hidden="true" className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Skeleton className="h-28" />
        <Skeleton className="h-28" />
        <Skeleton className="h-28" />
        <Skeleton className="h-28" />
      </div>
      <Skeleton className="h-80" />
      <Skeleton className="h-[48rem]" />
      <Skeleton className="h-[80rem]" />
    </div>
  );
}
