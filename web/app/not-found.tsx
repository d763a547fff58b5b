import { ButtonLink } from "#components/ui/Button.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { getStrings } from "#strings/server.ts";

export default async function NotFound() {
  const t = (await getStrings()).shell.notFound;
  return (
    <EmptyState level={1} title={t.title} action={<ButtonLink href="/contributions">{t.action}</ButtonLink>}>
      {t.text}
    </EmptyState>
  );
}
