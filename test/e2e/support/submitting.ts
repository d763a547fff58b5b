import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";

/** Lines enough for a level in the middle of the practice judges' scale. */
const LINES = "Line after line of a song.\n".repeat(400);

/** Fills the form for a work of the connected account and somebody without a wallet, seven parts to three. */
export async function fillWork(
  page: Page,
  { title, partner }: { title: string; partner: string },
): Promise<void> {
  await page.getByRole("textbox", { name: "Title" }).pressSequentially(title);
  await page.getByLabel("Summary").pressSequentially("In three parts, with the score of each.");
  await page.locator('input[type="file"]').setInputFiles([
    { name: "song.txt", mimeType: "text/plain", buffer: Buffer.from(LINES) },
    { name: "score.txt", mimeType: "text/plain", buffer: Buffer.from("c d e f") },
  ]);
  await page.getByText("2 files hashed.").waitFor();
  await page.getByRole("button", { name: "Add a contributor" }).click();
  await page.getByLabel("Contributor 2", { exact: true }).pressSequentially(partner);
  const part = page.getByLabel(`Part of ${partner}, in percent`);
  await part.fill("30");
  await part.blur();
}
