"use client";

import { createApi } from "@azora/sdk/api";
import { CheckCircledIcon } from "@radix-ui/react-icons";
import { type ReactNode, useEffect, useState } from "react";
import { Notice } from "#components/ui/Notice.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useStrings } from "#strings/index.ts";
import { checkEvidence, type EvidenceState } from "../model/evidence.ts";

/** Whether the evidence on the page is what was registered, as this browser finds out by itself. */
export function EvidenceCheck({ hash }: { hash: string }): ReactNode {
  const t = useStrings().judge.evidence;
  const { apiUrl } = useApp();
  const [state, setState] = useState<EvidenceState | "checking">("checking");
  useEffect(() => {
    let isCurrent = true;
    checkEvidence(createApi(apiUrl), hash).then((found) => isCurrent && setState(found));
    return () => {
      isCurrent = false;
    };
  }, [apiUrl, hash]);
  if (state === "good" || state === "checking") {
    return (
      <p role="status" className="flex items-start gap-2 text-muted text-sm">
        <CheckCircledIcon
          aria-hidden="true"
          className={state === "good" ? "mt-0.5 shrink-0 text-good" : "mt-0.5 shrink-0 opacity-30"}
        />
        {t[state]}
      </p>
    );
  }
  return (
    <Notice tone={state === "unknown" ? "warning" : "bad"} role="alert">
      {t[state]}
    </Notice>
  );
}
