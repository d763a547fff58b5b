import { setTimeout as sleep } from "node:timers/promises";
import { connect as connectNode } from "@azora/sdk";
import { createApi, type Schemas, unwrap } from "@azora/sdk/api";
import { practiceJudges } from "@azora/sdk/practice";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { type Address, createTestClient, type Hex, http } from "viem";
import { requireBrowser } from "./support/browser.ts";
import { judgeByHand, revealByHand } from "./support/judging.ts";
import { connect, expectNoTroubles, freshAccount, openPerson, type Person } from "./support/people.ts";
import { openStack, type Stack } from "./support/stack.ts";
import { fillWork } from "./support/submitting.ts";

const TITLE = "A song for the harvest";
/** Judges of the panel who vote through the page; the practice judges do it by themselves. */
const BY_HAND = 3;
const START_MS = 240_000;
/** All windows of a local chain one after the other, a second panel's too: five minutes, and some patience. */
const PAID_MS = 480_000;
const REASONS = "The song is known already, so it is worth less than the panel says.";
const STEP_MS = 30_000;

describe("a work, from the form to the purse, in a real browser", function () {
  this.timeout(PAID_MS);
  this.bail(true);
  let stack: Stack;
  let browser: Browser;
  let author: Person;
  let challenger: Person;
  let second: Person;
  let judges: Person[] = [];
  let id: Hex;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await openStack();
    author = await openPerson(browser, stack, await freshAccount(stack));
    challenger = await openPerson(browser, stack, await freshAccount(stack));
    second = await openPerson(browser, stack, await freshAccount(stack));
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const api = () => createApi(stack.apiUrl);

  /** @return What the account had before, in wei. */
  async function setBalance(address: Address, value: bigint): Promise<bigint> {
    const before = await connectNode(stack).getBalance({ address });
    await createTestClient({ mode: "anvil", transport: http(stack.rpcUrl) }).setBalance({ address, value });
    return before;
  }

  const work = async (): Promise<Schemas["ContributionDetail"]> =>
    (await unwrap(api().GET("/v1/contributions/{id}", { params: { path: { id } } }))).contribution;

  /** Waits until the index says so of the work. */
  async function until(isSo: (found: Schemas["ContributionDetail"]) => boolean, ms: number): Promise<void> {
    for (const end = Date.now() + ms; Date.now() < end; await sleep(500)) {
      if (isSo(await work())) return;
    }
    expect.fail(`The work is ${(await work()).phase} after ${ms / 1_000} s.`);
  }

  it("is submitted through the form, with files that are hashed in the browser", async () => {
    const { page } = author;
    await page.goto("/");
    await page.getByRole("link", { name: "Submit a work" }).first().click();
    await connect(author);
    await fillWork(page, { title: TITLE, partner: "github:alice" });
    await page.getByRole("button", { name: "Register the work" }).click();
    await page.waitForURL(/\/contributions\/0x01[0-9a-f]{62}$/, { timeout: STEP_MS });
    id = page.url().split("/").at(-1) as Hex;
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    const { registrant, contributors } = await work();
    expect(registrant).to.equal(author.account.address);
    expect(contributors.map(({ weight }) => weight)).to.have.members([700_000, 300_000]);
    expect(author.wallet.asked).to.deep.equal(["eth_sendTransaction"]);
  });

  it("is judged blind by its panel, of whom some vote and reveal by hand", async () => {
    await until(({ phase }) => phase === "Voting", STEP_MS);
    const panel = (await work()).rounds.at(-1)?.ballots.map(({ validator }) => validator) ?? [];
    const accounts = practiceJudges().filter(({ address }) => panel.includes(address));
    judges = await Promise.all(
      accounts.slice(0, BY_HAND).map((account) => openPerson(browser, stack, account)),
    );
    await Promise.all(judges.map((judge) => judgeByHand(judge, TITLE)));
    const { commitEnd } = (await work()).rounds.at(-1) ?? {};
    const node = connectNode(stack);
    while ((await node.getBlock()).timestamp < BigInt(commitEnd ?? 0)) await sleep(500);
    await Promise.all(judges.map(revealByHand));
    const ballots = (await work()).rounds.at(-1)?.ballots ?? [];
    for (const { account } of judges) {
      expect(ballots.find(({ validator }) => validator === account.address)?.level).to.equal(5);
    }
  });

  it("is reserved for a challenge by two, once they have said why and can pay for all of it", async () => {
    for (const person of [challenger, second]) {
      await person.page.goto(`/contributions/${id}`);
      await connect(person);
    }
    await until(({ phase }) => phase === "Scored", PAID_MS);
    await Promise.all([challenger, second].map(({ page }) => page.reload()));
    const { page, wallet, account } = challenger;
    const send = page.getByRole("button", { name: "Challenge the score" });
    await send.click({ timeout: STEP_MS });
    await page.getByText("Say why.").waitFor();
    await page.getByLabel("Reasons").fill(REASONS);
    const balance = await setBalance(account.address, 1n);
    await send.click();
    await page.getByText(/^This takes .* ETH, besides the network's fees, and you have /).waitFor();
    expect(wallet.asked).to.deep.equal([]);
    await setBalance(account.address, balance);
    await Promise.all([challenger, second].map(reserve));
  });

  /** Reserves, and leaves it at that: the wallet declines the second step. */
  async function reserve({ page, wallet }: Person): Promise<void> {
    await page.getByLabel("Reasons").fill(REASONS);
    await page.getByRole("button", { name: "Challenge the score" }).click();
    await page.getByText("It is reserved. The challenge can be sent").waitFor({ timeout: STEP_MS });
    wallet.setDeclining(true);
    await page
      .getByRole("main")
      .getByText("Declined in the wallet. Nothing was sent.")
      .waitFor({ timeout: STEP_MS });
    wallet.setDeclining(false);
    expect(wallet.asked).to.deep.equal(["eth_sendTransaction", "eth_sendTransaction"]);
  }

  it("is challenged by one of them on a page that was loaded anew, so that a second panel is drawn", async () => {
    const { page, account, wallet } = challenger;
    await page.reload();
    await page
      .getByText("You have reserved this challenge, and can go on with it.")
      .waitFor({ timeout: STEP_MS });
    expect(await page.getByLabel("Reasons").inputValue()).to.equal(REASONS);
    await page.getByRole("button", { name: "Go on with the challenge" }).click();
    await page.getByText("A second panel decides.").waitFor({ timeout: STEP_MS });
    const { challenge, level } = await work();
    expect(challenge).to.include({ challenger: account.address, ground: "Value", outcome: "Pending" });
    expect(challenge).to.include({ direction: "Down", firstLevel: level });
    expect(wallet.asked).to.deep.equal(Array(3).fill("eth_sendTransaction"));
  });

  it("gives the other one the deposit back", async () => {
    const { page, account } = second;
    await page.getByText("and somebody else was first.").waitFor({ timeout: STEP_MS });
    await page.getByRole("button", { name: "Get the deposit back" }).click();
    await page
      .getByRole("main")
      .getByText(/^Done, in block/)
      .waitFor({ timeout: STEP_MS });
    const params = { path: { address: account.address } };
    const { reservations, ether } = (await unwrap(api().GET("/v1/accounts/{address}", { params }))).account;
    expect(reservations.map(({ state, contribution }) => [state, contribution])).to.deep.equal([
      ["Released", id],
    ]);
    expect(ether.map(({ owed }) => owed)).to.deep.equal([reservations[0]?.deposit]);
  });

  it("is followed on its page until it is paid", async () => {
    const { page } = author;
    await until(({ phase }) => phase === "Settled", PAID_MS);

    await page.getByText("Paid", { exact: true }).first().waitFor({ timeout: STEP_MS });
    const { level, settlement, challenge } = await work();
    expect(challenge?.outcome).to.be.oneOf(["Upheld", "Dismissed"]);
    expect(level).to.be.greaterThan(0);
    expect(BigInt(settlement?.people ?? 0) > 0n).to.equal(true);
  });

  it("pays its author, who withdraws AZR and the bond", async () => {
    const { page, account } = author;
    await page.goto(`/accounts/${account.address}`);
    await page.getByRole("heading", { name: "Withdraw" }).waitFor({ timeout: STEP_MS });
    const done = page.getByRole("main").getByText(/^Done, in block/);
    for (const [place, unit] of ["AZR", "ETH"].entries()) {
      await page.getByRole("button", { name: `Withdraw ${unit}` }).click();
      await done.nth(place).waitFor({ timeout: STEP_MS });
    }
    const params = { path: { address: account.address } };
    const found = (await unwrap(api().GET("/v1/accounts/{address}", { params }))).account;
    expect([found.owed, found.azr]).to.deep.equal(["0", found.earned]);
    expect(found.ether.map(({ owed }) => owed)).to.deep.equal(["0"]);
  });

  it("says why the payment is what it is, down to what was minted", async () => {
    const { page, account } = author;
    await page.goto(`/accounts/${account.address}`);
    await page
      .getByRole("link", { name: /^Why the payment of/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "Why this payment" }).waitFor({ timeout: STEP_MS });
    await page.getByText("Adds up to the wei").first().waitFor({ timeout: STEP_MS });
    const { settlement, level } = await work();
    await page.getByText(`level ${level}, epoch ${settlement?.epoch}`).waitFor({ timeout: STEP_MS });
    expect(await page.getByText("Does not add up").count()).to.equal(0);
  });

  it("stands on the ledger, as the browser finds out by itself", async () => {
    const { page } = author;
    const record = (await work()).records.find(({ kind }) => kind === "Settled");
    await page.goto(`/ledger/${record?.index}`);
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByText(/^Proven: leaf/).waitFor({ timeout: STEP_MS });
  });

  it("leaves no error in any page", () => {
    for (const person of [author, challenger, second, ...judges]) expectNoTroubles(person);
  });
});
