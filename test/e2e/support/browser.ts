import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium as driver, type Page } from "playwright-core";

/**
 * Made for machines that run one page for a moment: one process for all, in which the end of a page ends the browser, and
 * without the rules between sites, so that a missing permission of the API would not be noticed.
 */
const UNWANTED = new Set([
  "--single-process",
  "--no-zygote",
  "--in-process-gpu",
  "--disable-web-security",
  "--disable-site-isolation-trials",
  "--allow-running-insecure-content",
]);

/** A real Chromium: the one that comes with the packages, or an installed one where that cannot run. */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env.CHROME_PATH;
  if (installed !== undefined && installed !== "") return driver.launch({ executablePath: installed });
  const args = chromium.args.filter((arg) => !UNWANTED.has(arg));
  return driver.launch({ executablePath: await chromium.executablePath(), args });
}

export interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page: errors that were thrown, and what was written to the console as an error. */
  readonly troubles: readonly string[];
}

/** A page in a profile of its own, that notes its troubles. */
export async function openTab(browser: Browser, baseURL: string, width = 1440): Promise<Tab> {
  const context = await browser.newContext({ baseURL, viewport: { width, height: 1000 } });
  const troubles: string[] = [];
  context.on("weberror", (error) => troubles.push(`thrown: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  return { page: await context.newPage(), context, troubles };
}
