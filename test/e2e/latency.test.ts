import { setTimeout as sleep } from "node:timers/promises";
import { leap } from "@azora/api/practice";
import { connect as connectNode, type Node, withdrawCall } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { practiceJudges } from "@azora/sdk/practice";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { type Account, createTestClient, http, type LocalAccount } from "viem";
import { INTERACTION_MS } from "./budgets.ts";
import { requireBrowser } from "./support/browser.ts";
import {
  type Interaction,
  type Journey,
  leastOfEach,
  noteInteractions,
  percentile,
  slowestOfEach,
} from "./support/interactions.ts";
import { judgeByHand } from "./support/judging.ts";
import { connect, freshAccount, openPerson, type Person } from "./support/people.ts";
import { openStack, type Stack } from "./support/stack.ts";
import { fillWork } from "./support/submitting.ts";
import { registerWork, sendAs, untilPaid } from "./support/works.ts";

const START_MS = 400_000;
const STEP_MS = 60_000;
/** Of the processor, a fourth. */
const SLOWNESS = 4;
/** A journey of fewer says little. */
const LEAST = 5;
/** Nobody agrees in a wallet within the frame of the click before. */
const PAUSE_MS = 300;
/** So often at most, as whatever else the machine does makes an answer later. */
const TRIES = 10;
/** So many of the slowest. */
const SHOWN = 4;
/** Blocks come as often as where it will run: a page is made anew with each, at one a second for most of the time. */
const BLOCK_SECONDS = 12;

/** What is held is when something of an input was painted, at a fourth of the processor: see docs/decisions/0039-speed.md. */
describe("how long each person waits for an answer to a click or a key", function () {
  this.timeout(900_000);
  let stack: Stack;
  let browser: Browser;
  let paid: Node;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await openStack();
    [paid] = await whoEarned();
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  async function whoEarned(): Promise<[Node, LocalAccount]> {
    const account = await freshAccount(stack);
    const { address: author } = account;
    const work = await registerWork(stack, { title: `Paid already, by ${author}`, author });
    await untilPaid(stack, [work]);
    return [work, account];
  }

  const node = () => createTestClient({ mode: "anvil", transport: http(stack.rpcUrl) });

  /** Goes to a page, and looks at it until it is at rest, as people do before they click. */
  async function look(page: Page, address?: string): Promise<void> {
    if (address !== undefined) await page.goto(address);
    for (let n = 0; n < 2; n += 1)
      await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
  }

  /** Makes a person's journey until it is swift, and holds the least of each of its inputs to the budget. */
  async function swiftly(
    prepare: () => Promise<LocalAccount>,
    act: (person: Person) => Promise<void>,
  ): Promise<void> {
    const journeys: Journey[] = [];
    let told: readonly Interaction[] = [];
    while (journeys.length < TRIES) {
      const journey = await slowly(await prepare(), act);
      journeys.push(journey);
      tell([...journey.steps.values()]);
      told = leastOfEach(journeys);
      if (percentile(painted(told), 98) < INTERACTION_MS) break;
    }
    if (journeys.length > 1) {
      console.log(`      the least of each, of ${journeys.length} journeys:`);
      tell(told);
    }
    expect(told.length).to.be.at.least(LEAST);
    expect(percentile(painted(told), 98), slowest(told)).to.be.below(INTERACTION_MS);
  }

  async function slowly(account: LocalAccount, act: (person: Person) => Promise<void>): Promise<Journey> {
    const person = await openPerson(browser, stack, account, { pauseMs: PAUSE_MS });
    const noted = await noteInteractions(person.tab, SLOWNESS);
    person.page.setDefaultTimeout(STEP_MS);
    await node().setIntervalMining({ interval: BLOCK_SECONDS });
    try {
      await act(person);
      await person.page.waitForTimeout(200); // the last one is told of after its frame
      return { steps: slowestOfEach(noted.interactions), inputs: await noted.inputs() };
    } finally {
      await node().setIntervalMining({ interval: 1 });
      await person.tab.context.close();
    }
  }

  const painted = (all: readonly Interaction[]) => all.map((each) => each.painted);

  function tell(all: readonly Interaction[]): void {
    const done = all.map((each) => each.done);
    const figures = [50, 98, 100].map((of) =>
      [of, Math.round(percentile(done, of)), percentile(painted(all), of)].join(": "),
    );
    console.log(`      ${all.length} interactions, done and painted by percentile: ${figures.join("; ")} ms`);
    console.log(slowest(all));
  }

  function slowest(all: readonly Interaction[]): string {
    return all
      .toSorted((a, b) => b.painted - a.painted)
      .slice(0, SHOWN)
      .map((each) => `        ${Math.round(each.done)} and ${each.painted} ms: ${each.name} on ${each.on}`)
      .join("\n");
  }

  it("a contributor, who submits a work", async () => {
    await swiftly(
      () => freshAccount(stack),
      async (person) => {
        const { page } = person;
        await look(page, "/");
        await page.getByRole("link", { name: "Submit a work" }).first().click();
        await page.waitForURL("**/submit");
        await look(page);
        await connect(person);
        await look(page);
        await fillWork(page, { title: "A song for the harvest", partner: "github:alice" });
        await page.getByLabel("Search by title").pressSequentially("Paid already");
        await page
          .getByRole("button", { name: /Paid already/ })
          .first()
          .click();
        await page.getByRole("button", { name: "Register the work" }).click();
        await page.waitForURL(/\/contributions\/0x01/);
        await page.getByRole("heading", { level: 1 }).waitFor();
      },
    );
  });

  it("a validator, who judges one", async () => {
    let title = "";
    const seated = async () => {
      const { address: author } = await freshAccount(stack);
      title = `To be judged, by ${author}`;
      const panel = await panelOf(await registerWork(stack, { title, author }));
      const judge = practiceJudges().find(({ address }) => panel.includes(address));
      if (judge === undefined) throw new Error("No practice judge sits on the panel.");
      return judge;
    };
    await swiftly(seated, (person) => judgeByHand(person, title));
  });

  async function panelOf(id: Node): Promise<readonly string[]> {
    for (let n = 0; n < 120; n += 1) {
      const { contribution } = await unwrap(
        createApi(stack.apiUrl).GET("/v1/contributions/{id}", { params: { path: { id } } }),
      );
      const seated = contribution.rounds.at(-1)?.ballots.map(({ validator }) => validator) ?? [];
      if (contribution.phase === "Voting" && seated.length > 0) return seated;
      await node().mine({ blocks: 1 });
      await sleep(250);
    }
    throw new Error("No panel was drawn.");
  }

  it("an earner, who looks around and withdraws", async () => {
    await swiftly(
      async () => (await whoEarned())[1],
      async (person) => {
        const { page, address } = person;
        await look(page, "/contributions");
        await page.getByRole("searchbox", { name: "Search titles" }).pressSequentially("paid already");
        await page.getByRole("button", { name: "Search", exact: true }).click();
        await page.waitForURL(/q=/);
        for (const phase of ["Paid", "All"])
          await page.getByRole("link", { name: phase, exact: true }).click();
        await page
          .getByRole("link", { name: /^Paid already/ })
          .first()
          .click();
        await page.waitForURL(/0x01/);
        await page.getByRole("button", { name: "Switch between light and dark" }).click();
        await look(page, "/graph");
        const picture = page.getByRole("application");
        await picture.click();
        for (const key of ["ArrowRight", "ArrowDown", "+", "-", "0"]) await picture.press(key);
        await look(page, `/accounts/${address}`);
        await connect(person);
        await page.getByRole("button", { name: "Withdraw AZR" }).click();
        await page
          .locator("main")
          .getByText(/^Done, in block/)
          .waitFor();
      },
    );
  });

  it("a citizen, who writes a proposal", async () => {
    const citizen = async () => {
      const [, account] = await whoEarned();
      await withVoice(account);
      return account;
    };
    await swiftly(citizen, async (person) => {
      const { page } = person;
      await look(page, "/constitution");
      await page.getByRole("link", { name: "Governance" }).first().click();
      await page.getByRole("link", { name: "Propose something" }).click();
      await page.waitForURL("**/governance/new");
      await look(page);
      await connect(person);
      await page.getByLabel("Title").waitFor();
      await look(page);
      await page.getByLabel("Title").pressSequentially("Pay judges a little more");
      await page.getByLabel("Why", { exact: true }).pressSequentially("Judging takes time.");
      await page.getByLabel("New value, in AZR").pressSequentially("3");
      await page.getByRole("button", { name: "Add another action" }).click();
      await page.getByRole("button", { name: "Remove action 2" }).click();
      await page.getByRole("button", { name: "Propose it" }).click();
    });
  });

  /** Voice is what was earned at the last withdrawal, and counts from a second later on. */
  async function withVoice(account: Account & LocalAccount): Promise<void> {
    await sendAs(stack, account, withdrawCall(stack.deployment.addresses, account.address));
    const client = connectNode(stack);
    await leap(client, { to: (await client.getBlock()).timestamp + 2n });
  }

  it("an auditor, who checks the ledger", async () => {
    await swiftly(
      () => freshAccount(stack),
      async ({ page }) => {
        await look(page, "/ledger");
        await page.getByPlaceholder("About: 0x and 64 hexadecimal digits").pressSequentially(paid);
        await page.getByRole("button", { name: "Show", exact: true }).click();
        await page.waitForURL(/subject=/);
        await page.getByRole("table").getByRole("link").first().click();
        await page.getByRole("button", { name: "Verify" }).click();
        await page.getByText(/^Proven: leaf/).waitFor();
        await look(page, "/developers");
        await page.getByRole("button", { name: "Copy the address of AzoraToken" }).click();
      },
    );
  });
});
