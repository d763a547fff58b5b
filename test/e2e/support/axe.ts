import axe from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2 up to AA, and what axe holds to be good practice beyond it. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ALL: axe.RunOptions = { runOnly: { type: "tag", values: RULES }, resultTypes: ["violations"] };
/** The themes differ in their colours alone. */
const COLOURS: axe.RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
  resultTypes: ["violations"],
};
const WIDTHS = [390, 1440] as const;
const THEMES = [
  ["light", ALL],
  ["dark", COLOURS],
] as const;
const HEIGHT = 1_000;
/** With a title, which comes last. A colour on its way to another is neither, and one that is inherited sets out anew in each descendant. */
const isSettled = () =>
  document.title !== "" && document.getAnimations().every(({ playState }) => playState !== "running");

/**
 * What axe finds in a page as it stands, in both themes and at both widths, as lines that say where.
 * @param only the widths at which it is to be seen, if not at both
 */
export async function findFaults(page: Page, only: readonly number[] = WIDTHS): Promise<string[]> {
  const faults = new Set<string>();
  await page.emulateMedia({ reducedMotion: "reduce" });
  // Evaluated by the debugger, since no page lets a foreign script in.
  await page.evaluate(axe.source);
  for (const width of only) {
    await page.setViewportSize({ width, height: HEIGHT });
    // What a bar that stays in sight covers just now can be scrolled clear of it: axe takes the rest for too small a target.
    await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
    for (const [colorScheme, options] of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction(isSettled);
      let found = await runAxe(page, options);
      // While a page is made anew for a new block, its title is taken out and put in again.
      if (found.some((fault) => fault.startsWith("document-title"))) {
        await page.waitForFunction(isSettled);
        found = await runAxe(page, options);
      }
      for (const fault of found) faults.add(`${fault} (${colorScheme}, ${width})`);
    }
  }
  return [...faults];
}

async function runAxe(page: Page, options: axe.RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => {
      const [, ...reasons] = failureSummary.split("\n");
      return `${id}: ${help}: ${target.join(" ")}: ${reasons.join(" ").trim()}`;
    }),
  );
}

/** Opens everything that can be opened without leaving the page. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
}
