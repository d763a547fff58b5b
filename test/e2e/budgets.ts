// What pages may cost, by hand. A page that needs more needs a reason, written here.

/** Compressed JavaScript that comes before anybody connects, in kB: test/e2e/everyPage.test.ts. */
export const SCRIPT_KB = 150;

/** Pages that need more. The graph's picture, with what draws and moves 5,000 works, is loaded by itself once the page is there. */
export const SCRIPT_KB_OF: Readonly<Record<string, number>> = { "/graph": 187 };

/** Lighthouse's scores for a phone, of 100, the median of five: test/e2e/lighthouse.test.ts. */
export const SCORES = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
/** By the same runs: when the largest part of a page is there, and how far it jumps. */
export const LARGEST_PAINT_MS = 1_800;
export const LAYOUT_SHIFT = 0.02;

/** What scripts may take for a frame, by the processor's clock, while a graph is moved: test/e2e/graph.test.ts. */
export const FRAME_MS = 8;

/** What 98 of 100 clicks and keys of a journey may take until they are painted, at a fourth of the processor: test/e2e/latency.test.ts. */
export const INTERACTION_MS = 100;
