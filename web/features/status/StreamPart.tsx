"use client";

import type { ReactNode } from "react";
import { type Hearing, useHearing } from "#lib/live/hearing.ts";
import type { Standing } from "./model.ts";
import { Part } from "./Part.tsx";

const AS: Record<Hearing, Standing> = { unknown: "unknown", streamed: "well", asked: "late", away: "bad" };

interface StreamPartProps {
  title: string;
  words: Record<Standing, string>;
  states: Record<Hearing, string>;
}

/** Whether this page hears of new blocks: the one part that only the browser knows. */
export function StreamPart({ title, words, states }: StreamPartProps): ReactNode {
  const hearing = useHearing();
  const standing = AS[hearing];
  return <Part title={title} standing={standing} word={words[standing]} sentence={states[hearing]} />;
}
