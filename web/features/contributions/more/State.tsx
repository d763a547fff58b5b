"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import type { GoOnProps } from "./GoOn.tsx";
import { useLongList } from "./useLongList.ts";

/** How far the list is loaded. */
export function State({ address, words }: GoOnProps): ReactNode {
  const { next, count, status } = useLongList(address).shown;
  if (status === "failed") return words.failed;
  if (next === null && count > 0) return words.end;
  return status === "quiet" ? words.on : words.asking;
}

/** What to do if more could not be loaded. */
export function Retry({ address, words }: GoOnProps): ReactNode {
  const { list, shown } = useLongList(address);
  return (
    shown.status === "failed" && (
      <Button size="small" onClick={() => list.retry()}>
        {words.retry}
      </Button>
    )
  );
}
