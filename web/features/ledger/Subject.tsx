import { ruleNames } from "@azora/sdk";
import type { ReactNode } from "react";
import { NodeTag } from "#components/ui/Tag.tsx";
import type { Record } from "#lib/api/types.ts";
import { shortHex } from "#lib/format/hex.ts";

interface SubjectProps {
  record: Pick<Record, "kind" | "subject">;
  copy?: boolean;
}

/** What a decision is about: for most kinds a node, for an amendment a rule, for an anchor whatever was anchored. */
export function Subject({ record: { kind, subject }, copy = false }: SubjectProps): ReactNode {
  if (kind === "Amended") return ruleNames[Number(BigInt(subject))] ?? shortHex(subject);
  if (kind === "Anchored") return <code className="font-mono text-xs">{shortHex(subject)}</code>;
  return <NodeTag node={subject} copy={copy} />;
}
