import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import type { Screen } from "./screens.ts";

export const THEMES = ["light", "dark"] as const;
/** A long page says enough by then. */
const TALLEST = 2_000;
const QUALITY = 50;

/** Forgets the pictures there are. */
export function clear(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** Takes a screen in both themes, and says how many bytes that made. */
export async function take(page: Page, { name, address, prepare }: Screen, folder: string): Promise<number> {
  await page.goto(address);
  await settle(page);
  await prepare?.(page);
  // What keeps in sight while a page is moved would stand in the middle of it.
  await page.evaluate(() => scrollTo(0, 0));
  const width = page.viewportSize()?.width ?? 0;
  const client = await page.context().newCDPSession(page);
  let bytes = 0;
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await settle(page);
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width, height: Math.min(tall, TALLEST), scale: 1 };
    const { data } = await client.send("Page.captureScreenshot", {
      ...{ format: "webp", quality: QUALITY, captureBeyondViewport: true, clip },
    });
    const picture = Buffer.from(data, "base64");
    writeFileSync(path.join(folder, `${name}.${colorScheme}.${width}.webp`), picture);
    bytes += picture.length;
  }
  await client.detach();
  return bytes;
}

/** What is on its way has come, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.getByRole("main").waitFor();
  await page.waitForFunction(isSettled);
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
  await page.waitForFunction(isSettled);
}

/** Runs in the page. A skeleton pulses, and what says that it is under way ends with dots. */
function isSettled(): boolean {
  const statuses = [...document.querySelectorAll("main [role=status]")];
  return (
    document.title !== "" &&
    document.querySelector("main [class*=animate-pulse]") === null &&
    document.fonts.status === "loaded" &&
    statuses.every(({ textContent }) => !textContent.trim().endsWith("…")) &&
    document.getAnimations().every(({ playState }) => playState !== "running")
  );
}
