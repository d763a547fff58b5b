import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { openTab, requireBrowser, type Tab } from "./support/browser.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";

const START_MS = 240_000;

describe("a burner account, and pages without any", function () {
  this.timeout(60_000);
  let stack: Stack;
  let browser: Browser;
  let tab: Tab;
  let page: Page;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("plain");
    tab = await openTab(browser, stack.webUrl);
    page = tab.page;
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const banner = () => page.getByRole("banner");
  const menu = () => banner().getByRole("button", { name: /^Account/ });

  it("no read page loads wallet code before somebody connects, and then it comes", async () => {
    const scripts: string[] = [];
    page.on("response", async (response) => {
      if (response.request().resourceType() === "script") scripts.push(await response.text().catch(() => ""));
    });
    for (const path of ["/", "/contributions", "/graph", "/people", "/epochs", "/ledger"]) {
      await page.goto(path, { waitUntil: "networkidle" });
    }
    const isOfWallet = (code: string) =>
      /eip6963:requestProvider|eth_sendTransaction|azora\.transactions/.test(code);
    expect(scripts.length).to.be.greaterThan(0);
    expect(scripts.some(isOfWallet)).to.equal(false);
    await banner().getByRole("button", { name: "Connect" }).click();
    await page.getByRole("dialog").waitFor();
    expect(scripts.some(isOfWallet)).to.equal(true);
    page.removeAllListeners("response");
  });

  it("is made in the browser, funded, and marked as what it is", async () => {
    await page.getByRole("dialog").getByRole("button", { name: "Burner account" }).click();
    await menu().getByText("Burner").waitFor();
    await menu().click();
    await page.getByText("10.00 ETH").waitFor();
    await page.getByText(/its key lies unprotected in this browser/).waitFor();
  });

  it("is there again after a reload, and shows its key", async () => {
    await page.reload();
    await menu().click();
    await page.getByRole("button", { name: "Show the key" }).click();
    await page.getByText(/^0x[0-9a-f]{64}$/).waitFor();
  });

  it("is forgotten for good, when that is confirmed", async () => {
    await page.getByRole("button", { name: "Forget it" }).click();
    await page.getByRole("button", { name: "Yes, forget it" }).click();
    await banner().getByRole("button", { name: "Connect" }).waitFor();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).to.not.match(/0x[0-9a-f]{64}/);
    expect(tab.troubles).to.deep.equal([]);
  });
});
