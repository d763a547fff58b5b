import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { leap } from "@azora/api/practice";
import type { Node } from "@azora/sdk";
import * as sdk from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { formatEther } from "viem";
import { openTab, requireBrowser } from "./support/browser.ts";
import { connect, expectNoTroubles, freshAccount, openPerson, type Person } from "./support/people.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";
import { registerWork, sendAs, untilPaid } from "./support/works.ts";

const START_MS = 300_000;
const STEP_MS = 30_000;
const RUN_MS = 120_000;
const ROOT = path.join(import.meta.dirname, "../..");
const run = promisify(execFile);
const titleOf = (author: string) => `A work to read of, by ${author}`;

describe("what is there for those who check, build and propose", function () {
  this.timeout(STEP_MS * 3);
  let stack: Stack;
  let browser: Browser;
  let reader: Person;
  let page: Page;
  let work: Node;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("plain");
    const author = await freshAccount(stack);
    reader = await openPerson(browser, stack, author);
    page = reader.page;
    work = await registerWork(stack, { title: titleOf(author.address), author: author.address });
    await untilPaid(stack, [work]);
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const reads = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: STEP_MS });

  describe("the status", () => {
    it("says that all is well, by what each part says, without a reload", async () => {
      await page.goto("/");
      await page.getByRole("contentinfo").getByRole("link", { name: "Status" }).click();
      await page.getByRole("heading", { level: 1, name: "Status" }).waitFor();
      for (const sentence of [
        /^The index has read every block that the chain has\.|^The index is \d+ blocks? behind/,
        /^Proven/,
        "The API answers, and can serve.",
        "This page hears of each new block as the index reads it.",
        "All is well.",
      ])
        await reads(sentence);
    });

    it("leads machines to the same", async () => {
      const links = await page.getByRole("main").locator('a[href^="http"]').all();
      const urls = await Promise.all(links.map((link) => link.getAttribute("href")));
      expect(urls.length).to.be.greaterThan(4);
      for (const url of urls) expect((await fetch(url ?? "")).status, url ?? "").to.equal(200);
    });

    it("says so when the browser cannot reach the API, and when it can again", async () => {
      const { page: cutOff, context } = await openTab(browser, stack.webUrl);
      await cutOff.route(`${stack.apiUrl}/**`, (route) => route.abort());
      await cutOff.goto("/status");
      const says = (text: string) => cutOff.getByText(text).waitFor({ timeout: STEP_MS });
      await says("Your browser cannot reach the API.");
      // What the server of the page knows is still there.
      await says("The API answers, and can serve.");
      await cutOff.unroute(`${stack.apiUrl}/**`);
      await says("This page hears of each new block as the index reads it.");
      await context.close();
    });
  });

  describe("the developers' page", () => {
    it("has the addresses of the contracts, and the ABIs as they were compiled", async () => {
      await page.getByRole("contentinfo").getByRole("link", { name: "Developers" }).click();
      await page.getByRole("heading", { level: 1, name: "Developers" }).waitFor();
      const { addresses, genesis } = stack.deployment;
      const table = page.getByRole("table", { name: "The contracts with their addresses and ABIs" });
      const text = await table.textContent();
      for (const address of [genesis, ...Object.values(addresses)]) expect(text).to.include(address);
      const abi = await fetch(new URL("/developers/abi/citadelFund.json", stack.webUrl));
      expect(await abi.json()).to.deep.equal(sdk.citadelFundAbi);
      expect((await fetch(new URL("/developers/abi/nothing.json", stack.webUrl))).status).to.equal(404);
    });

    it("copies an address", async () => {
      await reader.tab.context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.getByRole("button", { name: "Copy the address of AzoraToken" }).click();
      await page.getByText("Copied", { exact: true }).waitFor();
      const copied = await page.evaluate("navigator.clipboard.readText()");
      expect(copied).to.equal(stack.deployment.addresses.azoraToken);
    });

    it("leads to the explorer, the description, and every list whole", async () => {
      for (const [name, type] of [
        [/^GraphQL explorer/, "text/html"],
        [/^REST, described/, "text/html"],
        [/^OpenAPI document/, "application/json"],
      ] as const) {
        const url = await page.getByRole("main").getByRole("link", { name }).getAttribute("href");
        const answer = await fetch(url ?? "", { headers: { Accept: type } });
        expect([answer.status, answer.headers.get("content-type")?.split(";")[0]]).to.deep.equal([200, type]);
      }
      const ledger = page.getByRole("link", { name: "Ledger as NDJSON" });
      const lines = (await (await fetch((await ledger.getAttribute("href")) ?? "")).text())
        .trim()
        .split("\n");
      const { protocol } = await unwrap(createApi(stack.apiUrl).GET("/v1/protocol"));
      expect(lines.length).to.be.within(1, protocol.ledgerSize);
      for (const link of await page.getByRole("link", { name: / as (CSV|NDJSON)$/ }).all()) {
        const url = (await link.getAttribute("href")) ?? "";
        expect((await fetch(url, { method: "HEAD" })).status, url).to.equal(200);
      }
    });

    /** What a snippet says when it is run as it stands on the page. */
    async function runSnippet(name: string): Promise<string> {
      const code = (await page.locator(`[data-snippet="${name}"]`).textContent()) ?? "";
      const isJavaScript = name.startsWith("js-");
      const command = isJavaScript
        ? [process.execPath, "--input-type=module", "-e", code]
        : ["sh", "-c", code];
      const [program = "", ...args] = command;
      const { stdout } = await run(program, args, { cwd: ROOT, timeout: RUN_MS });
      return stdout;
    }

    const expected: Record<string, RegExp> = {
      "sh-rest": /"number":\d+/,
      "sh-graphql": /"supply":"\d+"/,
      "js-client": /A work to read of[\s\S]*As of block \d+\./,
      "js-chain": /^\d{1,3}(,\d{3})*(\.\d+)? AZR\n$/,
      "js-proof": /^proven\n$/,
      "js-follow": /The index has block \d+\.\n$/,
      "verify-chain": /All of it follows from the chain's logs\./,
      "verify-api": /All of it is what the chain says/,
    };

    for (const [name, output] of Object.entries(expected))
      it(`has an example that runs as it stands: ${name}`, async function () {
        this.timeout(RUN_MS);
        expect(await runSnippet(name)).to.match(output);
      });

    it("has no example that is not run", async () => {
      const shown = await page
        .locator("[data-snippet]")
        .evaluateAll((all) => all.map((each) => each.getAttribute("data-snippet")));
      expect(shown).to.have.members(Object.keys(expected));
    });
  });

  describe("a payment", () => {
    const account = async () => {
      const params = { path: { address: reader.account.address } };
      return (await unwrap(createApi(stack.apiUrl).GET("/v1/accounts/{address}", { params }))).account;
    };

    it("is explained from the page of the work", async () => {
      await page.goto(`/contributions/${work}`);
      await page.getByText("All payments, to the wei").click();
      await page
        .getByRole("link", { name: /^Why the payment to .* is what it is$/ })
        .first()
        .click();
      await page.getByRole("heading", { level: 1, name: "Why this payment" }).waitFor({ timeout: STEP_MS });
    });

    it("is on the account's statement, which comes to what was earned", async () => {
      await page.goto(`/accounts/${reader.account.address}`);
      const url = await page.getByRole("link", { name: "Statement (CSV)" }).getAttribute("href");
      const [header = "", ...lines] = (await (await fetch(url ?? "")).text()).trim().split("\r\n");
      const column = header.split(",").indexOf("minted");
      const minted = lines.reduce((sum, line) => sum + BigInt(line.split(",")[column] ?? 0), 0n);
      expect(minted.toString()).to.equal((await account()).earned);
      expect(lines.filter((line) => line.includes(work))).to.have.length(1);
    });
  });

  describe("a proposal that is written in the browser", () => {
    const send = () => page.getByRole("button", { name: "Propose it" });
    const second = () => page.getByRole("group", { name: "Action 2" });
    const why = "Judging takes time.\n\nIt should be paid.";
    let more: string;
    let granted: bigint;
    const grants = () =>
      new RegExp(`^Grants ${sdk.formatAzr(granted).replace(".", "\\.")} from the commons to 0x`);

    /** In wei. The cap is a part of what the fund had as the epoch began: in the first one that may be nothing. */
    async function grantable(): Promise<bigint> {
      const hint = second().getByText("The fund may grant now:").locator("[data-tip]");
      const read = async () => {
        const [, wei = "0"] = / ([\d,]+) wei/.exec((await hint.getAttribute("data-tip")) ?? "") ?? [];
        return BigInt(wei.replaceAll(",", ""));
      };
      if ((await read()) === 0n) {
        const { protocol } = await unwrap(createApi(stack.apiUrl).GET("/v1/protocol"));
        const client = sdk.connect(stack);
        await leap(client, { to: (await client.getBlock()).timestamp + BigInt(protocol.epochLength) });
      }
      while ((await read()) === 0n) await page.waitForTimeout(500);
      return read();
    }

    it("says to whoever has too little Voice what keeps them, before they write", async () => {
      await page.goto("/governance");
      await page.getByRole("link", { name: "Propose something" }).click();
      await reads("Connect an account: only one with enough Voice can propose.");
      await connect(reader);
      await reads("This account may not propose yet.");
      await reads("It has earned more since its last withdrawal.");
      expect(await send().count()).to.equal(0);
    });

    it("has a form for them as soon as they have enough, without a reload", async () => {
      const { account } = reader;
      await sendAs(stack, account, sdk.withdrawCall(stack.deployment.addresses, account.address));
      // What counts is the Voice of the second before, and the chain may rest now.
      const client = sdk.connect(stack);
      await leap(client, { to: (await client.getBlock()).timestamp + 2n });
      await reads("This account may propose.");
      await send().waitFor({ timeout: STEP_MS });
    });

    it("says what is missing, and keeps a rule within its bounds", async () => {
      await send().click();
      for (const problem of ["Give it a title.", "Say why.", /^Write a number in this unit/])
        await reads(problem);
      const { protocol } = await unwrap(createApi(stack.apiUrl).GET("/v1/protocol"));
      const rule = protocol.rules.find(({ name }) => name === "ReviewStipend");
      const azr = (microAzr: bigint) => `${microAzr / 1_000_000n}`;
      more = azr(BigInt(rule?.value ?? 0) + 1_000_000n);
      await page.getByLabel("Title").fill("Pay judges a little more");
      await page.getByLabel("Why", { exact: true }).fill(why);
      await page.getByLabel("New value, in AZR").fill(azr(BigInt(rule?.max ?? 0) + 1_000_000n));
      await reads(/^The rule must be from /);
      expect(reader.wallet.asked).to.not.include("eth_sendTransaction");
    });

    it("shows in words what would be done, and tries it out", async () => {
      await page.getByLabel("New value, in AZR").fill(more);
      await reads(`Sets the rule ReviewStipend to ${more} AZR`);
      await reads("Tried out on the node: as things stand now, it would go through.");
      await page.getByRole("button", { name: "Add another action" }).click();
      await second().getByLabel("What", { exact: true }).selectOption("Pay from the commons");
      await second().getByLabel("Amount").fill("1000000000");
      await second().getByLabel("To", { exact: true }).fill(reader.account.address);
      await reads("The fund may grant now:");
      await reads("Tried out on the node: as things stand now, it would be refused.");
      granted = (await grantable()) / 2n;
      await second().getByLabel("Amount").fill(formatEther(granted));
      await reads(grants());
      await reads("Tried out on the node: as things stand now, it would go through.");
    });

    it("is kept when the wallet declines, and over a reload", async () => {
      reader.wallet.setDeclining(true);
      await send().click();
      await reads("Declined in the wallet. Nothing was sent.");
      reader.wallet.setDeclining(false);
      await page.reload();
      await reads(grants());
      expect(await page.getByLabel("Title").inputValue()).to.equal("Pay judges a little more");
    });

    it("is sent, followed, and there, as it was written", async () => {
      await send().click();
      await page.waitForURL(/\/governance\/0x[0-9a-f]{64}$/, { timeout: STEP_MS });
      await page.getByRole("heading", { level: 1, name: "Pay judges a little more" }).waitFor();
      await reads(`Sets the rule ReviewStipend to ${more} AZR`);
      const params = { path: { id: page.url().split("/").at(-1) ?? "" } };
      const { proposal } = await unwrap(createApi(stack.apiUrl).GET("/v1/proposals/{id}", { params }));
      expect(proposal.description).to.equal(`Pay judges a little more\n\n${why}`);
      const { constitution, citadelFund } = stack.deployment.addresses;
      expect(proposal.calls.map(({ target }) => target)).to.deep.equal([constitution, citadelFund]);
      await page.goto("/governance/new");
      await send().waitFor({ timeout: STEP_MS });
      expect(await page.getByLabel("Title").inputValue(), "the form begins anew").to.equal("");
    });
  });

  describe("all of it", () => {
    it("leaves no error in any page", () => expectNoTroubles(reader));
  });
});
