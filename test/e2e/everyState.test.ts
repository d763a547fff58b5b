import type { Node } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { practiceJudges } from "@azora/sdk/practice";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { createTestClient, http } from "viem";
import { findFaults, unfold } from "./support/axe.ts";
import { openTab, requireBrowser } from "./support/browser.ts";
import { connect, freshAccount, openPerson, type Person } from "./support/people.ts";
import { openStack, type Stack } from "./support/stack.ts";
import { fillWork } from "./support/submitting.ts";
import { registerWork, untilPaid } from "./support/works.ts";

const START_MS = 300_000;
const STEP_MS = 30_000;
const PHONE = 390;
const WIDE = 1440;
const HEIGHT = 1_000;
const MAINNET = 1;
const TITLE = "A work to act on";

/** What is there only once somebody has opened, typed or sent something: what an address alone does not show. */
describe("axe finds no fault in what comes by acting", function () {
  this.timeout(120_000);
  let stack: Stack;
  let browser: Browser;
  let author: Person;
  let work: Node;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await openStack();
    author = await openPerson(browser, stack, await freshAccount(stack));
    const { account } = author;
    work = await registerWork(stack, { title: TITLE, author: account.address, registrant: account });
    await untilPaid(stack, [work]);
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const main = (page: Page) => page.getByRole("main");
  const reads = (page: Page, text: string | RegExp) =>
    main(page).getByText(text).first().waitFor({ timeout: STEP_MS });
  const press = (page: Page, name: string) =>
    main(page).getByRole("button", { name }).first().click({ timeout: STEP_MS });
  async function expectNoFaults(page: Page, only?: readonly number[]): Promise<void> {
    expect(await findFaults(page, only)).to.deep.equal([]);
  }

  describe("for anybody", () => {
    let page: Page;
    beforeEach(async () => {
      ({ page } = await openTab(browser, stack.webUrl));
    });
    afterEach(() => page?.context().close());

    it("the menu of pages, on phones", async () => {
      await page.setViewportSize({ width: PHONE, height: HEIGHT });
      await page.goto("/");
      await page.getByRole("button", { name: "Menu" }).click();
      await page.getByRole("navigation", { name: "Menu" }).waitFor();
      await expectNoFaults(page, [PHONE]);
    });

    it("a tooltip", async () => {
      await page.goto(`/contributions/${work}`);
      await main(page).locator("[data-tip]").first().focus();
      await page.getByRole("tooltip").waitFor();
      await expectNoFaults(page, [WIDE]);
    });

    it("the list of wallets", async () => {
      await page.goto("/submit");
      await press(page, "Connect");
      await page.getByRole("dialog").getByRole("button", { name: "Burner account" }).waitFor();
      await expectNoFaults(page);
    });

    it("a burner account's menu, with its key, and with the question whether to forget it", async () => {
      await page.goto("/people");
      await page.getByRole("banner").getByRole("button", { name: "Connect" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Burner account" }).click();
      const menu = page.getByRole("banner").getByRole("button", { name: /^Account/ });
      await menu.waitFor({ timeout: STEP_MS });
      for (const width of [WIDE, PHONE]) {
        await page.setViewportSize({ width, height: HEIGHT });
        await page.reload();
        await menu.click({ timeout: STEP_MS });
        await page.getByRole("button", { name: "Show the key" }).click();
        await page.getByText(/^0x[0-9a-f]{64}$/).waitFor();
        await expectNoFaults(page, [width]);
        await page.getByRole("button", { name: "Forget it" }).click();
        await page.getByRole("button", { name: "Yes, forget it" }).waitFor();
        await expectNoFaults(page, [width]);
      }
    });

    it("a record that is proven, and one that cannot be", async () => {
      await page.goto("/ledger/0");
      await press(page, "Verify");
      await reads(page, /^Proven: leaf/);
      await unfold(page);
      await expectNoFaults(page);
      await page.getByLabel("Node to ask (JSON-RPC)").fill("http://127.0.0.1:9");
      await press(page, "Verify again");
      await reads(page, "The node did not answer.");
      await expectNoFaults(page);
    });
  });

  describe("for somebody who registers a work", () => {
    let page: Page;
    before(async () => {
      ({ page } = author);
      await page.goto("/submit");
      await connect(author);
    });

    it("the form, empty, with all that can be wrong, and whole", async () => {
      await page.getByRole("textbox", { name: "Title" }).waitFor();
      await expectNoFaults(page);
      await press(page, "Register the work");
      await reads(page, "Some parts need another look.");
      await expectNoFaults(page);
      await fillWork(page, { title: "A work in every state", partner: "github:alice" });
      const part = page.getByLabel("Part of github:alice, in percent");
      const search = page.getByRole("searchbox", { name: "Search by title" });
      await part.fill("many");
      await search.fill(TITLE);
      await page
        .getByRole("button", { name: `Cite ${TITLE}` })
        .first()
        .waitFor({ timeout: STEP_MS });
      await expectNoFaults(page);
      await search.fill("");
      await part.fill("30");
      await part.blur();
      await expectNoFaults(page);
    });

    it("a transaction that is declined, that has no evidence, that waits, and that is done", async () => {
      author.wallet.setDeclining(true);
      await press(page, "Register the work");
      await reads(page, "Declined in the wallet. Nothing was sent.");
      author.wallet.setDeclining(false);
      await expectNoFaults(page);
      await page.route(`${stack.apiUrl}/v1/evidence/**`, (route) => route.abort());
      await press(page, "Register the work");
      await reads(page, "The API does not answer, so the evidence could not be handed in. Nothing was sent.");
      await expectNoFaults(page);
      await page.unroute(`${stack.apiUrl}/v1/evidence/**`);
      const late = { type: "about:blank", title: "Late", status: 504, detail: "The index is behind." };
      await page.route(`${stack.apiUrl}/v1/head?minBlock=*`, (route) =>
        route.fulfill({ status: 504, contentType: "application/problem+json", json: late }),
      );
      const node = createTestClient({ mode: "anvil", transport: http(stack.rpcUrl) });
      await node.setIntervalMining({ interval: 0 });
      try {
        await press(page, "Register the work");
        await reads(page, "Sent. Waiting for the chain to take it into a block.");
        await expectNoFaults(page);
      } finally {
        await node.setIntervalMining({ interval: 1 });
      }
      await reads(page, /^Done, in block \d+\. The index is behind/);
      await expectNoFaults(page);
      await page.unroute(`${stack.apiUrl}/v1/head?minBlock=*`);
    });

    it("a wallet on another network, in the page and in the account's menu", async () => {
      await page.goto("/submit");
      await main(page).getByRole("button", { name: "Register the work" }).waitFor({ timeout: STEP_MS });
      await author.wallet.setChain(MAINNET);
      await reads(page, "Wrong network");
      await expectNoFaults(page);
      const banner = page.getByRole("banner");
      await banner.getByRole("button", { name: /^Account/ }).click();
      const change = banner.getByRole("button", { name: "Switch to the local network" });
      await change.waitFor();
      await expectNoFaults(page, [WIDE]);
      await change.click();
      await main(page).getByRole("button", { name: "Register the work" }).waitFor({ timeout: STEP_MS });
    });

    for (const [name, path, ready] of [
      ["an account that is one's own", () => `/accounts/${author.account.address}`, "Withdraw AZR"],
      ["the payment of a work", () => `/contributions/${work}`, "Pay it"],
      ["the desk of somebody without a seat", () => "/judge", "Take a seat"],
      ["a Voice", () => "/governance", "Give it"],
      ["a name that is to be linked", () => "/link", "Prepare the proof"],
    ] as const) {
      it(name, async () => {
        await page.goto(path());
        await main(page).getByRole("button", { name: ready }).first().waitFor({ timeout: STEP_MS });
        await unfold(page);
        await expectNoFaults(page);
      });
    }

    it("forms with mistakes in them: a payment, a recipient of a Voice, a name", async () => {
      await page.goto(`/contributions/${work}`);
      await page.getByRole("textbox", { name: "Amount" }).fill("1.2.3", { timeout: STEP_MS });
      await press(page, "Pay it");
      await expectNoFaults(page);
      await page.goto("/governance");
      await page.getByLabel("Let this account vote with it").fill("nobody", { timeout: STEP_MS });
      await press(page, "Give it");
      await expectNoFaults(page);
      await page.goto("/link");
      await page.getByLabel("The name").fill("nothing like it", { timeout: STEP_MS });
      await press(page, "Prepare the proof");
      await expectNoFaults(page);
    });
  });

  it("the desk of a judge, with a seat that is to be given up", async () => {
    const { items } = await unwrap(createApi(stack.apiUrl).GET("/v1/judges"));
    const seated = items.filter(({ seat }) => seat !== null).map(({ account }) => account);
    const account = practiceJudges().find(({ address }) => seated.includes(address));
    if (account === undefined) throw new Error("No practice judge sits.");
    const judge = await openPerson(browser, stack, account);
    await judge.page.goto("/judge");
    await connect(judge);
    await press(judge.page, "Give up the seat");
    await main(judge.page).getByRole("button", { name: "Yes, give it up" }).waitFor();
    await expectNoFaults(judge.page);
  });
});
