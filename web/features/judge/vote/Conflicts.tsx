"use client";

import type { Deployment } from "@azora/sdk";
import type { ReactNode } from "react";
import type { Address } from "viem";
import { Notice } from "#components/ui/Notice.tsx";
import { useStrings } from "#strings/index.ts";
import type { Judged } from "./judged.ts";
import { useConflicts } from "./useConflicts.ts";

interface ConflictsProps {
  deployment: Deployment;
  account: Address;
  judged: Judged;
}

/** What stands between the judge and the work, before anything is read or sealed. */
export function Conflicts({ deployment, account, judged }: ConflictsProps): ReactNode {
  const t = useStrings().judge.conflict;
  const conflicts = useConflicts(deployment, account, judged);
  if (conflicts.status === "checking") return <Notice role="status">{t.checking}</Notice>;
  if (conflicts.status === "unknown") {
    return (
      <Notice tone="warning" role="status">
        {t.unknown} {t.honour}
      </Notice>
    );
  }
  if (conflicts.kinds.length === 0) {
    return (
      <Notice tone="good" role="status" title={t.none}>
        {t.honour}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" role="alert" title={t.title}>
      {conflicts.kinds.map((kind) => (
        <p key={kind}>{t.kinds[kind]}</p>
      ))}
    </Notice>
  );
}
