import lighthouse, { type Result } from "lighthouse";

/** What Lighthouse has a score for. */
export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Measured {
  /** From 0 to 100, of what was asked for. */
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  /** In milliseconds. */
  readonly largestPaint: number;
  /** Without a unit. */
  readonly layoutShift: number;
  /** What took points, in words: of no use but to whoever has to mend it. */
  readonly faults: readonly string[];
}

/**
 * Loads a page as Lighthouse's phone does: nothing kept from before, a slow 4G, a fourth of the processor. Both are applied to
 * the load, not worked out from a quick one: docs/decisions/0039-speed.md.
 * @param port where a browser can be driven from, besides by Playwright
 */
export async function measure(
  port: number,
  url: string,
  onlyCategories: readonly Category[],
): Promise<Measured> {
  const run = await lighthouse(url, {
    port,
    logLevel: "error",
    onlyCategories: [...onlyCategories],
    throttlingMethod: "devtools",
    disableFullPageScreenshot: true,
  });
  if (run === undefined) throw new Error(`Lighthouse gave nothing for ${url}.`);
  const { lhr } = run;
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return {
    scores: Object.fromEntries(
      onlyCategories.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
    ),
    largestPaint: figureOf(lhr, "largest-contentful-paint"),
    layoutShift: figureOf(lhr, "cumulative-layout-shift"),
    faults: onlyCategories.flatMap((name) => faultsOf(lhr, name)),
  };
}

function figureOf(lhr: Result, audit: string): number {
  const value = lhr.audits[audit]?.numericValue;
  if (value === undefined) throw new Error(`Lighthouse has not measured ${audit}.`);
  return value;
}

function faultsOf({ categories, audits }: Result, category: Category): string[] {
  return (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = audits[id];
    if (weight === 0 || audit === undefined || audit.score === null || audit.score === 1) return [];
    return [`${category}: ${id}: ${audit.score}: ${audit.displayValue ?? audit.title}`];
  });
}
