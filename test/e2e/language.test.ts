import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { findFaults, unfold } from "./support/axe.ts";
import { requireBrowser } from "./support/browser.ts";
import { PAGES } from "./support/pages.ts";
import { connect, freshAccount, openPerson, type Person } from "./support/people.ts";
import { useStack } from "./support/sharedStack.ts";
import type { Stack } from "./support/stack.ts";

const START_MS = 240_000;
const STEP_MS = 30_000;
/** A phone, and the least at which the navigation stands in one row. */
const WIDTHS = [390, 1_024] as const;
const TITLE = "Ingoma yokuvuna";
const UNREVIEWED = "Le nguqulo yesiZulu ayikabuyekezwa umuntu okhuluma isiZulu.";

describe("isiZulu", function () {
  this.timeout(STEP_MS * 4);
  let stack: Stack;
  let browser: Browser;
  let person: Person;
  let page: Page;
  let work: string;

  before(async function () {
    this.timeout(START_MS);
    browser = await requireBrowser(this);
    stack = await useStack("plain");
    person = await openPerson(browser, stack, await freshAccount(stack));
    page = person.page;
  });
  after(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const language = (of: Page) => of.locator("html").getAttribute("lang");
  const footer = (of: Page) => of.getByRole("contentinfo");
  const choice = (of: Page, name: string) => footer(of).getByRole("button", { name, exact: true });
  const reads = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: STEP_MS });
  const register = () => page.getByRole("button", { name: "Bhalisa umsebenzi" }).click();

  /** Sends the form of the footer by the keyboard alone. */
  async function choose(name: string): Promise<void> {
    await choice(page, name).focus();
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  }

  it("is chosen by keyboard in the footer of any page, and leads back to it", async () => {
    await page.goto("/contributions?order=oldest&q=song");
    expect(await language(page)).to.equal("en");
    await footer(page).getByText("The isiZulu translation has not been reviewed by a speaker yet.").waitFor();
    await choose("isiZulu");
    expect(new URL(page.url()).pathname + new URL(page.url()).search).to.equal(
      "/contributions?order=oldest&q=song",
    );
    expect(await language(page)).to.equal("zu");
    await page.getByRole("heading", { level: 1, name: "Amagalelo" }).waitFor();
    await footer(page).getByText(UNREVIEWED).waitFor();
    expect(await choice(page, "isiZulu").getAttribute("aria-pressed")).to.equal("true");
    expect(await choice(page, "English").getAttribute("aria-pressed")).to.equal("false");
  });

  it("stays from page to page, and over a reload", async () => {
    await page.getByRole("banner").getByRole("link", { name: "Ileja" }).click();
    await page.getByRole("heading", { level: 1, name: "Ileja" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Ileja" }).waitFor();
    expect(await language(page)).to.equal("zu");
  });

  it("is said by the first byte of a page, with what caches have to know", async () => {
    const answer = await fetch(stack.webUrl, {
      headers: { cookie: "azora-language=zu", "accept-language": "en" },
    });
    expect(await answer.text()).to.include('<html lang="zu"');
    expect(answer.headers.get("content-language")).to.equal("zu");
    expect(answer.headers.get("cache-control")).to.match(/no-store/);
  });

  it("comes by itself where the browser prefers it, and gives way to what was chosen, without any script", async () => {
    const options = { baseURL: stack.webUrl, locale: "zu-ZA", javaScriptEnabled: false };
    const context = await browser.newContext(options);
    const plain = await context.newPage();
    await plain.goto("/people");
    expect(await language(plain)).to.equal("zu");
    await choice(plain, "English").click();
    await plain.getByRole("heading", { level: 1, name: "People" }).waitFor();
    expect([await language(plain), new URL(plain.url()).pathname]).to.deep.equal(["en", "/people"]);
    await context.close();
  });

  it("is kept for languages that there are, of this site, and leads to no other", async () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(new URL("/language", stack.webUrl), {
        ...{ method: "POST", redirect: "manual", body: new URLSearchParams(body) },
        headers,
      });
    expect((await post("language=xx")).status).to.equal(400);
    expect((await post("language=zu", { "sec-fetch-site": "cross-site" })).status).to.equal(403);
    for (const [referer, location] of [
      [`${stack.webUrl}/ledger?kind=Settled`, "/ledger?kind=Settled"],
      [`${stack.webUrl}//evil.example/x`, "/evil.example/x"],
      ["nonsense", "/"],
    ] as const) {
      const answer = await post("language=zu", { referer });
      expect([answer.status, answer.headers.get("location")]).to.deep.equal([303, location]);
      expect(answer.headers.get("set-cookie")).to.match(/^azora-language=zu; path=\/; max-age=31536000/);
    }
  });

  it("says how far a transaction is, and what is not translated is marked as English", async () => {
    await page.goto("/submit");
    await connect(person, page.getByRole("main").getByRole("button", { name: "Xhuma" }));
    await page.getByRole("textbox", { name: "Isihloko" }).fill(TITLE);
    await page.getByLabel("Isifinyezo").fill("Ngezingxenye ezintathu.");
    const buffer = Buffer.from("Umugqa ngomugqa wengoma.\n".repeat(400));
    await page
      .locator('input[type="file"]')
      .setInputFiles([{ name: "ingoma.txt", mimeType: "text/plain", buffer }]);
    await reads("Kubalwe i-hash yefayela elingu-1.");
    person.wallet.setDeclining(true);
    await register();
    await reads("Kwenqatshwe ewalethini. Akukho okuthunyelwe.");
    person.wallet.setDeclining(false);
    await page.route(`${stack.rpcUrl}/**`, (route) => route.abort());
    await register();
    await reads(/^Lokhu akuphumelelanga/);
    const english = page.locator('main [lang="en"]').filter({ hasText: "cannot be reached" });
    await english.waitFor();
    await page.unroute(`${stack.rpcUrl}/**`);
    await register();
    await page.waitForURL(/\/contributions\/0x01[0-9a-f]{62}$/, { timeout: STEP_MS });
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    work = new URL(page.url()).pathname;
    await page
      .locator("time")
      .filter({ hasText: /edlule|odlule|ezayo|ezizayo|manje/ })
      .first()
      .waitFor();
  });

  it("has no fault that axe finds, and fits, on every page", async function () {
    this.timeout(STEP_MS * 20);
    const addresses = PAGES.map(({ route }) => route).filter((route) => !route.includes("["));
    const found: string[] = [];
    for (const address of [...addresses, work]) {
      await page.goto(address);
      await page.getByRole("main").waitFor();
      await unfold(page);
      found.push(...(await findFaults(page)).map((fault) => `${address}: ${fault}`));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 1_000 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) found.push(`${address} is ${wide} wide at ${width}`);
      }
    }
    expect(found).to.deep.equal([]);
    // Where no node answered, the browser itself has said so.
    expect(person.tab.troubles.filter((trouble) => !trouble.includes("ERR_FAILED"))).to.deep.equal([]);
  });

  it("is left again as it was chosen", async () => {
    await page.setViewportSize({ width: 1_440, height: 1_000 });
    await page.goto("/");
    await choose("English");
    await page.getByRole("heading", { level: 1, name: "Fair pay for what we make together" }).waitFor();
    expect(await language(page)).to.equal("en");
  });
});
