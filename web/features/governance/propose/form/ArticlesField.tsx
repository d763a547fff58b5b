"use client";

import { type ReactNode, useRef } from "react";
import { sha256 } from "viem";
import { Button } from "#components/ui/Button.tsx";
import { useStrings } from "#strings/index.ts";
import type { ActionFieldsProps } from "./ActionFields.tsx";

/** The file with the new articles, of which the chain keeps the hash. */
export function ArticlesField({ action, problems, onChange }: ActionFieldsProps): ReactNode {
  const t = useStrings().propose.actions;
  const input = useRef<HTMLInputElement>(null);
  const { articles, file } = action;
  const isWrong = problems.articles !== undefined;
  const take = async (chosen: File) => {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    onChange({ articles: sha256(bytes), file: chosen.name });
  };
  return (
    <div className="flex flex-col items-start gap-2 text-sm">
      <p className="font-medium">{t.file}</p>
      <Button size="small" aria-invalid={isWrong || undefined} onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) void take(chosen);
          target.value = "";
        }}
      />
      <p className="text-muted">{t.fileHint}</p>
      {articles !== "" && (
        <p role="status" className="[overflow-wrap:anywhere]">
          {file}, {t.sha256} <code className="font-mono text-xs">{articles}</code>
        </p>
      )}
      {isWrong && <p className="text-bad">{problems.articles}</p>}
    </div>
  );
}
