import { setTimeout as sleep } from "node:timers/promises";
import { leap } from "@azora/api/practice";
import { connect as connectNode } from "@azora/sdk";
import { createApi, type Schemas, unwrap } from "@azora/sdk/api";
import { practiceJudges } from "@azora/sdk/practice";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import type { LocalAccount } from "viem";
import { requireBrowser } from "./support/browser.ts";
import { LEVEL, sealByHand } from "./support/judging.ts";
import { connect, expectNoTroubles, freshAccount, openPerson, type Person } from "./support/people.ts";
import { openStack, type Stack } from "./support/stack.ts";
import { registerWork } from "./support/works.ts";

const START_MS = 300_000;
const STEP_MS = 30_000;
/** Of so many, somebody sits on the panels of two, as good as surely. */
const WORKS = 6;
const SEVERAL = 2;

type Work = Schemas["ContributionDetail"];

describe("a judge with several votes to reveal", function () {
  this.timeout(180_000);
  this.bail(true);
  let stack: Stack;
  let browser: Browser;
  let judge: Person;
  let works: readonly Work[];

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await openStack();
    const author = await freshAccount(stack);
    const nodes: string[] = [];
    for (let n = 1; n <= WORKS; n += 1)
      nodes.push(
        await registerWork(stack, { title: `Verse ${n}, by ${author.address}`, author: author.address }),
      );
    for (works = []; works.length < WORKS; await sleep(500))
      works = (await Promise.all(nodes.map(read))).filter(({ phase }) => phase === "Voting");
    const account = practiceJudges().find((each) => sitsOn(each).length >= SEVERAL);
    if (account === undefined) throw new Error("No practice judge sits on several panels.");
    judge = await openPerson(browser, stack, account);
    works = sitsOn(account).slice(0, SEVERAL);
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const read = async (id: string): Promise<Work> =>
    (await unwrap(createApi(stack.apiUrl).GET("/v1/contributions/{id}", { params: { path: { id } } })))
      .contribution;
  const ballotOf = ({ rounds }: Work, { address }: Pick<LocalAccount, "address">) =>
    rounds.at(-1)?.ballots.find(({ validator }) => validator === address);
  const sitsOn = (account: LocalAccount) => works.filter((work) => ballotOf(work, account) !== undefined);

  it("seals them one by one", async () => {
    await judge.page.goto("/judge");
    await connect(judge);
    for (const { id, title } of works) {
      await judge.page.goto(`/judge/${id}`);
      await sealByHand(judge, title ?? "");
    }
  });

  it("reveals all of them with one button, which signs once for each where the wallet cannot do them as one", async () => {
    const { page, wallet } = judge;
    const ends = works.map(({ rounds }) => rounds.at(-1)?.commitEnd ?? 0);
    await leap(connectNode(stack), { to: BigInt(Math.max(...ends)) + 1n });
    await page.goto("/judge");
    const alarm = page.getByRole("region", { name: "to be revealed now" });
    const before = wallet.asked.length;
    await alarm.getByRole("button", { name: `Reveal all ${SEVERAL}` }).click({ timeout: STEP_MS });
    await alarm.waitFor({ state: "hidden", timeout: STEP_MS });
    expect(wallet.asked.slice(before)).to.deep.equal(works.map(() => "eth_sendTransaction"));
    for (const { id } of works)
      expect(ballotOf(await read(id), judge.account)?.level).to.equal(Number(LEVEL));
    expectNoTroubles(judge);
  });
});
