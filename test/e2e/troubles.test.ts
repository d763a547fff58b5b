import { createApi, unwrap } from "@azora/sdk/api";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { createTestClient, createWalletClient, http, publicActions } from "viem";
import { foundry } from "viem/chains";
import { requireBrowser } from "./support/browser.ts";
import { connect, freshAccount, openPerson, type Person } from "./support/people.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";
import { fillWork } from "./support/submitting.ts";

const START_MS = 240_000;
const STEP_MS = 30_000;
const MAINNET = 1;
const TITLE = "A work that meets some trouble";

describe("what can go wrong with a transaction, each in its own words", function () {
  this.timeout(120_000);
  let stack: Stack;
  let browser: Browser;
  let person: Person;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("plain");
    person = await openPerson(browser, stack, await freshAccount(stack));
    await person.page.goto("/submit");
    await connect(person);
    await fillWork(person.page, { title: TITLE, partner: "github:alice" });
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const register = () => person.page.getByRole("button", { name: "Register the work" }).click();
  const reads = (text: string | RegExp) => person.page.getByText(text).first().waitFor({ timeout: STEP_MS });
  const title = () => person.page.getByRole("textbox", { name: "Title" }).inputValue();
  /** What is sent is asked for here; nothing else of a wallet costs anything. */
  const sent = () => person.wallet.asked.filter((method) => method === "eth_sendTransaction").length;

  async function registered(): Promise<number> {
    const query = { registrant: person.account.address };
    return (await unwrap(createApi(stack.apiUrl).GET("/v1/contributions", { params: { query } }))).items
      .length;
  }

  it("declined: nothing is sent, and the form keeps everything, over a reload too", async () => {
    person.wallet.setDeclining(true);
    await register();
    await reads("Declined in the wallet. Nothing was sent.");
    person.wallet.setDeclining(false);
    await person.page.reload();
    await person.page.getByRole("button", { name: "Register the work" }).waitFor({ timeout: STEP_MS });
    expect(await title()).to.equal(TITLE);
    await person.page.getByText("score.txt").waitFor();
    expect(person.tab.troubles).to.deep.equal([]);
  });

  it("on another network: nothing can be sent until the wallet has switched", async () => {
    await person.wallet.setChain(MAINNET);
    const main = person.page.getByRole("main");
    await main.getByText("Wrong network").waitFor();
    await main.getByRole("button", { name: "Switch to the local network" }).click();
    await person.page.getByRole("button", { name: "Register the work" }).waitFor();
    expect(person.wallet.asked).to.include("wallet_switchEthereumChain");
    expect(person.tab.troubles).to.deep.equal([]);
  });

  it("without the API: the evidence is not handed in, so nothing is sent", async () => {
    const before = sent();
    await person.page.route(`${stack.apiUrl}/v1/evidence/**`, (route) => route.abort());
    await register();
    await reads("The API does not answer, so the evidence could not be handed in. Nothing was sent.");
    await person.page.unroute(`${stack.apiUrl}/v1/evidence/**`);
    expect(sent()).to.equal(before);
  });

  it("without the chain's node: it says so, and nothing is sent", async () => {
    const before = sent();
    await person.page.route(`${stack.rpcUrl}/**`, (route) => route.abort());
    await register();
    await reads(/The chain's node cannot be reached/);
    await person.page.unroute(`${stack.rpcUrl}/**`);
    expect(sent()).to.equal(before);
  });

  it("replaced in the wallet: it did not happen", async () => {
    const transport = http(stack.rpcUrl);
    const node = createTestClient({ mode: "anvil", chain: foundry, transport }).extend(publicActions);
    const signer = createWalletClient({ account: person.account, chain: foundry, transport });
    await node.setIntervalMining({ interval: 0 });
    try {
      await register();
      await reads("Sent. Waiting for the chain to take it into a block.");
      const { address } = person.account;
      const nonce = await node.getTransactionCount({ address });
      const fees = await node.estimateFeesPerGas();
      await signer.sendTransaction({
        ...{ to: address, value: 0n, nonce },
        maxFeePerGas: fees.maxFeePerGas * 10n,
        maxPriorityFeePerGas: fees.maxPriorityFeePerGas * 10n + 1n,
      });
      await node.mine({ blocks: 1 });
    } finally {
      await node.setIntervalMining({ interval: 1 });
    }
    await reads("Cancelled in the wallet: another transaction took its place. Nothing was changed.");
    expect(await title()).to.equal(TITLE);
  });

  it("seen late by the index: it is on the chain, and only the pages are late", async () => {
    const late = { type: "about:blank", title: "Late", status: 504, detail: "The index is behind." };
    await person.page.route(`${stack.apiUrl}/v1/head?minBlock=*`, (route) =>
      route.fulfill({ status: 504, contentType: "application/problem+json", json: late }),
    );
    await register();
    await reads(/^Done, in block \d+\. The index is behind/);
    await person.page.unroute(`${stack.apiUrl}/v1/head?minBlock=*`);
    await person.page.getByRole("button", { name: "Look again" }).click();
    await person.page.waitForURL(/\/contributions\/0x01/, { timeout: STEP_MS });
    expect(await registered()).to.equal(1);
  });

  it("left while it waits for a block: the page goes on following it when it is loaded anew", async () => {
    const node = createTestClient({ mode: "anvil", chain: foundry, transport: http(stack.rpcUrl) });
    await node.setIntervalMining({ interval: 0 });
    try {
      await person.page.goto("/submit");
      await fillWork(person.page, { title: "A page closed too early", partner: "github:alice" });
      await register();
      await reads("Sent. Waiting for the chain to take it into a block.");
      await person.page.reload();
      await reads("Sent. Waiting for the chain to take it into a block.");
    } finally {
      await node.setIntervalMining({ interval: 1 });
    }
    await person.page.waitForURL(/\/contributions\/0x01/, { timeout: STEP_MS });
    expect(await registered()).to.equal(2);
  });

  it("a part of the page whose code does not arrive: it says so, and gets it when it is told to try again", async () => {
    // What a service worker loads, a test cannot cut off.
    const context = await browser.newContext({ baseURL: stack.webUrl, serviceWorkers: "block" });
    const page = await context.newPage();
    const scripts = "**/_next/static/**/*.js";
    const fill = page.getByRole("button", { name: "Fill it in without an account" });
    await page.goto("/submit");
    await fill.waitFor();
    await page.route(scripts, (route) => route.abort());
    await fill.click();
    await page.getByRole("alert").getByText("Something went wrong").waitFor({ timeout: STEP_MS });
    await page.unroute(scripts);
    await page.getByRole("button", { name: "Try again" }).click();
    await fill.click({ timeout: STEP_MS });
    await page.getByRole("textbox", { name: "Title" }).waitFor({ timeout: STEP_MS });
    await context.close();
  });
});
