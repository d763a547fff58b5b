import path from "node:path";
import { fileURLToPath } from "node:url";
import chromium, { inflate } from "@sparticuz/chromium";
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

/** The packages bring a Chromium for this system only; elsewhere an installed one is used. */
const isBrought = process.platform === "linux" && process.arch === "x64";
const named = process.env.CHROME_PATH ?? "";
/** What Playwright finds of an installed Chrome by itself. */
const INSTALLED = { channel: "chrome" } as const;
/** Playwright would end this process at a signal, and with it the hooks that stop what tests started. */
const OURS = { handleSIGINT: false, handleSIGTERM: false };

/**
 * Leaves the tests out, with the way to have them, where there is no browser at all.
 * @param args what the browser is told besides
 */
export async function requireBrowser(
  context: Pick<Mocha.Context, "needs">,
  args: readonly string[] = [],
): Promise<Browser> {
  if (isBrought || named !== "") return launchBrowser(args);
  const browser = await driver.launch({ ...OURS, ...INSTALLED, args: [...args] }).catch(() => undefined);
  if (browser !== undefined) return browser;
  context.needs(false, "install Google Chrome, or name a Chromium in CHROME_PATH");
  throw new Error("There is no browser.");
}

/** A real Chromium: the one that is named, or the one that comes with the packages. */
async function launchBrowser(more: readonly string[]): Promise<Browser> {
  if (named !== "") return driver.launch({ ...OURS, executablePath: named, args: [...more] });
  const args = [...chromium.args.filter((arg) => !UNWANTED.has(arg)), ...more];
  const brought = { ...OURS, executablePath: await chromium.executablePath(), args };
  try {
    return await driver.launch(brought);
  } catch (error) {
    // A small system lacks libraries that desktops have. They come with the packages too.
    if (!String(error).includes("error while loading shared libraries")) throw error;
    const archive = fileURLToPath(
      new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium")),
    );
    const env = { ...process.env, LD_LIBRARY_PATH: path.join(await inflate(archive), "lib") };
    return driver.launch({ ...brought, env });
  }
}

export interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page: errors that were thrown, and what was written to the console as an error. */
  readonly troubles: readonly string[];
}

export interface Look {
  readonly width: number;
  readonly height: number;
  /** Of the screen: how many of its points make one. */
  readonly fineness?: number;
}

const DESKTOP: Look = { width: 1440, height: 1000 };

/** A page in a profile of its own, that notes its troubles. */
export async function openTab(browser: Browser, baseURL: string, look: Look = DESKTOP): Promise<Tab> {
  const { width, height, fineness = 1 } = look;
  const viewport = { width, height };
  const context = await browser.newContext({ baseURL, viewport, deviceScaleFactor: fineness });
  const troubles: string[] = [];
  context.on("weberror", (error) => troubles.push(`thrown: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  return { page: await context.newPage(), context, troubles };
}
