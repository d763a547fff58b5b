import type { Problems } from "../model/check.ts";
import type { Draft } from "../model/draft.ts";

/** What each part of the form is given: all of the draft, what to say about it, and a way to change it. */
export interface Section {
  readonly draft: Draft;
  /** Only what is to be shown: nothing before somebody tried to send it. */
  readonly problems: Problems;
  readonly change: (part: Partial<Draft>) => void;
}
