import { expect } from "chai";
import type { Browser } from "playwright-core";
import { z } from "zod";
import { openTab, requireBrowser, type Tab } from "./support/browser.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";

const START_MS = 240_000;

const manifestSchema = z.object({
  name: z.string().min(1),
  start_url: z.string(),
  display: z.literal("standalone"),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string() })),
  share_target: z.object({ action: z.string(), params: z.record(z.string(), z.string()) }),
});

/** Width and height of a PNG, from its first chunk: https://www.w3.org/TR/png-3/#11IHDR */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;

describe("the web app, installed", function () {
  this.timeout(120_000);
  let stack: Stack;
  let browser: Browser;
  let tab: Tab;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("plain");
    tab = await openTab(browser, stack.webUrl, { width: 390, height: 1000 });
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const notice = () => tab.page.getByText(/^There is no connection\. What you see/);

  it("has what browsers ask of an app: a manifest, and icons of the sizes that it says", async () => {
    const { page } = tab;
    await page.goto("/");
    const href = await page.locator("link[rel=manifest]").getAttribute("href");
    const manifest = manifestSchema.parse(await (await fetch(new URL(href ?? "", stack.webUrl))).json());
    const { icons } = manifest;
    expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).to.include.members([
      "192x192 any",
      "512x512 any",
      "512x512 maskable",
    ]);
    const apple = await page.locator("link[rel=apple-touch-icon]").getAttribute("href");
    for (const { src, sizes } of [...icons, { src: apple ?? "", sizes: "180x180" }]) {
      const answer = await fetch(new URL(src, stack.webUrl));
      expect(answer.headers.get("content-type"), src).to.equal("image/png");
      expect(sizeOf(Buffer.from(await answer.arrayBuffer())), src).to.equal(sizes);
    }
  });

  it("shows what was read last while there is no connection, and says so", async () => {
    const { page, context } = tab;
    await page.evaluate("navigator.serviceWorker.ready");
    await page.goto("/contributions");
    await page.getByRole("heading", { level: 1, name: "Contributions" }).waitFor();
    await context.setOffline(true);
    await notice().waitFor();
    await page.goto("/contributions");
    await page.getByRole("heading", { level: 1, name: "Contributions" }).waitFor();
    await notice().waitFor();
  });

  it("says of a page that was never read here that nothing of it is kept", async () => {
    const { page } = tab;
    await page.goto("/epochs");
    await page.getByRole("heading", { level: 1, name: "There is no connection" }).waitFor();
  });

  it("is as ever once the connection is back", async () => {
    const { page, context } = tab;
    await context.setOffline(false);
    await page.goto("/epochs");
    await page.getByRole("heading", { level: 1, name: "Epochs" }).waitFor();
    expect(await notice().count()).to.equal(0);
  });

  it("takes what another app shares into the form, and never over what was written", async () => {
    const { page } = tab;
    const share = (title: string) =>
      page.goto(`/submit?title=${encodeURIComponent(title)}&text=Twelve+wells&url=https%3A%2F%2Fexample.org`);
    const title = page.getByRole("textbox", { name: "Title", exact: true });
    await share("A map of the wells");
    await title.waitFor();
    expect(await title.inputValue()).to.equal("A map of the wells");
    expect(await page.getByLabel("Summary").inputValue()).to.equal("Twelve wells\n\nhttps://example.org");
    expect(new URL(page.url()).search).to.equal("");
    await share("Another title");
    await title.waitFor();
    expect(await title.inputValue()).to.equal("A map of the wells");
  });
});
