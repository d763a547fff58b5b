"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import type { GoOnProps } from "./GoOn.tsx";
import { useLongList } from "./useLongList.ts";

/** How far the list is loaded, and what to do if it could not be. */
export function State({ address, words }: GoOnProps): ReactNode {
  const { list, shown } = useLongList(address);
  const isAtEnd = shown.next === null && shown.count > 0;
  const isFailed = shown.status === "failed";
  const isQuiet = shown.status === "quiet";
  return (
    <div className="flex items-center gap-3 text-muted text-sm">
      <span role="status">
        {isFailed ? words.failed : isAtEnd ? words.end : isQuiet ? words.on : words.asking}
      </span>
      {isFailed && (
        <Button size="small" onClick={() => list.retry()}>
          {words.retry}
        </Button>
      )}
    </div>
  );
}
