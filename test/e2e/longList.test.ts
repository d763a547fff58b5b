import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { buildWeb } from "../../scripts/local/webBuild.ts";
import { FRAME_MS } from "./budgets.ts";
import { findFaults } from "./support/axe.ts";
import { openTab, requireBrowser, type Tab } from "./support/browser.ts";
import { framesOf, tellFrames } from "./support/frames.ts";
import { openManyWorks } from "./support/manyWorks.ts";
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

describe("a list of a hundred thousand", function () {
  this.timeout(300_000);
  /** A thousand at once where the API gives a hundred, when all of it is to be there soon. */
  const most = { atOnce: 100 };
  let api: Awaited<ReturnType<typeof openManyWorks>>;
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
    const frames = await framesOf(browser, page, async () => {
      for (const [steps, by] of [
        [60, 120],
        [60, 900],
        [60, -2_500],
      ] as const)
        for (let step = 0; step < steps; step += 1) await page.mouse.wheel(0, by);
    });
    const worst = tellFrames(frames);
    expect(frames.length).to.be.at.least(FRAMES);
    expect(worst).to.be.at.most(FRAME_MS);
    expect(frames.filter(({ forced }) => forced > 0)).to.deep.equal([]);
    expect(await rows().count()).to.be.at.most(MOST_ROWS);
    expect(alone.troubles).to.deep.equal([]);
    await alone.context.close();
  });
});

/** Runs in the page: whether the list is as high as so many rows of any look. */
const isAsLongAs = (rows: number): boolean =>
  (document.querySelector("main table")?.getBoundingClientRect().height ?? 0) > rows * 45;

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
