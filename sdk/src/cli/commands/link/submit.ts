import { setTimeout as sleep } from "node:timers/promises";
import { type Api, unwrap } from "../../../api/index.ts";
import type { Context } from "../../context.ts";
import { CheckFailed } from "../../exit.ts";
import { parseWhole } from "../../parse.ts";
import type { ApiFlags } from "../link.ts";
import { apisOf, claimAt, type StoredClaim, said, verdictLines } from "./apis.ts";
import { readClaimFile } from "./files.ts";

const PAUSE_MS = 1_000;

export async function submit(context: Context, file: string, flags: ApiFlags): Promise<void> {
  const { app, output } = context;
  const claim = readClaimFile(app, file);
  const seconds = parseWhole("--wait", flags.wait ?? "120", 0, 86_400);
  const { network } = await context.chain();
  const apis = apisOf(network, flags);
  const stored: StoredClaim[] = [];
  for (const { api } of apis) {
    const kept = await unwrap(api.POST("/v1/claims", { body: { ...claim } })).catch((error) => {
      throw said(error);
    });
    stored.push(kept);
  }
  await awaitVerdicts(context, apis, stored, seconds);
  const verdicts = stored.flatMap((each) => each.verdicts);
  const id = stored[0]?.id ?? "";
  const proven = verdicts.some((verdict) => verdict.proven);
  const attested = proven ? `Propose the link with azora link send ${file}.` : "";
  const next =
    verdicts.length === 0 ? "No attestor has looked at it yet; azora link status shows it." : attested;
  output.result(
    { claim: id, verdicts },
    [`The claim ${id} is with the attestors.`, ...verdictLines(verdicts), next].filter(Boolean).join("\n"),
  );
  if (verdicts.length > 0 && !proven) throw new CheckFailed();
}

/** Asks each API until it has a verdict, or the time is over; `stored` is brought up to date. */
async function awaitVerdicts(
  { app, output }: Context,
  apis: readonly { api: Api }[],
  stored: StoredClaim[],
  seconds: number,
): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (stored.some(({ verdicts }) => verdicts.length === 0) && Date.now() < end) {
    output.update("Waiting for the attestors.");
    await sleep(PAUSE_MS, undefined, { signal: app.signal });
    for (const [index, { api }] of apis.entries()) {
      const now = await claimAt(api, stored[index]?.id ?? "");
      if (now !== undefined) stored[index] = now;
    }
  }
}
