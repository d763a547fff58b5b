import type { ComponentProps, ReactNode } from "react";
import { cx } from "#lib/cx.ts";
import { Link } from "./Link.tsx";

export interface Look {
  variant?: "primary" | "secondary" | "quiet" | "danger" | undefined;
  size?: "small" | "medium" | "large" | undefined;
}

const VARIANTS = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong border-transparent",
  secondary: "bg-raised text-ink border-edge hover:bg-sunken",
  quiet: "bg-transparent text-ink border-transparent hover:bg-sunken",
  danger: "bg-bad text-on-accent border-transparent hover:opacity-90",
} as const;

const SIZES = {
  small: "h-8 px-3 text-sm gap-1.5",
  medium: "h-10 px-4 text-sm gap-2",
  large: "h-12 px-5 text-base gap-2",
} as const;

export function buttonClass({ variant = "secondary", size = "medium" }: Look = {}): string {
  return cx(
    "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control border font-medium no-underline",
    "transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50",
    VARIANTS[variant],
    SIZES[size],
  );
}

interface ButtonProps extends Look, ComponentProps<"button"> {
  /**
   * What it does is under way: it does nothing now, and keeps the focus, which a disabled one loses. For client components.
   */
  busy?: boolean;
}

export function Button({
  variant,
  size,
  className,
  type = "button",
  busy = false,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      {...rest}
      {...(busy && { "aria-disabled": true, onClick: refuse })}
      type={type}
      className={cx(buttonClass({ variant, size }), className)}
    />
  );
}

/** Keeps a form from being sent, too. */
const refuse = (event: { preventDefault: () => void }): void => event.preventDefault();

export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: Look & ComponentProps<typeof Link>): ReactNode {
  return <Link {...rest} className={cx(buttonClass({ variant, size }), className)} />;
}
