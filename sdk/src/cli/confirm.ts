import { createInterface } from "node:readline/promises";
import type { App } from "./app.ts";
import { RefusedError, UsageError } from "./exit.ts";

/** Asks before something is sent. Without a terminal there is nobody to ask: then --yes must have been given. */
export async function confirm(app: App, question: string, yes: boolean): Promise<void> {
  if (yes) return;
  if (!app.stdin.isTTY || !app.stderr.isTTY) {
    throw new UsageError("Nothing was sent: there is no terminal to ask on. Add --yes to send.");
  }
  const reader = createInterface({ input: app.stdin, output: app.stderr });
  try {
    const answer = await reader.question(`${question} [y/N] `, { signal: app.signal });
    if (!/^y(es)?$/i.test(answer.trim())) throw new RefusedError("Nothing was sent.");
  } finally {
    reader.close();
  }
}
