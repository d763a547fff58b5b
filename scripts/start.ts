import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { explain, identityNode, type Node } from "@azora/sdk";
import { readForImport } from "@azora/sdk/importer";
import { practiceRegistrant } from "@azora/sdk/practice";
import { filesOf } from "./local/deploy.ts";
import { LocalFailure } from "./local/failure.ts";
import { ownHistory, type Source } from "./local/history.ts";
import { importUntilPaid, summary } from "./local/importing.ts";
import { stopLeftover } from "./local/leftover.ts";
import { holdFolder } from "./local/lock.ts";
import { keepPace } from "./local/pace.ts";
import { payOut } from "./local/payout.ts";
import { DEFAULT_PORT_BASE, portsFrom, requireFree } from "./local/ports.ts";
import { createProgress, type Progress } from "./local/progress.ts";
import { openSession, type Session } from "./local/session.ts";
import { peopleTable, roundedAzr } from "./local/tables.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** AZORA_HOME moves everything that is kept, for tests and for a second network. */
const FOLDER = path.join(process.env.AZORA_HOME ?? path.join(ROOT, ".azora"), "start");
const USAGE = `npm start [-- --fresh] [-- --port-base N]

Runs a local network: a chain that keeps its state, the contracts, a keeper, practice judges. Imports this repository's own
history, has it judged and paid, and stays up until Ctrl-C; the next start goes on from there.

  --fresh         starts over and forgets what was there
  --port-base N   moves all ports (default ${DEFAULT_PORT_BASE})`;
/** Identities that are linked to accounts and paid out at the first start. */
const PAYOUTS = 3;

/** What people may ask for wrongly. */
class UsageError extends Error {
  override name = "UsageError";
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        fresh: { type: "boolean" },
        "port-base": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    const base = values["port-base"];
    return {
      fresh: values.fresh ?? false,
      help: values.help ?? false,
      base: base === undefined ? DEFAULT_PORT_BASE : Number(base),
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!interrupted.signal.aborted) console.error("\nStopping.");
    interrupted.abort();
  });
}

/** The identities that a history credits. */
const peopleOf = ({ history }: Source): ReadonlySet<Node> =>
  new Set(history.groups.flatMap(({ shares }) => shares.map(({ subject }) => identityNode(subject))));

/** The first start brings the history to life; later ones add what is new in it. */
async function showPeoplePaid(session: Session, source: Source, progress: Progress): Promise<void> {
  const { signal } = interrupted;
  const before = (await session.follower.refresh()).withdrawn.size;
  const { contributions, registered } = await importUntilPaid(session, source, progress, signal);
  progress.say(`${contributions.length} contributions from ${source.name}, ${registered} of them new.`);
  if (before === 0) {
    for (const { account, amount } of await payOut(session, PAYOUTS, signal, peopleOf(source))) {
      progress.say(`Linked an identity to ${account} and withdrew ${roundedAzr(amount)} to it.`);
    }
  }
  const view = await session.follower.refresh();
  progress.say(`\n${peopleTable(view)}\n`);
}

async function run(): Promise<void> {
  const { fresh, help, base } = options();
  if (help) return console.log(USAGE);
  const ports = portsFrom(base);
  const release = holdFolder(FOLDER);
  try {
    const progress = createProgress(process.stdout);
    const leftover = await stopLeftover(filesOf(FOLDER).chain);
    if (leftover !== undefined)
      progress.say(`Stopped process ${leftover}, the chain of a start that was killed.`);
    await requireFree(ports);
    const session = await openSession({ folder: FOLDER, ports, fresh, say: progress.say });
    try {
      const { client, network } = session;
      const registrant = practiceRegistrant().address;
      const source = await ownHistory(ROOT, progress.say, (path, options) =>
        readForImport({ client, network, registrant, path, options }),
      );
      await showPeoplePaid(session, source, progress);
      progress.say(
        "The network stays up; Ctrl-C stops it, and the next start goes on from here. Try in another terminal:",
      );
      progress.say("  npm run azora -- status");
      progress.say("  npm run azora -- verify");
      await keepPace(session, interrupted.signal, (view) => progress.update(summary(view)));
    } finally {
      await session.stop();
      progress.say("Stopped. Everything is kept.");
    }
  } finally {
    release();
  }
}

await run().catch((error) => {
  if (interrupted.signal.aborted) {
    // Stopped before everything was paid: the next start finishes it.
    process.exitCode = 130;
    return;
  }
  if (process.env.AZORA_DEBUG !== undefined) console.error(error);
  const known = error instanceof LocalFailure || error instanceof UsageError;
  console.error(known ? error.message : explain(error).sentence);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
