import type { Node } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { createTestClient, http, type LocalAccount } from "viem";
import { FRAME_MS } from "./budgets.ts";
import { openTab, requireBrowser, type Tab } from "./support/browser.ts";
import { framesOfDrag, framesOfRuns } from "./support/frames.ts";
import { packedGraph } from "./support/packed.ts";
import { freshAccount } from "./support/people.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";
import { registerWork, untilPaid } from "./support/works.ts";

const START_MS = 300_000;
const ARRANGE_MS = 90_000;
const WORKS = 5_000;
const FRAMES = 60;
/** Until the picture has come to what it was led to. */
const GLIDE_MS = 800;

type Place = readonly [x: number, y: number];

describe("the graph of attributions, and works side by side", function () {
  this.timeout(240_000);
  let stack: Stack;
  let browser: Browser;
  let tab: Tab;
  let page: Page;
  let author: LocalAccount;
  let ground: Node;
  let built: Node;
  let other: Node;

  const named = (title: string) => `${title}, by ${author.address.slice(0, 10)}`;
  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("plain");
    author = await freshAccount(stack);
    const who = { author: author.address };
    ground = await registerWork(stack, { ...who, title: named("Ground to build on") });
    await untilPaid(stack, [ground]);
    const on = (weight: number) => ({ ...who, upstream: [{ node: ground, weight }] });
    built = await registerWork(stack, { ...on(200_000), title: named("House on the ground") });
    other = await registerWork(stack, { ...on(50_000), title: named("Garden on the ground") });
    await untilPaid(stack, [built, other]);
    tab = await openTab(browser, stack.webUrl);
    page = tab.page;
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const picture = (of = page) => of.getByRole("application", { name: /^Picture of/ });
  /** Until every work has its place. */
  const arranged = (of = page) =>
    of.getByText(/^(Reading|Arranging)/).waitFor({ state: "detached", timeout: ARRANGE_MS });

  async function withoutScript<Result>(act: (quiet: Page) => Promise<Result>): Promise<Result> {
    const context = await browser.newContext({ baseURL: stack.webUrl, javaScriptEnabled: false });
    try {
      return await act(await context.newPage());
    } finally {
      await context.close();
    }
  }

  it("says in words, without a script, what each work was built on and what flowed to the wei", async () => {
    const path = { params: { path: { id: ground } } } as const;
    const { contribution } = await unwrap(createApi(stack.apiUrl).GET("/v1/contributions/{id}", path));
    const received = BigInt(contribution.pool.received);
    expect(received > 0n).to.equal(true);
    await withoutScript(async (quiet) => {
      await quiet.goto(`/graph?q=${author.address.slice(0, 10)}`);
      const row = quiet.getByRole("row").filter({ hasText: "House on the ground" });
      // On a slow machine the graph is that of some blocks before.
      for (let n = 0; n < 60 && (await row.filter({ hasText: "20%" }).count()) === 0; n += 1) {
        await quiet.waitForTimeout(1_000);
        await quiet.reload();
      }
      expect(await row.textContent())
        .to.contain(named("Ground to build on"))
        .and.contain("20%");
      await quiet
        .getByRole("row")
        .filter({ hasText: /^Ground/ })
        .getByRole("link")
        .first()
        .click();
      const panel = quiet.getByRole("region", { name: named("Ground to build on") });
      const exact = panel.getByRole("definition").nth(1).locator("[data-tip]");
      expect(await exact.getAttribute("data-tip")).to.match(
        new RegExp(`= ${received.toLocaleString("en")} wei$`),
      );
      for (const title of ["House on the ground", "Garden on the ground"])
        await panel.getByRole("link", { name: named(title) }).waitFor();
      expect(await picture(quiet).count()).to.equal(0);
    });
  });

  it("shows a work that is chosen in the table beside the picture, under an address of its own", async () => {
    await page.goto(`/graph?q=${author.address.slice(0, 10)}`);
    await arranged();
    await page.locator("table [data-work]").first().click();
    await page.waitForURL(/focus=0x01/);
    await page.getByRole("link", { name: "Open the work" }).click();
    await page.waitForURL(/\/contributions\/0x01/);
    expect(tab.troubles).to.deep.equal([]);
  });

  it("is moved by the keyboard, which goes on to the works around the one that is looked at", async () => {
    await page.goto(`/graph?focus=${ground}`);
    await arranged();
    const canvas = picture().locator("canvas");
    await picture().focus();
    const seen = () => canvas.evaluate(({ style }: HTMLElement) => style.transform);
    await page.waitForTimeout(600); // until it has come to the work
    const before = await seen();
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(100);
    expect(await seen()).to.not.equal(before);
    const reached: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement?.textContent ?? ""));
    }
    expect(reached).to.include.members([named("House on the ground"), named("Garden on the ground")]);
    await picture().focus();
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => !url.searchParams.has("focus"));
    expect(tab.troubles).to.deep.equal([]);
  });

  it("looks at a work that is clicked in the picture, and at none when the ground beside all is", async () => {
    await page.goto(`/graph?q=${author.address.slice(0, 10)}`);
    await arranged();
    for (const title of ["House on the ground", "Ground to build on"]) {
      await page.waitForTimeout(GLIDE_MS);
      const { works } = await picture().evaluate(scan);
      const [x, y] = await pointAt(works, named(title));
      await page.mouse.click(x, y);
      await page.waitForURL((url) => url.searchParams.has("focus"));
      await page.getByRole("region", { name: named(title) }).waitFor();
    }
    await page.waitForTimeout(GLIDE_MS);
    const { ground: beside } = await picture().evaluate(scan);
    await page.mouse.click(...beside);
    await page.waitForURL((url) => !url.searchParams.has("focus"));
    expect(tab.troubles).to.deep.equal([]);
  });

  /** @return The place, of several in the window, at which the picture tells of a work of this title. */
  async function pointAt(places: readonly Place[], title: string): Promise<Place> {
    const told = page.locator("[aria-hidden=true]").getByText(title, { exact: true });
    for (const place of places) {
      await page.mouse.move(...place);
      await page.evaluate(afterTwoFrames);
      if (await told.isVisible()) return place;
    }
    return expect.fail(`None of ${places.length} places in the picture tells of ${title}.`);
  }

  it("stays within a phone's width, and says so when nothing fits", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of [
      `/graph?focus=${ground}`,
      "/graph?q=nothing+fits+this",
      `/contributions/compare?ids=${ground},${built}`,
    ]) {
      await page.goto(path);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, path).to.equal(0);
    }
    await page.goto("/graph?q=nothing+fits+this");
    await page.getByText("No work fits").waitFor();
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  it("has the same in words when the picture cannot be loaded", async () => {
    const alone = await openTab(browser, stack.webUrl);
    await alone.page.route("**/graph/data*", (route) => route.abort());
    await alone.page.goto("/graph");
    await alone.page.getByText("The picture could not be loaded.").waitFor();
    await alone.page.unroute("**/graph/data*");
    await alone.page.getByRole("button", { name: "Try again" }).click();
    await arranged(alone.page);
    await picture(alone.page).waitFor();
    await alone.context.close();
  });

  it(`costs at most ${FRAME_MS} ms of scripts a frame, and no layout, while ${WORKS} works are moved`, async () => {
    const node = createTestClient({ mode: "anvil", transport: http(stack.rpcUrl) });
    const json = packedGraph(WORKS);
    // Each time as somebody who has just come: what ran before is quicker.
    const { runs, longest } = await framesOfRuns(FRAME_MS, async () => {
      const alone = await openTab(browser, stack.webUrl);
      try {
        await alone.page.route("**/graph/data*", (route) => route.fulfill({ json }));
        await alone.page.goto("/graph");
        await picture(alone.page)
          .and(alone.page.getByRole("application", { name: /5000 works/ }))
          .waitFor();
        await arranged(alone.page);
        const box = await picture(alone.page).boundingBox();
        if (box === null) throw new Error("The picture is not there.");
        // A new block renders the page again, which is not what is measured.
        await node.setIntervalMining({ interval: 0 });
        await alone.page.waitForTimeout(4_000);
        const frames = await framesOfDrag(browser, alone.page, () => drag(alone.page, box));
        expect(alone.troubles).to.deep.equal([]);
        return frames;
      } finally {
        await node.setIntervalMining({ interval: 1 });
        await alone.context.close();
      }
    });
    for (const frames of runs) {
      expect(frames.length).to.be.at.least(FRAMES);
      expect(frames.filter(({ layouts }) => layouts > 0)).to.deep.equal([]);
    }
    expect(longest).to.be.within(0.1, FRAME_MS);
  });

  /** Far to the left and back, twice, so that it has to be drawn again on the way. */
  async function drag(
    of: Page,
    { x, y, width, height }: { x: number; y: number; width: number; height: number },
  ) {
    const [right, left, middle] = [x + width - 100, x + 60, y + height / 2];
    for (const [from, to] of [
      [right, left],
      [right, left],
      [left, right],
      [left, right],
    ] as const) {
      await of.mouse.move(from, middle);
      // The words for what the pointer came over on its way are laid out, before the hand closes.
      await of.evaluate(afterTwoFrames);
      await of.mouse.down();
      for (let step = 1; step <= 40; step += 1)
        await of.mouse.move(from + ((to - from) * step) / 40, middle + Math.sin(step / 6) * 40);
      await of.mouse.up();
    }
  }

  it("sets works side by side that were ticked in the list, without a script too", async () => {
    await page.goto("/contributions");
    for (const title of ["House on the ground", "Garden on the ground"])
      await page.getByRole("checkbox", { name: `Select ${named(title)} to compare` }).check();
    await page.getByRole("button", { name: "Compare selected" }).click();
    await page.waitForURL(/\/contributions\/compare\?ids=/);
    await comparesBoth(page);
    await page.getByRole("link", { name: `Take ${named("House on the ground")} out` }).click();
    await page.waitForURL(hasIds(other));
    await page.getByRole("searchbox", { name: "Search titles" }).fill("ground to");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL((url) => url.searchParams.has("q"));
    const offered = page.locator("section").filter({ hasText: "Add another work" });
    await offered.getByRole("link", { name: named("Ground to build on") }).click();
    await page.waitForURL(hasIds(`${other},${ground}`));
    expect(tab.troubles).to.deep.equal([]);
    await withoutScript(async (quiet) => {
      await quiet.goto("/contributions");
      for (const title of ["House on the ground", "Garden on the ground"])
        await quiet.getByRole("checkbox", { name: `Select ${named(title)} to compare` }).check();
      await quiet.getByRole("button", { name: "Compare selected" }).click();
      await comparesBoth(quiet);
    });
  });

  /** All of `ids`: a form of check boxes gives the name more than once. */
  const hasIds = (ids: string) => (url: URL) => url.searchParams.getAll("ids").join("&") === ids;

  async function comparesBoth(of: Page): Promise<void> {
    const table = of.getByRole("table", { name: /^Works side by side/ });
    await table.waitFor();
    const builtOn = table.getByRole("row").filter({ hasText: /^Built on/ });
    expect(await builtOn.textContent())
      .to.contain("20%")
      .and.contain("5%");
    expect(await table.getByRole("img", { name: /^Votes by level/ }).count()).to.equal(2);
    for (const title of ["House on the ground", "Garden on the ground"])
      await table.getByRole("link", { name: named(title), exact: true }).waitFor();
  }

  it("says what to do when nothing is compared, and which works are not there", async () => {
    await page.goto("/contributions/compare");
    await page.getByText("Nothing to compare yet").waitFor();
    await page.goto(`/contributions/compare?ids=${built},0x01${"0".repeat(62)}`);
    await page.getByText("One of the works is not on this chain.").waitFor();
    expect(tab.troubles).to.deep.equal([]);
  });
});

/** Runs in the page. */
const afterTwoFrames = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

/** Runs in the page: where in the window the pointer would be over a work of the picture, once for each, and where over none. */
function scan(host: HTMLElement): { works: Place[]; ground: Place } {
  // A disc is come to at its upper edge; a click, which has whole pixels only, is to hit it.
  const [step, apart, inside] = [4, 16, 6];
  const { left, top, right, bottom } = host.getBoundingClientRect();
  const works: Place[] = [];
  let ground: Place = [left, top];
  for (let clientY = Math.ceil(top); clientY < Math.min(bottom, innerHeight); clientY += step)
    for (let clientX = Math.ceil(left); clientX < right; clientX += step) {
      if (document.elementFromPoint(clientX, clientY)?.closest("[role=application]") !== host) continue;
      host.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY }));
      if (host.style.cursor !== "pointer") ground = [clientX, clientY];
      else if (works.every(([x, y]) => Math.hypot(x - clientX, y - clientY) > apart))
        works.push([clientX, clientY + inside]);
    }
  return { works, ground };
}
