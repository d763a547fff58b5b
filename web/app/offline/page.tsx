import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/Button.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { getStrings } from "#strings/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { offline } = (await getStrings()).shell;
  return { title: offline.title, robots: { index: false } };
}

/** Stands in for a page that was never read here, while there is no connection. */
export default async function OfflinePage() {
  const t = (await getStrings()).shell.offline;
  return (
    <EmptyState level={1} title={t.title} action={<ButtonLink href="/">{t.action}</ButtonLink>}>
      {t.text}
    </EmptyState>
  );
}
