"use client";

import { Button } from "#components/ui/Button.tsx";
import { EmptyState } from "#components/ui/EmptyState.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";

/** For what nobody foresaw. That the API does not answer is foreseen, see Reading. */
export default function PageTrouble({ retry }: { error: unknown; retry: () => void }) {
  const { trouble } = useApp().words;
  return (
    <div role="alert">
      <EmptyState level={1} title={trouble.title} action={<Button onClick={retry}>{trouble.retry}</Button>}>
        {trouble.text}
      </EmptyState>
    </div>
  );
}
