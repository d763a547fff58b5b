import { generatedHistory } from "../../../git/index.ts";
import type { Context } from "../../context.ts";
import { parseWhole } from "../../parse.ts";
import { showPlan } from "./plan.ts";
import { type ImportFlags, registerHistory } from "./register.ts";

export interface GeneratedFlags extends ImportFlags {
  seed: string;
  contributions?: string;
  people?: string;
}

export async function importGenerated(context: Context, flags: GeneratedFlags): Promise<void> {
  const { contributions, people } = flags;
  const history = generatedHistory({
    seed: parseWhole("--seed", flags.seed, 0, Number.MAX_SAFE_INTEGER),
    ...(contributions !== undefined && {
      contributions: parseWhole("--contributions", contributions, 1, 1_000),
    }),
    ...(people !== undefined && { people: parseWhole("--people", people, 1, 100) }),
  });
  if (flags.dryRun) return showPlan(context, history);
  const chain = await context.chain();
  await registerHistory(context, chain, context.signer(chain, "practice:registrant"), history, flags);
}
