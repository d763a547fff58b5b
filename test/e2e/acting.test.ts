import path from "node:path";
import { leap } from "@azora/api/practice";
import {
  amendCall,
  connect as connectNode,
  exitSeatCall,
  formatRule,
  hashProposal,
  hashRationale,
  identityNode,
  type Node,
  proposalOf,
  proposalSubject,
  proposeCall,
  Rule,
  validatorRegistryAbi,
} from "@azora/sdk";
import { createApi, type Schemas, unwrap } from "@azora/sdk/api";
import { practiceJudges, practiceRegistrant } from "@azora/sdk/practice";
import { createRepository, signedCommit } from "@azora/sdk/practice-git";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { type Address, erc20Abi, type LocalAccount, parseEther } from "viem";
import { requireBrowser } from "./support/browser.ts";
import { connect, expectNoTroubles, freshAccount, openPerson, type Person } from "./support/people.ts";
import { openStack, type Stack } from "./support/stack.ts";
import { deployMock } from "./support/tokens.ts";
import { registerWork, sendAs, untilPaid } from "./support/works.ts";

const START_MS = 300_000;
const STEP_MS = 30_000;
/** Practice judges who give up their seats: without them fewer sit than make a full bench. */
const LEAVERS = 9;
/** In the rule's units, millionths of an AZR. */
const MORE = 1_000_000;
const REASON = "Judging takes time, and should be paid.";

describe("where people act, beside submitting and judging", function () {
  this.timeout(120_000);
  this.bail(true);
  let stack: Stack;
  let browser: Browser;
  let author: Person;
  let payer: LocalAccount;
  let work: Node;
  let neglected: Node;
  let token: Address;
  const people: Person[] = [];

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await openStack();
    author = await open(await freshAccount(stack));
    payer = await freshAccount(stack);
    const title = `A work that is paid, by ${author.account.address}`;
    work = await registerWork(stack, { title, author: author.account.address, registrant: author.account });
    const another = `A work that a judge neglects, for ${author.account.address}`;
    neglected = await registerWork(stack, {
      ...{ title: another, author: practiceRegistrant().address, mischief: "absent" },
    });
    await untilPaid(stack, [work, neglected]);
    token = await deployMock(stack, payer, "PlainToken", [payer.address, parseEther("1000")]);
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  async function open(account: LocalAccount): Promise<Person> {
    const person = await openPerson(browser, stack, account);
    people.push(person);
    return person;
  }

  const accountOf = async (address: Address): Promise<Schemas["Account"]> =>
    (await unwrap(createApi(stack.apiUrl).GET("/v1/accounts/{address}", { params: { path: { address } } })))
      .account;

  /** Presses a button of the row that says so, and waits until the pages have what came of it. */
  async function press({ page }: Person, row: string, button: string): Promise<void> {
    const place = page.getByRole("listitem").filter({ hasText: row });
    await place.getByRole("button", { name: button }).click({ timeout: STEP_MS });
    await place.getByText(/^Done, in block/).waitFor({ timeout: STEP_MS });
  }

  it("pays a work in a token of one's own, after saying who gets what", async () => {
    const person = await open(payer);
    const { page } = person;
    await page.goto(`/contributions/${work}`);
    await connect(person);
    await page.getByLabel("Token", { exact: true }).selectOption({ label: "Another token…" });
    await page.getByLabel("The token's address").fill(work.slice(0, 42));
    await page.getByText("there is no ERC-20 token that says").waitFor({ timeout: STEP_MS });
    await page.getByLabel("The token's address").fill(token);
    await page.getByText("1,000.00 PUSD").waitFor({ timeout: STEP_MS });
    await page.getByRole("textbox", { name: "Amount" }).fill("1000.1");
    await page.getByText("You hold 1,000 PUSD, which is less.").waitFor();
    await page.getByRole("textbox", { name: "Amount" }).fill("10");
    const parts = page.getByText("Where it goes").locator("..");
    expect(await parts.getByRole("definition").allInnerTexts()).to.deep.equal(["9.00 PUSD", "1.00 PUSD"]);
    await page.getByRole("button", { name: "Pay it" }).click();
    await page.getByRole("cell", { name: "10.00 PUSD" }).waitFor({ timeout: STEP_MS });
    expect(person.wallet.asked).to.deep.equal(["eth_sendTransaction", "eth_sendTransaction"]);
    const { rewards } = (
      await unwrap(createApi(stack.apiUrl).GET("/v1/contributions/{id}", { params: { path: { id: work } } }))
    ).contribution;
    expect(rewards).to.have.length(1);
    expect(rewards[0]).to.include({ token, payer: payer.address, citadel: `${parseEther("1")}` });
  });

  it("says why a token cannot be paid that refuses to move", async () => {
    const person = people.at(-1);
    if (person === undefined) throw new Error("Nobody has paid.");
    const { page } = person;
    // It asks somebody who does not answer whenever it is moved.
    const args = [token, payer.address, parseEther("5")];
    const refusing = await deployMock(stack, payer, "HostileToken", args);
    await page.getByLabel("Token", { exact: true }).selectOption({ label: "Another token…" });
    await page.getByLabel("The token's address").fill(refusing);
    await page.getByText("5.00 EVIL").waitFor({ timeout: STEP_MS });
    await page.getByRole("textbox", { name: "Amount" }).fill("1");
    await page.getByRole("button", { name: "Pay it" }).click();
    await page
      .getByRole("main")
      .getByText("A contract refused without saying why.")
      .waitFor({ timeout: STEP_MS });
  });

  it("takes out AZR, the bond of the registration, and a token", async () => {
    const { account, page } = author;
    await page.goto(`/accounts/${account.address}`);
    await connect(author);
    await press(author, "AZR earned", "Withdraw AZR");
    await press(author, "ETH of registrations:", "Withdraw ETH");
    await page.getByRole("listitem").filter({ hasText: "9.00 PUSD" }).waitFor({ timeout: STEP_MS });
    await press(author, "It came as a reward.", "Withdraw PUSD");
    const { owed, azr, earned, ether, tokens } = await accountOf(account.address);
    expect([owed, azr, BigInt(azr) > 0n]).to.deep.equal(["0", earned, true]);
    expect([...ether, ...tokens].map((credit) => credit.owed)).to.deep.equal(["0", "0"]);
    const balance = { address: token, abi: erc20Abi, functionName: "balanceOf" } as const;
    expect(await connectNode(stack).readContract({ ...balance, args: [account.address] })).to.equal(
      parseEther("9"),
    );
    // What everybody can read of it says the right token.
    await page.getByRole("cell", { name: "9.00 PUSD" }).first().waitFor();
  });

  it("lets another account vote with one's Voice, and takes it back", async () => {
    const { account, page } = author;
    await page.goto("/governance");
    await page.getByLabel("Let this account vote with it").fill(payer.address);
    await page.getByRole("button", { name: "Give it" }).click();
    await page.getByText("Is used by").locator("..").getByRole("link").waitFor({ timeout: STEP_MS });
    expect((await accountOf(account.address)).voice).to.include({ votes: "0", delegate: payer.address });
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByText("The account itself").waitFor({ timeout: STEP_MS });
    const { voice, earned } = await accountOf(account.address);
    expect(voice).to.deep.equal({ units: earned, votes: earned, delegate: account.address });
  });

  it("votes on a proposal with a reason, queues what passed, and executes it", async () => {
    const { account, page } = author;
    const { addresses } = stack.deployment;
    const client = connectNode(stack);
    const { protocol } = await unwrap(createApi(stack.apiUrl).GET("/v1/protocol"));
    const { value = "0" } = protocol.rules.find(({ name }) => name === "ReviewStipend") ?? {};
    const next = Number(value) + MORE;
    const call = amendCall(addresses, Rule.ReviewStipend, next, hashRationale(REASON));
    const content = proposalOf([call], `Pay judges otherwise, says ${account.address}\n\n${REASON}`);
    // What counts is the Voice of the second before, and another block may be of the same second.
    await leap(client, { to: (await client.getBlock()).timestamp + 2n });
    await sendAs(stack, account, proposeCall(addresses, content));
    const id = proposalSubject(hashProposal(content));
    const read = async () =>
      (await unwrap(createApi(stack.apiUrl).GET("/v1/proposals/{id}", { params: { path: { id } } })))
        .proposal;
    const { voteStart, voteEnd } = await read();

    await page.goto("/governance");
    await page
      .getByRole("link", { name: /^Pay judges otherwise/ })
      .first()
      .click();
    await page
      .getByText(`Sets the rule ReviewStipend to ${formatRule("ReviewStipend", BigInt(next))}`)
      .waitFor({ timeout: STEP_MS });
    await leap(client, { to: BigInt(voteStart) + 1n });
    await page.getByRole("button", { name: "Vote", exact: true }).click({ timeout: STEP_MS });
    await page.getByText("Choose one.").waitFor();
    await page.getByRole("radio", { name: "For" }).check();
    await page.getByLabel("Why").fill(REASON);
    await page.getByRole("button", { name: "Vote", exact: true }).click();
    await page.getByText("Its vote stands.").waitFor({ timeout: STEP_MS });
    expect((await read()).votes.map(({ voter, choice, reason }) => [voter, choice, reason])).to.deep.equal([
      [account.address, "For", REASON],
    ]);
    await leap(client, { to: BigInt(voteEnd) + 1n });
    await page.getByRole("button", { name: "Queue it" }).click({ timeout: STEP_MS });
    await page.getByText("It passed, and can be executed").waitFor({ timeout: STEP_MS });
    await leap(client, { to: BigInt((await read()).eta ?? 0) });
    await page.getByRole("button", { name: "Execute it" }).click({ timeout: STEP_MS });
    await page.getByText("It has waited").waitFor({ state: "hidden", timeout: STEP_MS });
    expect((await read()).state).to.equal("Executed");
  });

  it("links a project to an account, by a file in its repository", async () => {
    const { account, page } = author;
    const project = `${account.address.slice(2, 12).toLowerCase()}/ledger`;
    await page.goto("/link");
    await page.getByLabel("The name").fill("npm:left-pad");
    await page.getByRole("button", { name: "Prepare the proof" }).click();
    await page.getByText("There is no proof for such a name here yet.").waitFor({ timeout: STEP_MS });
    await page.getByLabel("The name").fill(`github:${project}`);
    await page.getByRole("button", { name: "Prepare the proof" }).click();
    const file = await page.getByText('"ownedBy"').textContent({ timeout: STEP_MS });
    const folder = path.join(stack.repositories, "github.com", project);
    createRepository(folder);
    const files = { "FUNDING.json": file ?? "" };
    signedCommit(folder, { files, email: "alice@example.org", at: 1_700_000_000 });
    // Whoever went away to do that finds it as it was.
    await page.reload();
    await page.getByRole("button", { name: "Sign and hand it over" }).click({ timeout: STEP_MS });
    await page.getByText("Attests", { exact: true }).waitFor({ timeout: STEP_MS });
    expect(author.wallet.asked.at(-1)).to.equal("personal_sign");
    await page.getByRole("button", { name: "Propose the link" }).click();
    await page.getByRole("link", { name: "See the identity" }).click({ timeout: STEP_MS });
    await page.getByRole("heading", { name: "Whose it is" }).waitFor({ timeout: STEP_MS });
    const { identities } = await accountOf(account.address);
    expect(identities.map(({ node }) => node)).to.include(identityNode(`github:${project}`));
  });

  it("makes the bond of a seat whole that was slashed", async () => {
    const params = { path: { id: neglected } };
    const found = (await unwrap(createApi(stack.apiUrl).GET("/v1/contributions/{id}", { params })))
      .contribution;
    const absent = found.rounds[0]?.ballots.find(({ commitment }) => commitment === null)?.validator;
    const judge = practiceJudges().find(({ address }) => address === absent);
    if (judge === undefined) throw new Error("Every judge has voted.");
    const person = await open(judge);
    await person.page.goto("/judge");
    await connect(person);
    await person.page.getByText("Slashes took the rest.").waitFor({ timeout: STEP_MS });
    await person.page.getByRole("button", { name: "Fill it up" }).click();
    await person.page.getByText("Slashes took the rest.").waitFor({ state: "hidden", timeout: STEP_MS });
    const [stint] = (await accountOf(judge.address)).judge?.stints ?? [];
    expect(stint?.bond).to.equal(stint?.deposited);
  });

  it("says what keeps an account from a seat, gives one up, and takes it again where nothing does", async () => {
    await author.page.goto("/judge");
    await author.page.getByText("A seat has to be earned:").waitFor({ timeout: STEP_MS });
    expect(await author.page.getByRole("button", { name: "Take a seat" }).isDisabled()).to.equal(true);
    const [leaver, returner, ...others] = practiceJudges().slice(-LEAVERS);
    if (leaver === undefined || returner === undefined) throw new Error("There are too few practice judges.");
    const person = await open(returner);
    await person.page.goto("/judge");
    await connect(person);
    await person.page.getByRole("button", { name: "Give up the seat" }).click({ timeout: STEP_MS });
    await person.page.getByRole("button", { name: "Yes, give it up" }).click();
    await person.page.getByText("The bond of a seat that ended").waitFor({ timeout: STEP_MS });
    // Whoever was named at the start returns without more while the bench is not full.
    for (const judge of [leaver, ...others])
      await sendAs(stack, judge, exitSeatCall(stack.deployment.addresses));
    await person.page.getByText("This account can take a seat now.").waitFor({ timeout: STEP_MS });
    await person.page.getByRole("button", { name: "Take a seat" }).click();
    await person.page.getByRole("button", { name: "Give up the seat" }).waitFor({ timeout: STEP_MS });
    const { judge } = await accountOf(returner.address);
    expect(judge?.seat).to.be.a("number");
    expect(judge?.stints.map(({ endedAt }) => endedAt === null)).to.have.members([true, false]);
  });

  it("takes out the bond of a seat that was given up, when no duty can be left", async () => {
    const [leaver] = practiceJudges().slice(-LEAVERS);
    if (leaver === undefined) throw new Error("There are too few practice judges.");
    const { addresses } = stack.deployment;
    const client = connectNode(stack);
    const person = await open(leaver);
    await person.page.goto(`/accounts/${leaver.address}`);
    await connect(person);
    const row = person.page.getByRole("listitem").filter({ hasText: "Bond of a seat you gave up" });
    await row.getByText("Locked until no duty can be left").waitFor({ timeout: STEP_MS });
    expect(await row.getByRole("button", { name: "Unlock the bond" }).isDisabled()).to.equal(true);
    const registry = { address: addresses.validatorRegistry, abi: validatorRegistryAbi } as const;
    const [stint] = await client.readContract({
      ...registry,
      functionName: "stintsOf",
      args: [leaver.address],
    });
    await leap(client, { to: (stint?.unlocksAt ?? 0n) + 1n });
    await press(person, "Bond of a seat you gave up", "Unlock the bond");
    await press(person, "ETH of judging:", "Withdraw ETH");
    const { judge, ether } = await accountOf(leaver.address);
    expect(judge?.stints.map(({ bond }) => bond)).to.deep.equal(["0"]);
    expect(ether.find(({ contract }) => contract === addresses.validatorRegistry)).to.include({
      owed: "0",
      withdrawn: `${stint?.bond}`,
    });
  });

  it("leaves no error in any page", () => {
    for (const person of people) expectNoTroubles(person);
  });
});
