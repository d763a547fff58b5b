import type { ReactNode } from "react";
import { cx } from "#lib/cx.ts";

interface CardProps {
  /** A heading of the second level, or of the third inside a section that has one. */
  title?: ReactNode;
  level?: 2 | 3;
  /** Beside the title. */
  aside?: ReactNode;
  /** Without the padding: for tables, which have their own. */
  flush?: boolean;
  className?: string | undefined;
  id?: string;
  children: ReactNode;
}

export function Card({
  title,
  level = 2,
  aside,
  flush = false,
  className,
  id,
  children,
}: CardProps): ReactNode {
  const Heading = `h${level}` as const;
  return (
    <section
      {...(id && { id })}
      className={cx("min-w-0 overflow-clip rounded-card border bg-surface shadow-card", className)}
    >
      {title !== undefined && (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 pt-4 sm:px-5">
          <Heading className="font-semibold">{title}</Heading>
          {aside !== undefined && <div className="text-muted text-sm">{aside}</div>}
        </div>
      )}
      <div
        className={cx(
          flush ? "pt-2" : "px-4 pb-4 sm:px-5 sm:pb-5",
          !flush && (title ? "pt-3" : "pt-4 sm:pt-5"),
        )}
      >
        {children}
      </div>
    </section>
  );
}
