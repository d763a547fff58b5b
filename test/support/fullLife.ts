import { expect } from "chai";
import { playCases } from "../../scripts/local/cases/index.ts";
import { generated } from "../../scripts/local/history.ts";
import { importUntilPaid } from "../../scripts/local/importing.ts";
import { payOut } from "../../scripts/local/payout.ts";
import { createProgress } from "../../scripts/local/progress.ts";
import { proveAndLink } from "../../scripts/local/proving.ts";
import type { Session } from "../../scripts/local/session.ts";

const never = new AbortController().signal;

/** Something of almost everything: works, payouts, a link, challenges, slashes, a reward, a proposal, a flag. */
export async function liveFully(session: Session): Promise<void> {
  const { history, name } = generated(3);
  const quiet = { ...createProgress(process.stderr), say: () => undefined, update: () => undefined };
  const short = { ...history, groups: history.groups.slice(0, 8) };
  await importUntilPaid(session, { history: short, name }, quiet, never);
  await payOut(session, 2, never);
  await proveAndLink(session, quiet, never);
  expect((await playCases(session, quiet, never)).problems).to.deep.equal([]);
}
