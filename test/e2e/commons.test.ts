import { formatRule } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { articles } from "@azora/sdk/articles";
import { expect } from "chai";
import type { Browser, Locator, Page } from "playwright-core";
import { unfold } from "./support/axe.ts";
import { openTab, requireBrowser, type Tab } from "./support/browser.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";

const START_MS = 600_000;
const DECIMALS = 18;
/** After a life in which much happened, the page and the API may be some blocks apart for a moment. */
const TRIES = 30;
const PAUSE_MS = 1_000;

describe("what is common, as the pages show it and as the API has it", function () {
  this.timeout(120_000);
  let stack: Stack;
  let browser: Browser;
  let tab: Tab;
  let page: Page;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("lived");
    tab = await openTab(browser, stack.webUrl);
    page = tab.page;
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const api = () => createApi(stack.apiUrl);
  const protocol = async () => (await unwrap(api().GET("/v1/protocol"))).protocol;

  /** Reads the page and the API until both speak of the same, and says in what they differ if they never do. */
  async function expectSame(read: () => Promise<[shown: unknown, known: unknown]>): Promise<void> {
    let [shown, known] = await read();
    for (let n = 0; n < TRIES && JSON.stringify(shown) !== JSON.stringify(known); n += 1) {
      await page.waitForTimeout(PAUSE_MS);
      [shown, known] = await read();
    }
    expect(shown).to.deep.equal(known);
  }

  const table = (name: RegExp) => page.getByRole("table", { name });

  describe("the commons", () => {
    /** By the words of the table's rows. */
    const WAYS = {
      people: "Minted to To the people",
      tenths: "Minted to The commons",
      rewards: "Tenths of rewards to The commons",
      gifts: "Sent by anybody to The commons",
      held: "The commons to Still there",
      granted: "The commons to Granted",
      stipends: "The commons to Paid to judges",
    } as const;

    before(async () => {
      await page.goto("/commons");
      await page.getByRole("img", { name: /^Of .* minted/ }).waitFor();
      await unfold(page);
    });

    async function shownFlows(): Promise<Record<string, string>> {
      const rows = await table(/^All flows/)
        .getByRole("row")
        .all();
      const flows: Record<string, string> = {};
      for (const row of rows.slice(1)) {
        const way = ((await row.getByRole("cell").first().textContent()) ?? "").replace("→", " ");
        flows[way.replace(/\s+/g, " ").trim()] = `${await weiOf(row)}`;
      }
      return flows;
    }

    it("has a table of flows with what the API has, to the wei", () =>
      expectSame(async () => {
        const [{ supply, citadel }, { commons }] = [await protocol(), await unwrap(api().GET("/v1/commons"))];
        const [azr] = commons.tokens;
        const [tenths, held] = [BigInt(citadel.minted), BigInt(commons.azr)];
        const [rewards, granted, stipends] = [azr?.rewards, azr?.granted, azr?.stipends].map((each) =>
          BigInt(each ?? 0),
        ) as [bigint, bigint, bigint];
        const known = {
          people: BigInt(supply) - tenths,
          ...{ tenths, rewards },
          gifts: held + granted + stipends - tenths - rewards,
          ...{ held, granted, stipends },
        };
        const named = Object.entries(WAYS).map(([key, way]) => [way, `${known[key as keyof typeof known]}`]);
        return [await shownFlows(), Object.fromEntries(named)];
      }));

    it("lets as much flow out as comes in, and a tenth of what is minted come in", async () => {
      const flows = await shownFlows();
      const of = (key: keyof typeof WAYS) => BigInt(flows[WAYS[key]] ?? -1);
      expect(of("tenths") + of("rewards") + of("gifts")).to.equal(
        of("held") + of("granted") + of("stipends"),
      );
      const minted = of("people") + of("tenths");
      expect(minted > 0n).to.equal(true);
      // Each work's tenth is rounded by itself.
      const off = of("tenths") * 10n - minted;
      expect(off > -1_000n && off < 1_000n, `${off}`).to.equal(true);
    });

    it("draws the same figures", () =>
      expectSame(async () => {
        const flows = await shownFlows();
        const picture = page.getByRole("img", { name: /^Of .* minted/ });
        const words = (await picture.locator("text").allTextContents()).join(" ");
        const name = (await picture.getAttribute("aria-label")) ?? "";
        const of = (key: keyof typeof WAYS) => flows[WAYS[key]] ?? "";
        const minted = `${BigInt(of("people")) + BigInt(of("tenths"))}`;
        const came = `${BigInt(of("tenths")) + BigInt(of("rewards")) + BigInt(of("gifts"))}`;
        const drawn = [
          ["Minted", minted],
          ["To the people", of("people")],
          ["Still there", of("held")],
          ["Paid to judges", of("stipends")],
        ] as const;
        const shown = drawn.map(([place, wei]) => {
          const [, figure = ""] = new RegExp(`${place} ([\\d,.]+) AZR`).exec(words) ?? [];
          return [place, figure !== "" && cut(wei, figure) === figure.replaceAll(",", "")];
        });
        const said = [...name.matchAll(/([\d,.]*\d) AZR/g)].map(([, figure = ""]) => figure);
        const told = [minted, of("people"), came, of("held")].map((wei, place) => {
          const figure = said[place] ?? "";
          return cut(wei, figure) === figure.replaceAll(",", "");
        });
        return [
          [...shown, ...told],
          [...drawn.map(([place]) => [place, true]), true, true, true, true],
        ];
      }));

    it("shows the fund over time, each row from the one before, up to what it holds", () =>
      expectSame(async () => {
        const rows = await table(/^What came to the fund/)
          .getByRole("row")
          .all();
        const changes: bigint[][] = [];
        for (const row of rows.slice(1)) {
          const cells = await row.getByRole("cell").all();
          changes.push(await Promise.all(cells.slice(1).map(weiOf)));
        }
        const { items } = await unwrap(
          api().GET("/v1/series", { params: { query: { period: "hour", limit: 72 } } }),
        );
        const { commons } = await unwrap(api().GET("/v1/commons"));
        expect(changes.length).to.be.greaterThan(0);
        for (const [place, [came = 0n, left = 0n, held = 0n]] of changes.entries()) {
          const before = changes[place + 1]?.[2] ?? 0n;
          expect(held).to.equal(before + came - left);
        }
        const shown = changes.map((change) => change.map(String));
        const known = items.map(({ fundIn, fundOut, fund }) => [fundIn, fundOut, fund]);
        return [
          [...shown, shown[0]?.[2]],
          [...known, commons.azr],
        ];
      }));

    it("says that nothing was granted, and lists whom it paid for judging", () =>
      expectSame(async () => {
        const { commons } = await unwrap(api().GET("/v1/commons"));
        const rows = table(/^Pay of judges/).getByRole("row");
        const shown = await Promise.all((await rows.all()).slice(1).map(weiOf));
        expect(shown.length).to.be.greaterThan(0);
        const isEmpty = await page.getByText("Nothing was granted yet.").isVisible();
        return [
          [isEmpty, ...shown.map(String)],
          [commons.grants.length === 0, ...commons.stipends.map(({ amount }) => amount)],
        ];
      }));
  });

  describe("the constitution", () => {
    before(async () => {
      await page.goto("/constitution");
      await page.getByRole("heading", { level: 1 }).waitFor();
      await unfold(page);
    });

    it("has each article with what enforces it, and the tests that prove it", async () => {
      await page.getByText("This text has the hash that the contract keeps.").waitFor();
      expect(articles.length).to.be.greaterThan(0);
      for (const { title, text, enforcedBy, provenBy } of articles) {
        const [, number = "", name = ""] = /^(\S+)\. (.*)$/.exec(title) ?? [];
        const item = page.locator(`#article-${number}`);
        expect(await item.getByRole("heading").textContent()).to.equal(`${number}${name}`);
        expect(await item.textContent()).to.contain(text);
        expect(await item.locator("code").allTextContents()).to.deep.equal([...enforcedBy, ...provenBy]);
        expect(enforcedBy.length > 0 && provenBy.length > 0, title).to.equal(true);
      }
    });

    it("has each rule with its value and its bounds", async () => {
      const { rules } = await protocol();
      for (const { name, value, min, max } of rules) {
        const row = page.getByRole("row").filter({ has: page.getByText(name, { exact: true }) });
        const text = (await row.textContent()) ?? "";
        for (const each of [value, `Least ${min}`, `Most ${max}`]) {
          const [, word = "", amount = ""] = /^(\D*)(\d+)$/.exec(each) ?? [];
          expect(text, name).to.contain(`${word}${formatRule(name, BigInt(amount))}`);
        }
        expect([BigInt(min) <= BigInt(value), BigInt(value) <= BigInt(max)], name).to.deep.equal([
          true,
          true,
        ]);
      }
    });

    it("has the history of rules, and leads to the latest change of each", async () => {
      const { amendments } = (await unwrap(api().GET("/v1/constitution"))).constitution;
      expect(amendments.length).to.be.greaterThan(0);
      const [latest] = amendments;
      if (latest === undefined) return;
      const rows = table(/^Amendments of rules/).getByRole("row");
      expect(await rows.count()).to.equal(amendments.length + 1);
      const said = (value: string) => formatRule(latest.rule, BigInt(value));
      const first = (await rows.nth(1).textContent()) ?? "";
      expect(first).to.contain(`${said(latest.before)} → to ${said(latest.current)}`);
      const rule = page
        .getByRole("row")
        .filter({ has: page.getByText(latest.rule, { exact: true }) })
        .getByRole("link");
      await rule.click();
      await page.waitForURL(new RegExp(`#amendment-${latest.version}$`));
    });

    it("has the critics in office, with what they may still flag", async () => {
      const { critics } = await protocol();
      expect(critics.length).to.be.greaterThan(0);
      const rows = table(/^Critics in office/).getByRole("row");
      expect(await rows.count()).to.equal(critics.length + 1);
      for (const [place, { account, critiques, flagsLeft, strikes }] of critics.entries()) {
        const cells = rows.nth(place + 1).getByRole("cell");
        expect(await cells.first().getByRole("link").getAttribute("title")).to.equal(account);
        expect((await cells.allTextContents()).slice(1, 4)).to.deep.equal(
          [critiques, flagsLeft, strikes].map(String),
        );
      }
    });
  });

  it("leaves no error in any page", () => expect(tab.troubles).to.deep.equal([]));
});

/** The exact amount behind the figure that is shown. */
async function weiOf(place: Locator): Promise<bigint> {
  const tip = await place.locator("[data-tip$=wei]").first().getAttribute("data-tip");
  const [, digits = "-1"] = / ([\d,]+) wei$/.exec(tip ?? "") ?? [];
  return BigInt(digits.replaceAll(",", ""));
}

/** An amount as it reads with as many decimals as a figure has. */
function cut(wei: string, figure: string): string {
  const decimals = figure.split(".")[1]?.length ?? 0;
  const digits = `${BigInt(wei) / 10n ** BigInt(DECIMALS - decimals)}`.padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
