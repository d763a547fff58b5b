"use client";

import { CheckIcon, CopyIcon } from "@radix-ui/react-icons";
import { type ReactNode, useEffect, useState } from "react";
import { announce } from "#lib/announce.ts";
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
  const copy = async () => {
    // Browsers have no clipboard on pages without TLS, and may refuse it on others.
    const isDone = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(isDone === true);
    announce(isDone ? words.copied : words.notCopied);
  };
  return (
    <button
      type="button"
      aria-label={label ?? words.copy}
      onClick={copy}
      className="needs-script inline-flex size-6 shrink-0 items-center justify-center rounded text-faint hover:bg-sunken hover:text-ink"
    >
      {isCopied ? <CheckIcon className="text-good" /> : <CopyIcon />}
    </button>
  );
}
