import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { SCRIPT_KB, SCRIPT_KB_OF } from "./budgets.ts";
import { findFaults, unfold } from "./support/axe.ts";
import { openTab, requireBrowser } from "./support/browser.ts";
import { PAGES, routesOfApp } from "./support/pages.ts";
import { findSamples, type Samples } from "./support/samples.ts";
import { scriptOf } from "./support/script.ts";
import { useStack } from "./support/sharedStack.ts";
import { openStack, openWebWithoutApi, type Stack, type WebAlone } from "./support/stack.ts";

const START_MS = 600_000;
const PAGE_MS = 60_000;

describe("what holds of every page", function () {
  this.timeout(PAGE_MS);
  let stack: Stack;
  let browser: Browser;
  let page: Page;
  let samples: Samples;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("lived");
    samples = await findSamples(stack);
    ({ page } = await openTab(browser, stack.webUrl));
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  async function expectNoFaults(addresses: readonly string[]): Promise<void> {
    const found: string[] = [];
    for (const address of addresses) {
      await page.goto(address);
      await page.getByRole("main").waitFor();
      await unfold(page);
      found.push(...(await findFaults(page)).map((fault) => `${address}: ${fault}`));
    }
    expect(found).to.deep.equal([]);
  }

  it("is asked of every page that there is", () => {
    expect(PAGES.map(({ route }) => route).sort()).to.deep.equal(routesOfApp());
  });

  describe("axe finds no fault where nothing has happened yet", () => {
    let empty: Stack;
    before(async function () {
      this.timeout(START_MS);
      empty = await openStack();
    });
    after(() => empty?.stop());

    for (const { route } of PAGES) {
      if (!route.includes("[")) it(route, () => expectNoFaults([new URL(route, empty.webUrl).href]));
    }
  });

  describe("axe finds no fault where much has happened", () => {
    for (const { route, at } of PAGES) {
      it(route, async function () {
        const addresses = at(samples);
        this.timeout(PAGE_MS * addresses.length);
        expect(addresses, "Nothing of it is there to be seen.").to.not.deep.equal([]);
        await expectNoFaults(addresses);
      });
    }

    describe(`and no more than ${SCRIPT_KB} kB of script come before anybody connects`, () => {
      for (const { route, at } of PAGES) {
        it(route, async function () {
          const addresses = at(samples);
          this.timeout(PAGE_MS * addresses.length);
          for (const address of addresses) {
            const most = SCRIPT_KB_OF[route] ?? SCRIPT_KB;
            expect((await scriptOf(browser, stack.webUrl, address)) / 1_000, address).to.be.at.most(most);
          }
        });
      }
    });
  });

  describe("axe finds no fault where there is no such thing", () => {
    it("/no-such-page", () => expectNoFaults(["/no-such-page"]));
    for (const { route, nowhere } of PAGES) {
      if (nowhere !== undefined) it(route, () => expectNoFaults(nowhere));
    }
  });

  describe("axe finds no fault where the API is down", () => {
    let web: WebAlone;
    before(async () => {
      web = await openWebWithoutApi();
      ({ page } = await openTab(browser, web.url));
    });
    after(() => web?.stop());

    for (const { route, nowhere: [address = route] = [] } of PAGES) {
      it(route, () => expectNoFaults([address]));
    }
  });
});
