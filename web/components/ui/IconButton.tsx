"use client";

import type { ComponentProps, ReactNode } from "react";
import { cx } from "#lib/cx.ts";

/** A button that is only an icon; its label is what screen readers and the tooltip say. */
export function IconButton({
  label,
  className,
  ...rest
}: { label: string } & ComponentProps<"button">): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tip={label}
      className={cx(
        "inline-flex size-10 shrink-0 items-center justify-center rounded-control text-faint hover:bg-sunken hover:text-ink disabled:cursor-not-allowed disabled:opacity-40 aria-disabled:cursor-not-allowed aria-disabled:opacity-40",
        className,
      )}
    />
  );
}
