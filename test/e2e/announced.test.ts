import { createApi, unwrap } from "@azora/sdk/api";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import {
  type Address,
  createTestClient,
  createWalletClient,
  http,
  parseEther,
  publicActions,
  toFunctionSelector,
} from "viem";
import { foundry } from "viem/chains";
import { requireBrowser } from "./support/browser.ts";
import { connect, freshAccount, openPerson, type Person } from "./support/people.ts";
import { type Heard, listen, type ScreenReader } from "./support/screenReader.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";
import { fillWork } from "./support/submitting.ts";
import { deployMock } from "./support/tokens.ts";

const START_MS = 240_000;
const STEP_MS = 30_000;
const TITLE = "A work that is listened to";

const HEADING = `Register “${TITLE}”`;
const HANDING = "Handing in the manifest…";
const TRYING = "Trying it out on the node. Nothing is sent yet.";
const SIGNING = "Waiting for your wallet. Check what it shows, then confirm there.";
const PENDING = "Sent. Waiting for the chain to take it into a block.";
const HELD =
  "Handed to your account, which is a contract. It waits until its owners have signed and somebody executes it, which may take long. You can leave: it is looked for again when you come back. If the owners turn it down, close this.";
const CONFIRMED = "In block N. Waiting for the index to read it.";
const DONE = "Done, in block N.";
const DECLINED = "Declined in the wallet. Nothing was sent.";
const CANCELLED = "Cancelled in the wallet: another transaction took its place. Nothing was changed.";
const REPLACED = "The wallet sent something else in its place, so this did not happen.";
const REVERTED = "This did not go through: The evidence hash is empty: pass the SHA-256 of the manifest.";
const LATE = "Done, in block N. The index is behind, so the pages will show it a little later.";

const NOBODY: Address = "0x000000000000000000000000000000000000dEaD";

/** All that is said of a transaction waits for its turn. */
const inTurn = (...texts: string[]): Heard[] => texts.map((text) => ({ how: "polite", text }));

describe("what a screen reader says of a transaction", function () {
  this.timeout(120_000);
  this.bail(true);
  let stack: Stack;
  let browser: Browser;
  let person: Person;
  let page: Page;
  let reader: ScreenReader;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("plain");
    person = await openPerson(browser, stack, await freshAccount(stack));
    ({ page } = person);
    reader = await listen(person.tab.context);
    await page.goto("/submit");
    await connect(person);
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const node = () =>
    createTestClient({ mode: "anvil", chain: foundry, transport: http(stack.rpcUrl) }).extend(publicActions);
  const register = () => page.getByRole("button", { name: "Register the work" });
  /** Presses the button, and gives all that is said until the last of it. */
  async function saidUntil(last: string): Promise<readonly Heard[]> {
    reader.heard();
    await register().click();
    return reader.until((text) => text === last);
  }
  /** What can be pressed where it is sent, and whether it can be pressed now. */
  async function controls(): Promise<string[]> {
    const place = page.getByRole("main").locator("[data-place]");
    const lines = (await place.ariaSnapshot()).split("\n");
    return lines.flatMap((line) => /^\s*- ((?:button|link) .*?):?$/.exec(line)?.[1] ?? []);
  }
  /** While nothing is mined but what is asked for. */
  async function withoutBlocks(act: (client: ReturnType<typeof node>) => Promise<void>): Promise<void> {
    const client = node();
    await client.setIntervalMining({ interval: 0 });
    try {
      await act(client);
    } finally {
      await client.setIntervalMining({ interval: 1 });
    }
  }

  it("connected: which account it is", async () => {
    const { address } = person.account;
    const shown = `${address.slice(0, 6)}…${address.slice(-4)}`.toLowerCase();
    expect(await reader.until((text) => text.startsWith("Connected"))).to.deep.equal(
      inTurn(`Connected: ${shown}.`),
    );
  });

  it("with something missing: that there is, at once, and then the field that has the focus", async () => {
    await register().click();
    const sentence = "Some parts need another look. They are marked in the form.";
    expect(await reader.until((text) => text === sentence)).to.deep.equal([
      { how: "assertive", text: sentence },
    ]);
    const title = page.getByRole("textbox", { name: "Title", exact: true });
    expect(await title.and(page.locator(":focus")).count()).to.equal(1);
    expect(await title.ariaSnapshot()).to.equal('- textbox "Title" [invalid]');
    await fillWork(page, { title: TITLE, partner: "github:alice" });
    await reader.until((text) => text === "2 files hashed.");
  });

  it("declined", async () => {
    person.wallet.setDeclining(true);
    expect(await saidUntil(DECLINED)).to.deep.equal(inTurn(HANDING, HEADING, TRYING, SIGNING, DECLINED));
    person.wallet.setDeclining(false);
    expect(await controls()).to.deep.equal([
      'button "Register the work"',
      'button "Close"',
      'button "Try again"',
      'button "Clear the form"',
    ]);
  });

  it("cancelled in the wallet, or replaced by something else", async () => {
    const { address } = person.account;
    for (const { to, value, last } of [
      { to: address, value: 0n, last: CANCELLED },
      { to: NOBODY, value: parseEther("0.01"), last: REPLACED },
    ]) {
      await withoutBlocks(async (client) => {
        expect(await saidUntil(PENDING)).to.deep.equal(inTurn(HANDING, HEADING, TRYING, SIGNING, PENDING));
        expect(await controls()).to.deep.equal([
          'button "Register the work" [disabled]',
          'button "Copy"',
          'button "Clear the form"',
        ]);
        const signer = createWalletClient({
          ...{ account: person.account, chain: foundry, transport: http(stack.rpcUrl) },
        });
        const fees = await client.estimateFeesPerGas();
        await signer.sendTransaction({
          ...{ to, value },
          nonce: await client.getTransactionCount({ address }),
          maxFeePerGas: fees.maxFeePerGas * 10n,
          maxPriorityFeePerGas: fees.maxPriorityFeePerGas * 10n + 1n,
        });
        await client.mine({ blocks: 1 });
      });
      expect(await reader.until((text) => text === last)).to.deep.equal(inTurn(last));
    }
  });

  it("reverted in its block, and why", async () => {
    const address = stack.deployment.addresses.attributionRegistry;
    await withoutBlocks(async (client) => {
      expect(await saidUntil(PENDING)).to.deep.equal(inTurn(HANDING, HEADING, TRYING, SIGNING, PENDING));
      const code = await client.getCode({ address });
      // The contract refuses for one block, by an error of its own.
      const selector = toFunctionSelector("AttributionRegistry_EmptyEvidence()").slice(2);
      await client.setCode({ address, bytecode: `0x63${selector}60e01b5f5260045ffd` });
      await client.mine({ blocks: 1 });
      expect(await reader.until((text) => text.startsWith("This did not go through"))).to.deep.equal(
        inTurn(REVERTED),
      );
      await client.setCode({ address, bytecode: code ?? "0x" });
    });
    expect(await controls()).to.deep.equal([
      'button "Register the work"',
      'button "Close"',
      'button "Copy"',
      'button "Try again"',
      'button "Clear the form"',
    ]);
  });

  it("left while it waits, and found again on a page that is loaded anew", async () => {
    await withoutBlocks(async () => {
      await saidUntil(PENDING);
      await page.reload();
      await page.getByRole("main").getByText(PENDING).waitFor({ timeout: STEP_MS });
      // It was said before.
      expect(reader.heard()).to.deep.equal([]);
    });
    const said = await reader.until((text) => text === TITLE);
    expect(said).to.deep.equal([
      ...inTurn(HEADING, CONFIRMED, DONE, "Registered. Taking you to the work…"),
      { how: "assertive", text: TITLE },
    ]);
  });

  it("done, but seen late by the index", async () => {
    await page.goto("/submit");
    await fillWork(page, { title: TITLE, partner: "github:bob" });
    await reader.until((text) => text === "2 files hashed.");
    const late = { type: "about:blank", title: "Late", status: 504, detail: "The index is behind." };
    await page.route(`${stack.apiUrl}/v1/head?minBlock=*`, (route) =>
      route.fulfill({ status: 504, contentType: "application/problem+json", json: late }),
    );
    expect(await saidUntil(LATE)).to.deep.equal(
      inTurn(HANDING, HEADING, TRYING, SIGNING, PENDING, CONFIRMED, LATE),
    );
    await page.unroute(`${stack.apiUrl}/v1/head?minBlock=*`);
    await page.getByRole("button", { name: "Look again" }).click();
    const said = await reader.until((text) => text === TITLE);
    expect(said).to.deep.equal([
      ...inTurn(CONFIRMED, DONE, "Registered. Taking you to the work…"),
      { how: "assertive", text: TITLE },
    ]);
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor({ timeout: STEP_MS });
  });

  it("done, from the first step to the last, each said once", async () => {
    await page.goto("/submit");
    await fillWork(page, { title: TITLE, partner: "github:carol" });
    await reader.until((text) => text === "2 files hashed.");
    reader.heard();
    await register().click();
    const said = await reader.until((text) => text === TITLE);
    expect(said).to.deep.equal([
      ...inTurn(HANDING, HEADING, TRYING, SIGNING, PENDING, CONFIRMED, DONE),
      ...inTurn("Registered. Taking you to the work…"),
      { how: "assertive", text: TITLE },
    ]);
    const query = { registrant: person.account.address };
    const { items } = await unwrap(createApi(stack.apiUrl).GET("/v1/contributions", { params: { query } }));
    expect(items).to.have.length(3);
  });

  it("handed to an account that is a contract, and executed by its owners after the page was loaded anew", async () => {
    const owner = await freshAccount(stack);
    const safe = await deployMock(stack, owner, "PracticeSafe", [owner.address]);
    await node().setBalance({ address: safe, value: parseEther("5") });
    person = await openPerson(browser, stack, owner, { safe });
    ({ page } = person);
    reader = await listen(person.tab.context);
    await page.goto("/submit");
    await connect(person);
    await fillWork(page, { title: TITLE, partner: "github:alice" });
    await reader.until((text) => text === "2 files hashed.");
    expect(await saidUntil(HELD)).to.deep.equal(inTurn(HANDING, HEADING, TRYING, SIGNING, PENDING, HELD));
    await page.reload();
    await page.getByRole("main").getByText(HELD).waitFor({ timeout: STEP_MS });
    expect(reader.heard()).to.deep.equal([]);
    await person.wallet.execute();
    const said = await reader.until((text) => text === TITLE);
    expect(said).to.deep.equal([
      ...inTurn(HEADING, CONFIRMED, DONE, "Registered. Taking you to the work…"),
      { how: "assertive", text: TITLE },
    ]);
  });
});
