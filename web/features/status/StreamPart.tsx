"use client";

import type { ReactNode } from "react";
import { type Hearing, useHearing } from "#lib/live/hearing.ts";

/** Whether this page hears of new blocks: the one part that only the browser knows. How each looks comes from the server. */
export function StreamPart({ looks }: { looks: Readonly<Record<Hearing, ReactNode>> }): ReactNode {
  return looks[useHearing()];
}
