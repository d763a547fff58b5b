import type { ReactNode } from "react";
import { Badge, type Tone } from "#components/ui/Badge.tsx";
import { useStrings } from "#strings/index.ts";
import type { ProposalState } from "./model.ts";

const TONES: Record<ProposalState, Tone> = {
  Pending: "neutral",
  Active: "commons",
  Succeeded: "accent",
  Queued: "violet",
  Executed: "good",
  Defeated: "bad",
  Canceled: "neutral",
};

export function StateBadge({ state }: { state: ProposalState }): ReactNode {
  const t = useStrings().governance;
  return (
    <Badge tone={TONES[state]} dot>
      {t.state[state]}
    </Badge>
  );
}
