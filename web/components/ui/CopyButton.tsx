"use client";

import { CheckIcon, CopyIcon } from "@radix-ui/react-icons";
import { type ReactNode, useEffect, useState } from "react";
import { useApp } from "#lib/app/AppProvider.tsx";

const SHOWN_MS = 1_600;

/** Copies a text, and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }): ReactNode {
  const { words } = useApp();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <button
      type="button"
      aria-label={label ?? words.copy}
      onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      className="needs-script inline-flex size-6 shrink-0 items-center justify-center rounded text-faint hover:bg-sunken hover:text-ink"
    >
      {isCopied ? <CheckIcon className="text-good" /> : <CopyIcon />}
      <span role="status" className="sr-only">
        {isCopied ? words.copied : ""}
      </span>
    </button>
  );
}
