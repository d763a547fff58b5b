import type { ReactNode } from "react";
import { Avatar } from "#components/ui/Avatar.tsx";
import { Link } from "#components/ui/Link.tsx";
import { cx } from "#lib/cx.ts";
import { useStrings } from "#strings/index.ts";

interface WorkTitleProps {
  work: { id: string; number: number; title: string | null };
  /** On one line, however long it is. */
  isEven?: boolean;
  /** In a column of several: on phones without its sign, for which there is no room. */
  narrow?: boolean;
}

/** A work by its title, or by its number if this index has no evidence of it. */
export function WorkTitle({
  work: { id, number, title },
  isEven = false,
  narrow = false,
}: WorkTitleProps): ReactNode {
  const t = useStrings().common;
  return (
    <Link href={`/contributions/${id}`} className="group flex min-w-0 items-start gap-2.5 text-ink">
      <span className={cx("mt-px", narrow && "max-md:hidden")}>
        <Avatar of={id} shape="diamond" />
      </span>
      <span
        className={cx(
          isEven ? "line-clamp-1" : "line-clamp-2",
          "font-medium [overflow-wrap:anywhere] group-hover:text-accent group-hover:underline",
        )}
      >
        {title ?? t.untitled(number)}
      </span>
    </Link>
  );
}
