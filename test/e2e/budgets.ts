// What pages may cost, by hand: measured by test/e2e/everyPage.test.ts. A page that needs more needs a reason, written here.

/** Compressed JavaScript that comes before anybody connects, in kB. */
export const SCRIPT_KB = 150;
