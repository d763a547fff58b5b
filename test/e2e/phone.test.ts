import type { Node } from "@azora/sdk";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { requireBrowser } from "./support/browser.ts";
import { tabAround } from "./support/keyboard.ts";
import { connect, expectNoTroubles, freshAccount, openPerson, type Person } from "./support/people.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";
import { registerWork, untilPaid } from "./support/works.ts";

const START_MS = 300_000;
const LOOK = { width: 390, height: 844 };

describe("the Tab key at the width of a phone", function () {
  this.timeout(120_000);
  let stack: Stack;
  let browser: Browser;
  let person: Person;
  let work: Node;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("plain");
    const account = await freshAccount(stack);
    person = await openPerson(browser, stack, account, { look: LOOK });
    const who = { author: account.address, registrant: account };
    const ground = await registerWork(stack, { ...who, title: `Ground for a phone, by ${account.address}` });
    await untilPaid(stack, [ground]);
    const upstream = [{ node: ground, weight: 200_000 }];
    work = await registerWork(stack, { ...who, upstream, title: `House on it, by ${account.address}` });
    await untilPaid(stack, [work]);
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  /** Where somebody comes by who registers a work, follows it, takes out what it earned, and votes. */
  const addresses: Readonly<Record<string, () => string>> = {
    "the home page": () => "/",
    "the form for a work": () => "/submit",
    "the list of works": () => "/contributions",
    "the page of a work": () => `/contributions/${work}`,
    "works side by side": () => `/contributions/compare?ids=${work}`,
    "the graph": () => `/graph?focus=${work}`,
    people: () => "/people",
    "an account of one's own": () => `/accounts/${person.address}`,
    "the ledger": () => "/ledger",
    governance: () => "/governance",
    "the desk of a judge": () => "/judge",
  };

  const passes = async (address: string) => {
    await person.page.goto(address);
    await person.page.waitForLoadState("networkidle");
    expect(await tabAround(person.page), address).to.deep.equal([]);
  };

  for (const isConnected of [false, true]) {
    describe(`goes as one reads, and only to what is seen, ${isConnected ? "with" : "without"} a wallet`, () => {
      if (isConnected)
        before(async () => {
          await person.page.goto("/submit");
          await connect(person);
        });
      for (const [name, address] of Object.entries(addresses)) it(name, () => passes(address()));
    });
  }

  it("leaves no error in any page", () => expectNoTroubles(person));
});
