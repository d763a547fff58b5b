import { setTimeout as sleep } from "node:timers/promises";
import { explain } from "../errors/explain.ts";
import { createFollower } from "../view/index.ts";
import { createBatches, type Report } from "./batch.ts";
import { readBondPrice } from "./bond.ts";
import { extendHistory, isSameHistory } from "./extend.ts";
import { importsFolder, type Journal, readJournals, readScope, writeJournal } from "./journal.ts";
import { reasonToWait, slots } from "./limits.ts";
import { resultOf } from "./result.ts";
import { createSurveyor } from "./survey.ts";
import type { ImportOptions, ImportResult } from "./types.ts";

const POLL_MS = 250;

/**
 * Registers the groups of a history, each as soon as everything that it cites is decided. It can be stopped and started
 * again at any moment: the chain says what was registered, the journal in which form the rest is to be.
 * @throws AzoraError when the registry refuses, JournalError, HistoryShiftedError, and the signal's reason
 */
export async function importHistory(options: ImportOptions): Promise<ImportResult> {
  const { client, network, signal } = options;
  const folder = importsFolder(network);
  const journal = await openJournal(options);
  const { groups, repository } = journal.history;
  const survey = createSurveyor(network.deployment, journal);
  const follower = createFollower(client, network.deployment);
  const register = createBatches(options, signal);
  let before: number | undefined;
  let bonds = 0n;

  for (;;) {
    signal?.throwIfAborted();
    const view = await follower.refresh();
    const found = survey(view);
    const registered = found.nodes.filter((node) => node !== undefined).length;
    const report = reporter(options, groups.length, registered);
    if (before === undefined) {
      before = registered;
      report(
        "planned",
        `${repository.name}: ${groups.length} contributions, ${registered} registered already.`,
      );
    }
    if (registered === groups.length) {
      writeJournal(folder, journal);
      return resultOf(journal, found, { before, bonds });
    }

    const price = await readBondPrice(client, network.deployment, view).catch((error) => {
      throw explain(error);
    });
    const batch = found.ready.slice(0, slots(options, found, view, price));
    for (const { group, decision } of batch) journal.decisions[group.key] = decision;
    if (batch.length > 0) {
      writeJournal(folder, journal);
      bonds += price.bond * BigInt(await register(batch, found, price.bond, report));
    } else if (options.wait === false) {
      writeJournal(folder, journal);
      return resultOf(journal, found, { before, bonds });
    } else {
      report("waiting", reasonToWait(options, found, view, price));
      await sleep(POLL_MS, undefined, signal && { signal });
    }
  }
}

/** The plan of this history: the one that was made before and what is new in the history, or the history itself. */
async function openJournal({ client, wallet, network, history }: ImportOptions): Promise<Journal> {
  const scope = await readScope(client, network, wallet.account.address);
  const journals = readJournals(importsFolder(network), scope);
  const known = journals.find((journal) => isSameHistory(journal.history, history));
  if (known === undefined) return { version: 1, ...scope, history, decisions: {} };
  return { ...known, history: extendHistory(known.history, history) };
}

/** Numbers grow while a batch is on its way. */
function reporter({ onProgress }: ImportOptions, total: number, registered: number): Report {
  let done = registered;
  return (step, sentence, more = 0) => {
    done += more;
    onProgress?.({ step, sentence, total, registered: done });
  };
}
