import { connectWallet, Phase, type View } from "@azora/sdk";
import { importHistory } from "@azora/sdk/importer";
import { practiceRegistrant } from "@azora/sdk/practice";
import { fastForward, isSettled } from "./fastForward.ts";
import type { Source } from "./history.ts";
import { persist } from "./persist.ts";
import type { Progress } from "./progress.ts";
import type { Session } from "./session.ts";

/** How far works are, in words. */
export function summary(view: View): string {
  const phases = [...view.works.values()].map(({ phase }) => phase);
  const count = (...wanted: Phase[]) => phases.filter((phase) => wanted.includes(phase)).length;
  const judged = count(Phase.Scored, Phase.Accepted, Phase.Settled, Phase.Rejected, Phase.Void);
  return `${phases.length} registered, ${judged} judged, ${count(Phase.Settled)} paid`;
}

/**
 * Imports a history and skips the waiting until everything in it is judged and paid. A work can be registered only when
 * what it cites is accepted, so the import and the clock run side by side.
 */
export async function importUntilPaid(
  session: Session,
  { history, name }: Source,
  progress: Progress,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<typeof importHistory>>> {
  const { client, network } = session;
  const both = new AbortController();
  const stop = AbortSignal.any([signal, both.signal]);
  let imported = false;
  const wallet = connectWallet(network, practiceRegistrant());
  // The chain and its journal say what was registered, so it can be begun again at any moment.
  const importAll = () => importHistory({ client, wallet, network, history, signal: stop });
  const importing = persist(importAll, stop).finally(() => {
    imported = true;
  });
  const paid = fastForward(session, (view) => imported && isSettled(view), {
    signal: stop,
    onView: (view) =>
      progress.update(
        `Importing ${name}, ${history.groups.length} contributions; on the chain: ${summary(view)}`,
      ),
  });
  try {
    const [result] = await Promise.all([importing, paid]);
    return result;
  } finally {
    // If one of the two failed, the other has nothing to wait for.
    both.abort();
    await Promise.allSettled([importing, paid]);
    progress.end();
  }
}
