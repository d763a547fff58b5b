import type { ReactNode } from "react";
import type { Said } from "#lib/said.ts";

/** Says which language it is in, where that may be another one than the page's, so that it is read out as what it is. */
export function Sentence({ said: { sentence, isEnglish } }: { said: Said }): ReactNode {
  return isEnglish ? <span lang="en">{sentence}</span> : sentence;
}
