import type { Browser } from "playwright-core";
import { openTab } from "./browser.ts";

/** What comes when the browser has nothing better to do comes within this time. */
const IDLE_MS = 1_500;

/** The bytes of script that a page loads by itself, as they come over the wire, with nothing kept from before. */
export async function scriptOf(browser: Browser, webUrl: string, address: string): Promise<number> {
  const { page, context } = await openTab(browser, webUrl);
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(IDLE_MS);
  const all = await Promise.all(sizes);
  await context.close();
  return all.reduce((sum, size) => sum + size, 0);
}
