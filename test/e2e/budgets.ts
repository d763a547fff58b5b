// What pages may cost, by hand. A page that needs more needs a reason, written here.

/** Compressed JavaScript that comes before anybody connects, in kB: test/e2e/everyPage.test.ts. */
export const SCRIPT_KB = 150;

/**
 * Pages that have not come down to it yet. The graph's picture comes with its page, and brings all words of the app, which
 * are 40 kB of it: its own would have to come from the server, as those of the first load do.
 */
export const SCRIPT_KB_OF: Readonly<Record<string, number>> = { "/graph": 215 };

/** Lighthouse's scores for a phone, of 100, the median of five: test/e2e/lighthouse.test.ts. */
export const SCORES = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
/** By the same runs: when the largest part of a page is there, and how far it jumps. */
export const LARGEST_PAINT_MS = 1_800;
export const LAYOUT_SHIFT = 0.02;
