"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import type { Strings } from "#strings/index.ts";
import { goOn, useGoesOn } from "./goingOn.ts";

const State = dynamic(() => import("./State.tsx").then((module) => module.State), { ssr: false });

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
  if (useGoesOn(address)) return <State address={address} words={words} />;
  return (
    <Button size="small" className="needs-script" onClick={() => goOn(address)}>
      {words.begin}
    </Button>
  );
}
