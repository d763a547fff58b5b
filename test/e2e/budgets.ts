// What pages may cost, by hand: measured by test/e2e/everyPage.test.ts. A page that needs more needs a reason, written here.

/** Compressed JavaScript that comes before anybody connects, in kB. */
export const SCRIPT_KB = 150;

/**
 * Pages that have not come down to it yet. The graph's picture comes with its page, and brings all words of the app, which
 * are 40 kB of it: its own would have to come from the server, as those of the first load do.
 */
export const SCRIPT_KB_OF: Readonly<Record<string, number>> = { "/graph": 215 };
