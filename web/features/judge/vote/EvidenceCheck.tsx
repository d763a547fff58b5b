"use client";

import { createApi } from "@azora/sdk/api";
import { CheckCircledIcon } from "@radix-ui/react-icons";
import { type ReactNode, useEffect, useState } from "react";
import { Notice } from "#components/ui/Notice.tsx";
import { faultsOf } from "#features/contributions/evidence.ts";
import { FaultList } from "#features/contributions/FaultList.tsx";
import type { ContributionDetail } from "#lib/api/types.ts";
import { useApp } from "#lib/app/AppProvider.tsx";
import { useStrings } from "#strings/index.ts";
import { checkEvidence, type EvidenceState } from "../model/evidence.ts";

interface EvidenceCheckProps {
  work: ContributionDetail;
  chainId: number;
}

/** Whether the evidence on the page is what was registered, and speaks of this work, as this browser finds out by itself. */
export function EvidenceCheck({ work, chainId }: EvidenceCheckProps): ReactNode {
  const t = useStrings().judge.evidence;
  const { apiUrl } = useApp();
  const [state, setState] = useState<EvidenceState | { kind: "checking" }>({ kind: "checking" });
  // The page is rendered anew with each block; what was registered never changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `work.id` stands for `work`
  useEffect(() => {
    let isCurrent = true;
    checkEvidence(createApi(apiUrl), work.evidenceHash, (manifest) => faultsOf(manifest, work, chainId)).then(
      (found) => isCurrent && setState(found),
    );
    return () => {
      isCurrent = false;
    };
  }, [apiUrl, work.id, chainId]);
  const { kind } = state;
  if (kind === "good" || kind === "checking") {
    return (
      <p role="status" className="flex items-start gap-2 text-muted text-sm">
        <CheckCircledIcon
          aria-hidden="true"
          className={kind === "good" ? "mt-0.5 shrink-0 text-good" : "mt-0.5 shrink-0 opacity-30"}
        />
        {t[kind]}
      </p>
    );
  }
  return (
    <Notice tone={kind === "unknown" ? "warning" : "bad"} role="alert">
      <p>{t[kind]}</p>
      {kind === "foreign" && <FaultList faults={state.faults} />}
    </Notice>
  );
}
