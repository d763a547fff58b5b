import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";

interface TipProps {
  /** What is shown on hover and focus. */
  text: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A word with more to say. The layout's TipLayer shows it, so that a page of hundreds costs no script for each. */
export function Tip({ text, className, children }: TipProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must reach what hovering shows
    <span data-tip={text} tabIndex={0} className={cx("cursor-default", className)}>
      {children}
    </span>
  );
}
