import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { buildWeb } from "../../scripts/local/webBuild.ts";
import { FRAME_MS } from "./budgets.ts";
import { findFaults } from "./support/axe.ts";
import { openTab, requireBrowser, type Tab } from "./support/browser.ts";
import { framesOf, framesOfRuns } from "./support/frames.ts";
import { type ManyWorks, openManyWorks } from "./support/manyWorks.ts";
import { openWebOn, type WebAlone } from "./support/stack.ts";

const START_MS = 240_000;
/**
 * To index so many takes longer than all other tests together, so the API's place is taken by a program that gives pages of a
 * list by cursor, as it does. Between the API and a list that long stands `npm run bench -- api`.
 */
const WORKS = 100_000;
/** On the page itself. */
const HEAD = 25;
const FRAMES = 120;
/** Those in sight and some around them. */
const MOST_ROWS = 100;
const STEP_MS = 30_000;
/** After it, what new rows pushed out of the page's own has been joined to the others. */
const JOINED_MS = 500;

describe("a list of a hundred thousand", function () {
  this.timeout(300_000);
  /** A thousand at once where the API gives a hundred, when all of it is to be there soon. */
  const most = { atOnce: 100 };
  let api: ManyWorks;
  let web: WebAlone;
  let browser: Browser;
  let tab: Tab;
  let page: Page;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    await buildWeb(() => undefined, new AbortController().signal);
    api = await openManyWorks(WORKS, most);
    web = await openWebOn(api.url);
    tab = await openTab(browser, web.url);
    page = tab.page;
  });
  after(async () => {
    await browser?.close();
    await web?.stop();
    await api?.stop();
  });

  const numbered = (number: number, of = page) =>
    of.getByRole("link", { name: new RegExp(`^(Work|Contribution) ${number}\\b`) });
  const rows = () => page.getByRole("table").getByRole("row");
  const goOn = () => page.getByRole("button", { name: "Show more here" });

  /** As the End key would, without the time that it takes to glide there. */
  const toTheEnd = () => page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)");

  it("is read page by page without a script", async () => {
    const context = await browser.newContext({ baseURL: web.url, javaScriptEnabled: false });
    const quiet = await context.newPage();
    await quiet.goto("/contributions");
    await numbered(WORKS, quiet).waitFor();
    expect(await quiet.getByRole("button", { name: "Show more here" }).isVisible()).to.equal(false);
    await quiet.getByRole("link", { name: "Next page" }).click();
    await numbered(WORKS - HEAD, quiet).waitFor();
    await context.close();
  });

  it("ends where the foot of the page can be reached, until one asks for more", async () => {
    await page.goto("/contributions");
    await goOn().waitFor();
    expect(await rows().count()).to.equal(1 + HEAD);
    await goOn().click();
    await numbered(WORKS - HEAD).waitFor();
    await toTheEnd();
    await numbered(WORKS - HEAD - 100).waitFor();
  });

  it("says how far it is in a place that was there, empty, before anybody asked", async () => {
    await page.goto("/contributions");
    const status = page.locator("main nav [role=status]");
    expect(await status.textContent()).to.equal("");
    const before = await status.evaluateHandle((region) => region);
    await goOn().click();
    await page.waitForFunction((region) => region.isConnected && region.textContent !== "", before);
  });

  it("says so when its code does not arrive, keeps the page, and loads it when it is told to try again", async () => {
    // What a service worker loads, a test cannot cut off.
    const context = await browser.newContext({ baseURL: web.url, serviceWorkers: "block" });
    const alone = await context.newPage();
    await alone.goto("/contributions");
    const scripts = "**/_next/static/**/*.js";
    await alone.route(scripts, (route) => route.abort());
    await alone.getByRole("button", { name: "Show more here" }).click();
    await alone.getByText("The rest could not be loaded.").waitFor();
    expect(await numbered(WORKS, alone).isVisible()).to.equal(true);
    await alone.unroute(scripts);
    await alone.getByRole("button", { name: "Try again" }).click();
    await numbered(WORKS - HEAD, alone).waitFor();
    await context.close();
  });

  for (const width of [390, 1440]) {
    it(`never has the focus under the header or the bar at the foot, at a width of ${width}`, async () => {
      await page.goto("/contributions");
      await page.setViewportSize({ width, height: 700 });
      await goOn().click();
      await numbered(WORKS - HEAD).waitFor();
      await numbered(WORKS - HEAD).focus();
      const covered: string[] = [];
      for (const key of [...Array(40).fill("Tab"), ...Array(40).fill("Shift+Tab")]) {
        await page.keyboard.press(key);
        await page.evaluate(afterTwoFrames);
        covered.push(...(await page.evaluate(coveredFocus)).map((what) => `${key}: ${what}`));
      }
      expect(covered).to.deep.equal([]);
    });

    it(`keeps what is in view where it is while works come in above, at a width of ${width}`, async () => {
      await page.goto("/contributions");
      await page.setViewportSize({ width, height: 700 });
      await goOn().click();
      await numbered(WORKS - HEAD).waitFor();
      let came = 0;
      for (const place of [600, 6_000]) {
        await page.evaluate((to) => window.scrollTo(0, to), place);
        await page.waitForTimeout(JOINED_MS);
        const inView = page.getByRole("link", { name: await page.evaluate(workInTheMiddle), exact: true });
        const before = await inView.boundingBox();
        api.register(3);
        came += 3;
        await numbered(WORKS + came).waitFor();
        await page.waitForTimeout(JOINED_MS);
        const after = await inView.boundingBox();
        // Not by `closeTo`: Hardhat's takes whole numbers only.
        expect(Math.abs((after?.y ?? Number.NaN) - (before?.y ?? Number.NaN)), `${place}`).to.be.at.most(1);
      }
      api.register(-came);
    });
  }

  it("keeps what was ticked far above, for the comparison", async () => {
    await page.goto("/contributions");
    await goOn().click();
    const box = (number: number) =>
      page
        .getByRole("row")
        .filter({ has: numbered(number) })
        .getByRole("checkbox");
    await box(WORKS - HEAD).check();
    await box(WORKS).check();
    for (let n = 0; n < 6; n += 1) {
      await toTheEnd();
      await page.waitForFunction(isAsLongAs, 100 * (n + 2), { timeout: STEP_MS });
    }
    await numbered(WORKS - HEAD).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Compare selected" }).click();
    await page.waitForURL(({ searchParams }) => searchParams.getAll("ids").length === 2);
  });

  it("is found again at the same place by whoever comes back", async () => {
    await page.goto("/contributions");
    await goOn().click();
    await numbered(WORKS - HEAD).waitFor();
    for (let n = 0; n < 4; n += 1) {
      await toTheEnd();
      await page.waitForFunction(isAsLongAs, 100 * (n + 2), { timeout: STEP_MS });
    }
    const far = numbered(WORKS - 300);
    await page.evaluate(scrollToRow, 300);
    await far.click();
    await page.waitForURL(/0x01/);
    await page.goBack();
    await far.waitFor();
    await page.waitForFunction(() => window.scrollY > 8_000);
  });

  for (const width of [390, 1440]) {
    it(`has no fault that axe finds, at a width of ${width}`, async () => {
      await page.goto("/contributions");
      await page.setViewportSize({ width, height: 1_000 });
      await goOn().click();
      await numbered(WORKS - HEAD).waitFor();
      await page.evaluate("window.scrollBy(0, 1500)");
      await numbered(WORKS - HEAD - 15).waitFor();
      expect(await findFaults(page, [width])).to.deep.equal([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond).to.equal(0);
    });
  }

  it(`costs at most ${FRAME_MS} ms of scripts a frame, and no layout by a script, while all of it is there and is scrolled`, async () => {
    const alone = await openTab(browser, web.url);
    most.atOnce = 1_000;
    page = alone.page;
    await page.goto("/contributions");
    await goOn().click();
    await numbered(WORKS - HEAD).waitFor();
    await page.evaluate(scrollAll, { until: "These are all." });
    await toTheEnd();
    await numbered(1).waitFor();
    await page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight / 2)");
    await numbered(WORKS / 2)
      .or(numbered(WORKS / 2 - HEAD))
      .first()
      .waitFor();
    expect(await rows().count()).to.be.at.most(MOST_ROWS);
    await page.mouse.move(700, 500);
    const { runs, longest } = await framesOfRuns(FRAME_MS, () =>
      framesOf(browser, page, async () => {
        for (const [steps, by] of [
          [60, 120],
          [60, 900],
          [60, -2_500],
        ] as const)
          for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, by);
      }),
    );
    for (const frames of runs) {
      expect(frames.length).to.be.at.least(FRAMES);
      expect(frames.filter(({ forced }) => forced > 0)).to.deep.equal([]);
    }
    expect(longest).to.be.within(0.1, FRAME_MS);
    expect(await rows().count()).to.be.at.most(MOST_ROWS);
    expect(alone.troubles).to.deep.equal([]);
    await alone.context.close();
  });
});

/** Runs in the page: whether the list is as high as so many rows of any look. */
const isAsLongAs = (rows: number): boolean =>
  (document.querySelector("main table")?.getBoundingClientRect().height ?? 0) > rows * 45;

/** Runs in the page. */
const afterTwoFrames = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** Runs in the page: what has the focus and lies, in part at least, under what sticks to the window. */
function coveredFocus(): string[] {
  const focused = document.activeElement;
  if (focused === null || focused.closest("table") === null) return [];
  const box = focused.getBoundingClientRect();
  const [header, bar] = ["header > :last-child", "[data-bar]"].map((selector) =>
    document.querySelector(selector)?.getBoundingClientRect(),
  );
  const isCovered = box.top < (header?.bottom ?? 0) || box.bottom > (bar?.top ?? Number.POSITIVE_INFINITY);
  return isCovered ? [`${focused.getAttribute("value") ?? focused.textContent}`] : [];
}

/** Runs in the page: the title of the work in the middle of the window. */
const workInTheMiddle = (): string =>
  document
    .elementFromPoint(innerWidth / 2, innerHeight / 2)
    ?.closest("tr")
    ?.querySelector("a")?.textContent ?? "none";

/** Runs in the page: to about where a row stands, whether or not it is there. */
function scrollToRow(row: number): void {
  const height =
    document.querySelector("tbody:nth-of-type(3) tr:not([data-gap])")?.getBoundingClientRect().height ?? 0;
  window.scrollTo(0, row * height);
}

/** Runs in the page: to the end, and again to the end when there is more, until there is not. */
async function scrollAll({ until }: { until: string }): Promise<void> {
  const status = () => document.querySelector("main nav [role=status]")?.textContent;
  while (status() !== until) {
    window.scrollTo(0, document.documentElement.scrollHeight);
    await new Promise(requestAnimationFrame);
  }
}
