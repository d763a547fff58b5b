import { connect as connectNode } from "@azora/sdk";
import { createApi, type Schemas, unwrap } from "@azora/sdk/api";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { type Address, createTestClient, erc20Abi, http, parseEther } from "viem";
import { foundry } from "viem/chains";
import { findFaults } from "./support/axe.ts";
import { requireBrowser } from "./support/browser.ts";
import { connect, expectNoTroubles, freshAccount, openPerson, type Person } from "./support/people.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";
import { fillWork } from "./support/submitting.ts";
import { deployMock } from "./support/tokens.ts";
import { registerWork, untilPaid } from "./support/works.ts";

const START_MS = 300_000;
const STEP_MS = 30_000;
const WAITING = "Sent. Waiting for the chain to take it into a block.";
const HELD = /^Handed to your account, which is a contract\./;

describe("what was sent, until the pages show it", function () {
  this.timeout(120_000);
  let stack: Stack;
  let browser: Browser;
  const people: Person[] = [];

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("plain");
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  async function open(more: Parameters<typeof openPerson>[3] = {}): Promise<Person> {
    const person = await openPerson(browser, stack, await freshAccount(stack), more);
    people.push(person);
    return person;
  }

  const node = () => createTestClient({ mode: "anvil", chain: foundry, transport: http(stack.rpcUrl) });
  const api = () => createApi(stack.apiUrl);
  const reads = (page: Page, text: string | RegExp) =>
    page.getByText(text).first().waitFor({ timeout: STEP_MS });
  const menu = (page: Page) => page.getByRole("banner").getByRole("button", { name: /^Account/ });
  const list = (page: Page) => page.getByRole("region", { name: "Your transactions" });
  const register = (page: Page) => page.getByRole("button", { name: "Register the work" }).click();

  async function registeredBy(registrant: Address): Promise<number> {
    const query = { registrant };
    return (await unwrap(api().GET("/v1/contributions", { params: { query } }))).items.length;
  }

  it("goes on, on another page, after the page was closed, and is listed with its end", async () => {
    const { page, address } = await openConnected();
    await fillWork(page, { title: "A page closed for another", partner: "github:alice" });
    await node().setIntervalMining({ interval: 0 });
    try {
      await register(page);
      await reads(page, WAITING);
      await page.goto("/people");
      await page.getByRole("banner").getByRole("button", { name: "1 transaction under way" }).waitFor();
      await menu(page).click();
      await list(page).getByText("Waiting for a block").waitFor();
    } finally {
      await node().setIntervalMining({ interval: 1 });
    }
    await list(page)
      .getByText(/^Done, in block \d+/)
      .waitFor({ timeout: STEP_MS });
    expect(await registeredBy(address)).to.equal(1);
    expect(await findFaults(page)).to.deep.equal([]);
    await list(page).getByRole("link", { name: "Register “A page closed for another”" }).click();
    await page.getByRole("heading", { level: 1, name: "A page closed for another" }).waitFor();
    await page.reload();
    await menu(page).click();
    await list(page)
      .getByText(/^Done, in block \d+/)
      .waitFor();
  });

  it("is told to the form that sent it, when somebody comes back to it, so that nothing is sent twice", async () => {
    const { page } = people.at(-1) ?? (await open());
    await page.goto("/submit");
    await page.waitForURL(/\/contributions\/0x01/, { timeout: STEP_MS });
    await page.goto("/submit");
    await page.getByRole("button", { name: "Register the work" }).waitFor({ timeout: STEP_MS });
    expect(await page.getByRole("textbox", { name: "Title" }).inputValue()).to.equal("");
  });

  it("is dropped with a sentence where the browser holds something else in its place", async () => {
    const { page, address } = people.at(-1) ?? (await open());
    const key = `azora.transactions.${stack.deployment.chainId}.${address.toLowerCase()}`;
    await page.evaluate((name) => localStorage.setItem(name, "{ not what was kept"), key);
    await page.reload();
    await menu(page).click();
    await list(page).getByText("could not be read, and was dropped").waitFor({ timeout: STEP_MS });
    expect(await page.evaluate((name) => localStorage.getItem(name), key)).to.not.contain(
      "not what was kept",
    );
  });

  async function openConnected(more?: Parameters<typeof openPerson>[3]): Promise<Person> {
    const person = await open(more);
    await person.page.goto("/submit");
    await connect(person);
    return person;
  }

  it("waits for the owners of a Safe, says so, over a reload too, and then is what they made of it", async () => {
    const owner = await freshAccount(stack);
    const safe = await deployMock(stack, owner, "PracticeSafe", [owner.address]);
    await node().setBalance({ address: safe, value: parseEther("5") });
    const person = await openPerson(browser, stack, owner, { safe });
    people.push(person);
    const { page, wallet } = person;
    await page.goto("/submit");
    await connect(person);
    await fillWork(page, { title: "A work of several owners", partner: "github:alice" });
    await register(page);
    await reads(page, HELD);
    await page.reload();
    await reads(page, HELD);
    expect(await registeredBy(safe)).to.equal(0);
    await wallet.execute();
    await page.waitForURL(/\/contributions\/0x01/, { timeout: STEP_MS });
    expect(await registeredBy(safe)).to.equal(1);
    expect(wallet.asked).to.deep.equal(["eth_sendTransaction"]);
  });

  it("is said to have failed if the Safe executed it and its call was refused", async () => {
    const person = people.at(-1) ?? (await open());
    const { page, wallet, address } = person;
    await page.goto("/submit");
    await fillWork(page, { title: "A work that its owners cannot pay", partner: "github:alice" });
    await register(page);
    await reads(page, HELD);
    await node().setBalance({ address, value: 0n });
    await wallet.execute();
    await reads(page, /Your account executed it, and the call within was refused\. Nothing was changed\./);
    expect(await registeredBy(address)).to.equal(1);
  });

  describe("as one, where the wallet can", () => {
    let work: Schemas["ContributionDetail"]["id"];
    let token: Address;
    let person: Person;

    before(async function () {
      this.timeout(START_MS);
      const owner = await freshAccount(stack);
      const together = await deployMock(stack, owner, "PracticeSafe", [owner.address]);
      person = await openPerson(browser, stack, owner, { together });
      people.push(person);
      const title = "A work that is paid in one go";
      const id = await registerWork(stack, { title, author: owner.address, registrant: owner });
      await untilPaid(stack, [id]);
      work = id;
      token = await deployMock(stack, owner, "PlainToken", [owner.address, parseEther("100")]);
    });

    it("lets a payment be taken and pays it with one signature, and leaves no allowance", async () => {
      const { page, wallet, address } = person;
      await page.goto(`/contributions/${work}`);
      await connect(person);
      await page.getByLabel("Token", { exact: true }).selectOption({ label: "Another token…" });
      await page.getByLabel("The token's address").fill(token);
      await page.getByText("100.00 PUSD").waitFor({ timeout: STEP_MS });
      await page.getByRole("textbox", { name: "Amount" }).fill("10");
      wallet.setDeclining(true);
      await page.getByRole("button", { name: "Pay it" }).click();
      await reads(page, "Declined in the wallet. Nothing was sent.");
      wallet.setDeclining(false);
      await page.getByRole("button", { name: "Pay it" }).click();
      await page.getByRole("cell", { name: "10.00 PUSD" }).waitFor({ timeout: STEP_MS });
      expect(wallet.asked).to.deep.equal(["wallet_sendCalls", "wallet_sendCalls"]);
      const args = [address, stack.deployment.addresses.rewardLedger] as const;
      const read = { address: token, abi: erc20Abi, functionName: "allowance", args } as const;
      expect(await connectNode(stack).readContract(read)).to.equal(0n);
    });

    it("takes out everything at once", async () => {
      const { page, wallet, address } = person;
      await page.goto(`/accounts/${address}`);
      // What was paid flows to it in a block of its own.
      await page.getByRole("button", { name: "Withdraw PUSD" }).waitFor({ timeout: STEP_MS });
      await page.getByRole("button", { name: "Withdraw everything" }).click({ timeout: STEP_MS });
      const done = page
        .getByRole("main")
        .getByText(/^Done, in block \d+/)
        .first();
      // It may say that the index is behind, so the API is asked as of that block.
      const said = await done.textContent({ timeout: STEP_MS });
      const block = /\d+/.exec(said ?? "")?.[0];
      const params = { path: { address }, query: { minBlock: Number(block) } };
      const { account } = await unwrap(api().GET("/v1/accounts/{address}", { params }));
      const owed = [account.owed, ...[...account.ether, ...account.tokens].map((credit) => credit.owed)];
      expect(owed.length).to.be.greaterThan(2);
      expect(owed.every((amount) => amount === "0")).to.equal(true);
      expect(wallet.asked.slice(2)).to.deep.equal(["wallet_sendCalls"]);
    });
  });

  it("asks for no names of ENS, which no local chain has", async () => {
    const { address } = people.at(-1) ?? (await open());
    expect((await fetch(`${stack.webUrl}/names?of=${address.toLowerCase()}`)).status).to.equal(404);
  });

  describe("and all along", () => {
    it("leaves no error in any page", () => {
      expect(people).to.have.length(3);
      for (const person of people) expectNoTroubles(person);
    });
  });
});
