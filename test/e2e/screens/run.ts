// npm run screens [-- NAME...]
//
// Takes every page as it looks on a network on which much has happened, in both themes, as on a phone and on a desktop, into
// docs/screens/; with names, only those of them. The pictures differ a little from run to run: accounts are new, and the
// history grows.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createApi, unwrap } from "@azora/sdk/api";
import { practiceJudges, practicePerson } from "@azora/sdk/practice";
import type { Browser, Page } from "playwright-core";
import type { HDAccount } from "viem";
import { ownHistory } from "../../../scripts/local/history.ts";
import { importUntilPaid } from "../../../scripts/local/importing.ts";
import { payOut } from "../../../scripts/local/payout.ts";
import { createProgress, type Progress } from "../../../scripts/local/progress.ts";
import type { Session } from "../../../scripts/local/session.ts";
import { liveFully } from "../../support/fullLife.ts";
import { type Look, openTab, requireBrowser } from "../support/browser.ts";
import { connect, openPerson, seenConnected } from "../support/people.ts";
import { findSamples } from "../support/samples.ts";
import { openStack, type Stack } from "../support/stack.ts";
import { clear, THEMES, take } from "./camera.ts";
import { CONNECTED, OPENED, openScreens, type Screen, SEATED } from "./screens.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FOLDER = path.join(ROOT, "docs", "screens");
/** A phone's pictures are finer, as phones are. */
const WIDTHS = [
  { width: 390, fineness: 1.5 },
  { width: 1440, fineness: 1 },
] as const;
/** Where the header has room for the account. */
const WIDE = 1440;
const HEIGHT = 900;
const PAYOUTS = 3;
const never = new AbortController().signal;

async function live(session: Session, progress: Progress): Promise<void> {
  await importUntilPaid(session, await ownHistory(ROOT, progress.say), progress, never);
  await payOut(session, PAYOUTS, never);
  await liveFully(session);
}

/** Those for whom pages look different, with what they see. */
async function peopleOf(stack: Stack): Promise<[HDAccount, readonly Screen[]][]> {
  const query = { limit: 100 };
  const { items } = await unwrap(createApi(stack.apiUrl).GET("/v1/judges", { params: { query } }));
  const seated = new Set(items.filter(({ seat }) => seat !== null).map(({ account }) => account));
  const judge = practiceJudges().find(({ address }) => seated.has(address));
  if (judge === undefined) throw new Error("No practice judge sits.");
  return [
    [practicePerson(0), CONNECTED],
    [judge, SEATED],
  ];
}

async function takeAll(browser: Browser, stack: Stack, only: ReadonlySet<string>): Promise<number> {
  const isWanted = ({ name }: Screen) => only.size === 0 || only.has(name);
  const open = [...openScreens(await findSamples(stack)), ...OPENED];
  const people = await peopleOf(stack);
  if (only.size === 0) clear(FOLDER);
  let bytes = 0;
  for (const look of WIDTHS.map((each) => ({ ...each, height: HEIGHT }))) {
    const { page, context } = await openTab(browser, stack.webUrl, look);
    for (const screen of open.filter(isWanted)) bytes += await take(page, screen, FOLDER);
    await context.close();
    for (const [account, screens] of people) {
      const wanted = screens.filter(isWanted);
      if (wanted.length > 0) bytes += await takeConnected(browser, stack, account, look, wanted);
    }
  }
  const all = [...open, ...people.flatMap(([, screens]) => screens)];
  if (only.size === 0) writeFileSync(path.join(FOLDER, "README.md"), indexOf(all));
  return bytes;
}

async function takeConnected(
  browser: Browser,
  stack: Stack,
  account: HDAccount,
  look: Look,
  screens: readonly Screen[],
): Promise<number> {
  const person = await openPerson(browser, stack, account, { look: { ...look, width: WIDE } });
  await person.page.goto("/judge");
  await connect(person);
  await person.page.setViewportSize(look);
  let bytes = 0;
  for (const screen of screens) {
    const prepare = async (page: Page) => {
      await seenConnected(person);
      await screen.prepare?.(page);
    };
    bytes += await take(person.page, { ...screen, prepare }, FOLDER);
  }
  await person.tab.context.close();
  return bytes;
}

function indexOf(screens: readonly Screen[]): string {
  const columns = WIDTHS.flatMap(({ width }) => THEMES.map((theme) => ({ width, theme })));
  const rows = screens.map(({ name, address }) => {
    const pictures = columns.map(({ width, theme }) => `[${theme}](${name}.${theme}.${width}.webp)`);
    const short = address.replace(/0x[0-9a-f]{6,}/gi, "0x…").replace(/\d{9,}/, "…");
    return `| ${name} | \`${short}\` | ${pictures.join(" | ")} |`;
  });
  const heads = columns.map(({ width, theme }) => `${width}, ${theme}`);
  return [
    "# Every page, as it looks",
    "",
    "Taken by `npm run screens` on a local network that has imported this repository's history and gone through everything that can happen to a work. Pages that look different to whoever is connected, or by a click, are there twice. Long pages are cut.",
    "",
    `| picture | address | ${heads.join(" | ")} |`,
    `|---|---|${columns.map(() => "---").join("|")}|`,
    ...rows,
    "",
  ].join("\n");
}

const progress = createProgress(process.stderr);
const needs = (_: boolean, how: string) => progress.say(`A browser is needed: ${how}.`);
const browser = await requireBrowser({ needs });
const stack = await openStack();
try {
  // A network that runs already is expected to have lived.
  if (stack.session !== undefined) await live(stack.session, progress);
  const bytes = await takeAll(browser, stack, new Set(process.argv.slice(2)));
  progress.say(`${(bytes / 1e6).toFixed(1)} MB of pictures are in docs/screens/.`);
} finally {
  await browser.close();
  await stack.stop();
  progress.close();
}
