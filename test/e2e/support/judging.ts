import { connect, type Person } from "./people.ts";

const STEP_MS = 30_000;
/** What every vote by hand says. */
export const LEVEL = "5";
const REASONS = "A community sings it already. More than useful to a few (4), less than a standard (6).";

/** Comes to the work that waits through the judge's queue, and seals a vote on it. */
export async function judgeByHand(judge: Person, title: string): Promise<void> {
  const { page } = judge;
  await page.context().grantPermissions(["notifications"]);
  await page.goto("/judge");
  await connect(judge);
  await page.getByRole("button", { name: "Remind me" }).click();
  await page.getByRole("button", { name: "Stop reminding me" }).waitFor();
  const duty = page.getByRole("listitem").filter({ hasText: title });
  await duty.getByRole("link").click({ timeout: STEP_MS });
  await sealByHand(judge, title);
}

/** Seals a vote on the work whose page it is, in the place of one that the practice judges may have sealed. */
export async function sealByHand({ page }: Person, title: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await page.getByText("The chain knows of no conflict of interest.").waitFor({ timeout: STEP_MS });
  await page.getByText("this browser has hashed it").waitFor({ timeout: STEP_MS });
  const level = page.getByRole("radio", { name: new RegExp(`^${LEVEL} `) });
  const again = page.getByRole("button", { name: "Vote again" });
  await level.or(again).first().waitFor({ timeout: STEP_MS });
  if (await again.isVisible()) await again.click();
  await level.check();
  await page.getByLabel("Why").pressSequentially(REASONS);
  await page.getByRole("button", { name: /^Seal/ }).click();
  await page.getByText(`You sealed level ${LEVEL}`).waitFor({ timeout: STEP_MS });
}

/** Opens the vote from the judge's queue, which cries out for it. */
export async function revealByHand({ page }: Person): Promise<void> {
  await page.goto("/judge");
  const alarm = page.getByRole("region", { name: "to be revealed now" });
  await alarm.waitFor({ timeout: STEP_MS });
  // What the browser was given to show, also while another page is in front.
  await page.waitForFunction(
    async () => {
      const worker = await navigator.serviceWorker.ready;
      const shown = await worker.getNotifications();
      return shown.some(({ title, body }) => /reveal/.test(title) && / left\.$/.test(body));
    },
    undefined,
    { timeout: STEP_MS },
  );
  await alarm.getByRole("button", { name: "Reveal the vote" }).click({ timeout: STEP_MS });
  await alarm.waitFor({ state: "hidden", timeout: STEP_MS });
}
