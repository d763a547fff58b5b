import type { ReactNode } from "react";
import { Badge, type Tone } from "#components/ui/Badge.tsx";
import type { Phase } from "#lib/api/types.ts";
import { useStrings } from "#strings/index.ts";

const TONES: Record<Phase, Tone> = {
  None: "neutral",
  Armed: "neutral",
  Voting: "commons",
  Scored: "violet",
  Accepted: "accent",
  Settled: "good",
  Rejected: "bad",
  Void: "neutral",
};

export function PhaseBadge({ phase }: { phase: Phase }): ReactNode {
  const t = useStrings().phases;
  return (
    <Badge tone={TONES[phase]} dot>
      {t.label[phase]}
    </Badge>
  );
}
