import { ArrowRightIcon, DoubleArrowLeftIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { useStrings } from "#strings/index.ts";
import { ButtonLink } from "./Button.tsx";

interface PaginationProps {
  /** The address of the first page, unless this is it. */
  first: string | undefined;
  /** The address of the page after this one, unless this is the last. */
  next: string | undefined;
  /** Between the two: another way on. */
  children?: ReactNode;
}

/** Cursors lead forwards and stay right while rows come in on top; backwards leads the browser's own button. */
export function Pagination({ first, next, children }: PaginationProps): ReactNode {
  const t = useStrings();
  if (first === undefined && next === undefined) return null;
  return (
    <nav data-place="" aria-label={t.common.pages} className="flex items-center justify-between gap-3">
      {first === undefined ? (
        <span />
      ) : (
        <ButtonLink href={first} size="small">
          <DoubleArrowLeftIcon aria-hidden="true" />
          {t.common.firstPage}
        </ButtonLink>
      )}
      {children}
      {next !== undefined && (
        <ButtonLink href={next} size="small">
          {t.common.nextPage}
          <ArrowRightIcon aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  );
}
