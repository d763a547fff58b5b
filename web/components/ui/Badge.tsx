import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";

export type Tone = "neutral" | "accent" | "commons" | "good" | "bad" | "violet";

const TONES: Record<Tone, string> = {
  neutral: "bg-sunken text-muted",
  accent: "bg-accent-soft text-accent",
  commons: "bg-commons-soft text-commons",
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  violet: "bg-violet-soft text-violet",
};

interface BadgeProps {
  tone?: Tone;
  /** A dot before the text, for states. */
  dot?: boolean;
  children: ReactNode;
}

export function Badge({ tone = "neutral", dot = false, children }: BadgeProps): ReactNode {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 whitespace-nowrap align-middle rounded-full px-2 py-0.5 font-medium text-xs",
        TONES[tone],
      )}
    >
      {dot && <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />}
      {children}
    </span>
  );
}
