import { expect } from "chai";
import type { Locator, Page } from "playwright-core";

type Role = Parameters<Page["getByRole"]>[0];
type Name = string | RegExp;

/** Something with a role and a name; a name in words has to be all of it. */
interface Thing {
  readonly role: Role;
  readonly name: Name;
}

/** What the page says of the focus after a step of it. */
interface Stop {
  /** For whoever reads a failure. */
  readonly what: string;
  readonly faults: readonly string[];
  readonly isLost: boolean;
}

/** No page has more stops than this before what somebody came for. */
const MOST = 250;
const WAIT_MS = 30_000;
const MARK = "azoraStop";
const ORDER = "azoraOrder";

export const locate = (page: Page, { role, name }: Thing): Locator =>
  page.getByRole(role, { name, exact: typeof name === "string" });

/**
 * Tabs on from wherever the focus is, until it is on a thing with this role and name. On the way each stop has to be marked
 * as the one that has the focus, has to be seen, and has to come after the last one on the page.
 */
export async function tabTo(page: Page, role: Role, name: Name): Promise<Locator> {
  return tabThrough(page, { role, name }, "Tab");
}

/** The same, back. */
export async function tabBackTo(page: Page, role: Role, name: Name): Promise<Locator> {
  return tabThrough(page, { role, name }, "Shift+Tab");
}

async function tabThrough(page: Page, thing: Thing, key: "Tab" | "Shift+Tab"): Promise<Locator> {
  const wanted = locate(page, thing);
  const focused = wanted.and(page.locator(":focus"));
  const passed: string[] = [];
  // Something that is on its way cannot be reached yet.
  await wanted.first().waitFor({ timeout: WAIT_MS });
  await keptFocus(page);
  for (let n = 0; n < MOST; n += 1) {
    await page.keyboard.press(key);
    const { what, faults, isLost } = await page.evaluate(lookAtFocus, { mark: MARK, isBack: key !== "Tab" });
    const trail = () => `on the way to ${thing.role} ${thing.name}, after ${[...passed, what].join(" > ")}`;
    expect(isLost, `The focus was lost ${trail()}`).to.equal(false);
    expect(faults, `${what}, ${trail()}`).to.deep.equal([]);
    if ((await focused.count()) === 1) return focused;
    passed.push(what);
  }
  return expect.fail(`It never came to ${thing.role} ${thing.name}, but through ${passed.join(" > ")}`);
}

/** What was pressed last may have gone, but the focus has to be somewhere, unless nobody has moved it in this page yet. */
export async function keptFocus(page: Page): Promise<void> {
  await page
    .waitForFunction(
      (mark) => {
        if (!Reflect.has(globalThis, mark)) return true;
        // The page may have led it somewhere by itself: from there it goes on.
        Reflect.set(globalThis, mark, document.activeElement);
        return document.activeElement !== document.body;
      },
      MARK,
      { timeout: 5_000 },
    )
    .catch(() => expect.fail("What was pressed left the focus nowhere."));
}

/**
 * Tabs through all of a page that was just opened. @return What is wrong with any stop, or with where it is seen: it has to
 * come after the one before as one reads, line by line.
 */
export async function tabAround(page: Page): Promise<string[]> {
  const found: string[] = [];
  let last = "";
  for (let n = 0; n < MOST; n += 1) {
    await page.keyboard.press("Tab");
    const { isRound, isBefore } = await page.evaluate(lookAtOrder, ORDER);
    if (isRound && n > 0) return found;
    const { what, faults, isLost } = await page.evaluate(lookAtFocus, { mark: MARK, isBack: false });
    if (isLost) return [...found, `The focus was lost after ${n} stops.`];
    found.push(...faults.map((fault) => `${what} ${fault}`));
    if (isBefore) found.push(`${what} is seen before ${last}, and has the focus after it`);
    last = what;
  }
  return [...found, "It never came around."];
}

/** Goes to a control and presses Enter on it. */
export async function enter(page: Page, role: Role, name: Name): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press("Enter");
}

/** Goes to a field, and types in the place of what is there. */
export async function typeInto(page: Page, name: Name, text: string, role: Role = "textbox"): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** What has the focus now, by its role and name. */
export async function expectFocus(page: Page, role: Role, name: Name): Promise<void> {
  await locate(page, { role, name })
    .and(page.locator(":focus"))
    .waitFor({ timeout: 5_000 })
    .catch(async () => {
      const { what } = await page.evaluate(lookAtFocus, { mark: MARK, isBack: false });
      expect.fail(`The focus is on ${what}, not on ${role} ${name}.`);
    });
}

/** Opens the list of wallets with the button that has the focus, and takes one of it. */
export async function takeWallet(page: Page, wallet: string): Promise<void> {
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ timeout: WAIT_MS });
  await enter(page, "button", wallet);
  await page
    .getByRole("banner")
    .getByRole("button", { name: /^Account/ })
    .waitFor({ timeout: WAIT_MS });
}

/** That a screen reader says this of the field that has the focus. */
export async function expectDescribed(page: Page, text: string): Promise<void> {
  const said = await page.evaluate(() =>
    (document.activeElement?.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((each) => document.getElementById(each)?.textContent)
      .join(" "),
  );
  expect(said).to.contain(text);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).to.equal("true");
}

/** Runs in the page. */
function lookAtFocus({ mark, isBack }: { mark: string; isBack: boolean }): Stop {
  const now = document.activeElement;
  const before: unknown = Reflect.get(globalThis, mark);
  Reflect.set(globalThis, mark, now);
  if (!(now instanceof HTMLElement) || now === document.body) {
    return { what: "nothing", faults: [], isLost: true };
  }
  const named = "labels" in now && now.labels instanceof NodeList ? now.labels[0] : undefined;
  const label = now.getAttribute("aria-label") ?? named?.textContent ?? now.textContent ?? "";
  const what = `${now.tagName.toLowerCase()} "${label.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  const faults: string[] = [];
  if (![now, now.parentElement, now.closest("label")].some(isMarked)) faults.push("is not marked");
  if (!isSeen(now)) faults.push("is not seen");
  if (now.tabIndex > 0) faults.push("comes out of its turn");
  if (before instanceof HTMLElement && before.isConnected && before !== now && isSamePlane(before, now)) {
    const wanted = isBack ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    if ((before.compareDocumentPosition(now) & wanted) === 0) faults.push("goes the other way");
  }
  return { what, faults, isLost: false };

  function isMarked(element: Element | null): boolean {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    const isOutlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    return (isOutlined && !/, 0\)$/.test(outlineColor)) || (element === now && / 0px [1-9]/.test(boxShadow));
  }

  /** In the window, and not under something else, as far as its middle goes. */
  function isSeen(element: HTMLElement): boolean {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return false;
    const within = (low: number, high: number, end: number) => (Math.max(low, 0) + Math.min(high, end)) / 2;
    const [x, y] = [within(left, right, innerWidth), within(top, bottom, innerHeight)];
    const hit = document.elementFromPoint(x, y);
    const around = element.closest("label") ?? element;
    return hit !== null && (around.contains(hit) || hit.contains(around));
  }

  /** A dialog or a menu is a plane of its own: coming to it and from it is no step on the page. */
  function isSamePlane(one: Element, other: Element): boolean {
    const plane = (element: Element) => element.closest("[popover], [role=dialog]");
    return plane(one) === null && plane(other) === null;
  }
}

interface Seen {
  readonly first: Element;
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** Runs in the page: whether the focus has come around, and whether it is seen before where it was, line by line. */
function lookAtOrder(mark: string): { isRound: boolean; isBefore: boolean } {
  const now = document.activeElement ?? document.body;
  const last: Seen | undefined = Reflect.get(globalThis, mark);
  const { left, right, top, bottom } = now.getBoundingClientRect();
  const box = { left, right, top: top + scrollY, bottom: bottom + scrollY };
  Reflect.set(globalThis, mark, { first: last?.first ?? now, box } satisfies Seen);
  const isRound = now === document.body || now === last?.first;
  if (last === undefined || isRound) return { isRound, isBefore: false };
  const isAbove = box.bottom <= last.box.top;
  const isOfOneLine = box.top < last.box.bottom && last.box.top < box.bottom;
  return { isRound, isBefore: isAbove || (isOfOneLine && box.right <= last.box.left) };
}
