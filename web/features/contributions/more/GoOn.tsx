"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { useApp } from "#lib/app/AppProvider.tsx";
import type { Strings } from "#strings/index.ts";
import { goOn, useGoing } from "./goingOn.ts";

export interface GoOnProps {
  /** Of the list. */
  address: string;
  words: Strings["contributions"]["goOn"];
}

/**
 * Lets the list go on below, as far as one scrolls. It waits to be asked: whoever wants to get to the foot of the page would
 * never arrive there, and who hears the page is told what comes.
 */
export function GoOn({ address, words }: GoOnProps): ReactNode {
  const { language } = useApp();
  const going = useGoing(address);
  const begin = (label: string) => (
    <Button size="small" onClick={() => void goOn(address, language)}>
      {label}
    </Button>
  );
  return (
    <div className="needs-script flex items-center gap-3 text-muted text-sm">
      {/* Here before there is anything to say: what comes along with its text, screen readers may leave unsaid. */}
      <span role="status" className="empty:absolute">
        {going.status === "loading" && words.asking}
        {going.status === "failed" && words.failed}
        {going.status === "on" && <going.code.State address={address} words={words} />}
      </span>
      {going.status === "waiting" && begin(words.begin)}
      {going.status === "failed" && begin(words.retry)}
      {going.status === "on" && <going.code.Retry address={address} words={words} />}
    </div>
  );
}
