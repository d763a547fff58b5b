"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import type { Strings } from "#strings/index.ts";
import type { ListQuery } from "../query.ts";
import { useLongList } from "./useLongList.ts";

interface GoOnProps {
  query: ListQuery;
  words: Strings["contributions"]["goOn"];
}

/**
 * Lets the list go on below, as far as one scrolls. It waits to be asked: whoever wants to get to the foot of the page would
 * never arrive there, and who hears the page is told what comes.
 */
export function GoOn({ query, words }: GoOnProps): ReactNode {
  const { list, shown } = useLongList(query);
  if (!shown.isOn) {
    return (
      <Button size="small" className="needs-script" onClick={() => list.begin()}>
        {words.begin}
      </Button>
    );
  }
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
