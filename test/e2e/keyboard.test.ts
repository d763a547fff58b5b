import { leap } from "@azora/api/practice";
import { connect as connectNode, type Node } from "@azora/sdk";
import { createApi, type Schemas, unwrap } from "@azora/sdk/api";
import { practiceJudges } from "@azora/sdk/practice";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import type { Hex } from "viem";
import { openTab, requireBrowser, type Tab } from "./support/browser.ts";
import {
  enter,
  expectDescribed,
  expectFocus,
  keptFocus,
  locate,
  tabBackTo,
  tabTo,
  takeWallet,
  typeInto,
} from "./support/keyboard.ts";
import { expectNoTroubles, freshAccount, openPerson, type Person } from "./support/people.ts";
import { openStack, type Stack } from "./support/stack.ts";
import { registerWork, untilPaid } from "./support/works.ts";

const START_MS = 300_000;
const STEP_MS = 30_000;
const TITLE = "A song that was typed";
const WHY = "Judging takes time, and should be paid.";
/** Judges of a local chain vote by themselves within moments. */
const PAUSE_MS = 500;

describe("every journey by the keyboard alone", function () {
  this.timeout(180_000);
  this.bail(true);
  let stack: Stack;
  let browser: Browser;
  let newcomer: Tab;
  let author: Person;
  let judge: Person;
  let ground: string;
  let paid: Node;
  let id: Hex;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await openStack();
    newcomer = await openTab(browser, stack.webUrl);
    author = await openPerson(browser, stack, await freshAccount(stack));
    const { account } = author;
    ground = `Ground for typing, by ${account.address.slice(0, 10)}`;
    paid = await registerWork(stack, { title: ground, author: account.address, registrant: account });
    await untilPaid(stack, [paid]);
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const reads = (page: Page, text: string | RegExp) =>
    page.getByRole("main").getByText(text).first().waitFor({ timeout: STEP_MS });
  const headed = (page: Page, name: string) =>
    page.getByRole("heading", { level: 1, name }).waitFor({ timeout: STEP_MS });
  const work = async (): Promise<Schemas["ContributionDetail"]> =>
    (await unwrap(createApi(stack.apiUrl).GET("/v1/contributions/{id}", { params: { path: { id } } })))
      .contribution;

  describe("a newcomer", () => {
    let page: Page;
    before(() => {
      ({ page } = newcomer);
    });

    it("skips the navigation, and comes to the form", async () => {
      await page.goto("/");
      await tabTo(page, "link", "Skip to the content");
      await page.keyboard.press("Enter");
      await expectFocus(page, "main", "");
      await enter(page, "link", "Submit a work");
      await headed(page, "Submit a work");
    });

    it("stays inside the list of wallets while it is open, and is back where it was when Escape closes it", async () => {
      await tabTo(page, "button", "Connect");
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.waitFor({ timeout: STEP_MS });
      for (const key of ["Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
        await page.keyboard.press(key);
        expect(await dialog.locator(":focus").count(), key).to.equal(1);
      }
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      await expectFocus(page, "button", "Connect");
      expect(await page.getByRole("main").locator(":focus").count()).to.equal(1);
    });

    it("connects a burner account, and looks at it", async () => {
      await takeWallet(page, "Burner account");
      await keptFocus(page);
      await tabBackTo(page, "button", /^Account/);
      await page.keyboard.press("Enter");
      await enter(page, "button", "Show the key");
      await page.getByText(/^0x[0-9a-f]{64}$/).waitFor();
      await page.keyboard.press("Escape");
      await page.getByText(/^0x[0-9a-f]{64}$/).waitFor({ state: "hidden" });
      await expectFocus(page, "button", /^Account/);
    });

    it("is led to what is missing", async () => {
      await enter(page, "button", "Register the work");
      await expectFocus(page, "textbox", "Title");
      await expectDescribed(page, "Say in a line what it is.");
    });

    it("fills in all of it", async () => {
      await page.keyboard.type(TITLE);
      await typeInto(page, /^Summary/, "In one part, with its score.");
      // Asked for early: a key is quicker than the way to the browser on which it is asked for.
      const chooser = page.waitForEvent("filechooser");
      await tabTo(page, "button", "Choose files");
      await page.keyboard.press("Enter");
      const buffer = Buffer.from("Line after line of a song.\n".repeat(400));
      await (await chooser).setFiles([
        { name: "song.txt", mimeType: "text/plain", buffer },
        { name: "draft.txt", mimeType: "text/plain", buffer },
      ]);
      await reads(page, "2 files hashed.");
      await enter(page, "button", "Take draft.txt out");
      await locate(page, { role: "button", name: "Take draft.txt out" }).waitFor({ state: "detached" });
      await enter(page, "button", "Add a contributor");
      await tabBackTo(page, "textbox", "Contributor 2");
      await page.keyboard.type("github:alice");
      await typeInto(page, "Part of github:alice, in percent", "30");
      await enter(page, "button", "typed; click to let it share the rest");
      await keptFocus(page);
      await tabBackTo(page, "textbox", "Part of github:alice, in percent");
      await page.keyboard.press("Control+A");
      await page.keyboard.type("30");
      await typeInto(page, "Search by title", ground, "searchbox");
      await enter(page, "button", new RegExp(`^Cite ${ground}`));
      await reads(page, /^Upstream 5%, which leaves the people 95%/);
    });

    it("registers it, and is led to its page", async () => {
      await enter(page, "button", "Register the work");
      await page.waitForURL(/\/contributions\/0x01[0-9a-f]{62}$/, { timeout: STEP_MS });
      id = page.url().split("/").at(-1) as Hex;
      await headed(page, TITLE);
      await keptFocus(page);
      const { contributors } = await work();
      expect(contributors.map(({ weight }) => weight)).to.have.members([700_000, 300_000]);
      expect(newcomer.troubles).to.deep.equal([]);
    });
  });

  describe("a contributor", () => {
    let page: Page;
    before(() => {
      ({ page } = author);
    });

    it("finds the work in the list, and follows it", async () => {
      await page.goto("/");
      await enter(page, "link", "Contributions");
      await headed(page, "Contributions");
      await typeInto(page, "Search titles", ground, "searchbox");
      await page.keyboard.press("Enter");
      await page.waitForURL(/[?&]q=/);
      await enter(page, "link", ground);
      await headed(page, ground);
      await reads(page, "Paid");
      await keptFocus(page);
    });

    it("asks what a term of the page means, and puts the answer away", async () => {
      const tip = page.getByRole("tooltip");
      await page.keyboard.press("Tab");
      while ((await page.evaluate(() => document.activeElement?.hasAttribute("data-tip"))) !== true)
        await page.keyboard.press("Tab");
      await tip.waitFor();
      const described = await page.evaluate(() => document.activeElement?.getAttribute("aria-describedby"));
      expect(described).to.equal(await tip.getAttribute("id"));
      await page.keyboard.press("Escape");
      await tip.waitFor({ state: "hidden" });
    });

    it("withdraws what it brought, from the menu of the account", async () => {
      await tabBackTo(page, "button", "Connect");
      await takeWallet(page, "Test Wallet");
      await enter(page, "button", /^Account/);
      await enter(page, "link", "Your account");
      await page.waitForURL(/\/accounts\/0x/);
      await locate(page, { role: "heading", name: "Withdraw" }).waitFor({ timeout: STEP_MS });
      for (const unit of ["AZR", "ETH"]) {
        await enter(page, "button", `Withdraw ${unit}`);
        const row = page.getByRole("listitem").filter({ hasText: `Withdraw ${unit}` });
        await row.getByText(/^Done, in block/).waitFor({ timeout: STEP_MS });
        await expectFocus(page, "button", `Withdraw ${unit}`);
      }
      await enter(page, "button", "Close");
      await keptFocus(page);
      expectNoTroubles(author);
    });
  });

  describe("a judge", () => {
    let page: Page;
    before(async function () {
      this.timeout(START_MS);
      while ((await work()).phase !== "Voting") await newcomer.page.waitForTimeout(PAUSE_MS);
      const panel = (await work()).rounds.at(-1)?.ballots.map(({ validator }) => validator) ?? [];
      const account = practiceJudges().find(({ address }) => panel.includes(address));
      if (account === undefined) throw new Error("No practice judge is on the panel.");
      judge = await openPerson(browser, stack, account);
      ({ page } = judge);
    });

    it("finds the work in the queue", async () => {
      await page.goto("/judge");
      await tabTo(page, "button", "Connect");
      await takeWallet(page, "Test Wallet");
      await reads(page, TITLE);
      const row = page.getByRole("listitem").filter({ hasText: TITLE });
      const open = await row.getByRole("link").textContent();
      await tabTo(page, "link", open ?? "");
      expect(await row.locator(":focus").count()).to.equal(1);
      await page.keyboard.press("Enter");
      await headed(page, TITLE);
    });

    it("seals a vote with its reasons, in the place of one that was sealed already", async () => {
      const again = page.getByRole("button", { name: "Vote again" });
      const level = page.getByRole("radio").first();
      await level.or(again).first().waitFor({ timeout: STEP_MS });
      if (await again.isVisible()) await enter(page, "button", "Vote again");
      else await enter(page, "button", "Seal the vote");
      await tabTo(page, "radio", /^0 /);
      await page.keyboard.press("Space");
      for (let n = 0; n < 5; n += 1) await page.keyboard.press("ArrowDown");
      await expectFocus(page, "radio", /^5 /);
      expect(await page.getByRole("radio", { name: /^5 / }).isChecked()).to.equal(true);
      await typeInto(page, "Why", "More than useful to a few, less than a standard.");
      await enter(page, "button", /^Seal/);
      await reads(page, "You sealed level 5");
      await keptFocus(page);
    });

    it("saves a copy of the secret", async () => {
      await tabTo(page, "button", "Save a copy");
      const download = page.waitForEvent("download");
      await page.keyboard.press("Enter");
      expect((await download).suggestedFilename()).to.match(/^azora-votes-0x.*\.json$/);
      await expectFocus(page, "button", "Save a copy");
    });

    it("reveals it, from the alarm in the queue", async () => {
      const { commitEnd } = (await work()).rounds.at(-1) ?? {};
      await leap(connectNode(stack), { to: BigInt(commitEnd ?? 0) + 1n });
      await tabBackTo(page, "link", "Your duties");
      await page.keyboard.press("Enter");
      await headed(page, "Judge");
      await enter(page, "button", "Reveal the vote");
      const alarm = page.getByRole("region", { name: "to be revealed now" });
      await alarm.waitFor({ state: "hidden", timeout: STEP_MS });
      await keptFocus(page);
      const ballots = (await work()).rounds.at(-1)?.ballots ?? [];
      expect(ballots.find(({ validator }) => validator === judge.account.address)?.level).to.equal(5);
      expectNoTroubles(judge);
    });
  });

  describe("a citizen", () => {
    let page: Page;
    before(() => {
      ({ page } = author);
    });

    it("is led to what is missing in a proposal, and writes it", async () => {
      // What counts is the Voice of the second before.
      const client = connectNode(stack);
      await leap(client, { to: (await client.getBlock()).timestamp + 2n });
      await page.goto("/governance");
      await enter(page, "link", "Propose something");
      await locate(page, { role: "button", name: "Propose it" }).waitFor({ timeout: STEP_MS });
      await enter(page, "button", "Propose it");
      await expectFocus(page, "textbox", "Title");
      await expectDescribed(page, "Give it a title.");
      await page.keyboard.type("Typed by hand");
      await typeInto(page, "Why", WHY);
      await tabTo(page, "combobox", "Rule");
      await page.keyboard.type("ReviewStipend");
      await typeInto(page, "New value, in AZR", await nextStipend());
      await reads(page, "Tried out on the node: as things stand now, it would go through.");
    });

    async function nextStipend(): Promise<string> {
      const { protocol } = await unwrap(createApi(stack.apiUrl).GET("/v1/protocol"));
      const { value = "0" } = protocol.rules.find(({ name }) => name === "ReviewStipend") ?? {};
      return `${BigInt(value) / 1_000_000n + 1n}`;
    }

    it("sends it, and is led to it", async () => {
      await enter(page, "button", "Propose it");
      await page.waitForURL(/\/governance\/0x[0-9a-f]{64}$/, { timeout: STEP_MS });
      await headed(page, "Typed by hand");
      await keptFocus(page);
    });

    it("votes on it", async () => {
      const params = { path: { id: page.url().split("/").at(-1) ?? "" } };
      const read = async () =>
        (await unwrap(createApi(stack.apiUrl).GET("/v1/proposals/{id}", { params }))).proposal;
      await leap(connectNode(stack), { to: BigInt((await read()).voteStart) + 1n });
      await enter(page, "button", "Vote");
      await reads(page, "Choose one.");
      await tabBackTo(page, "radio", "Abstain");
      await page.keyboard.press("ArrowDown");
      await expectFocus(page, "radio", "For");
      await typeInto(page, /^Why/, WHY);
      await enter(page, "button", "Vote");
      await reads(page, "Its vote stands.");
      await keptFocus(page);
      expect((await read()).votes.map(({ choice, reason }) => [choice, reason])).to.deep.equal([
        ["For", WHY],
      ]);
      expectNoTroubles(author);
    });
  });

  describe("an auditor", () => {
    it("opens a record, and has it verified", async () => {
      const { page, troubles } = await openTab(browser, stack.webUrl);
      await page.goto("/");
      await enter(page, "link", "Ledger");
      await headed(page, "Ledger");
      await tabTo(page, "combobox", "Decision");
      await page.keyboard.type("Paid");
      await enter(page, "button", "Show");
      await page.waitForURL(/kind=Settled/);
      await enter(page, "link", /Paid$/);
      await page.waitForURL(/\/ledger\/\d+$/);
      await enter(page, "button", "Verify");
      await reads(page, /^Proven: leaf \d+/);
      await expectFocus(page, "button", "Verify again");
      expect(troubles).to.deep.equal([]);
    });
  });
});
