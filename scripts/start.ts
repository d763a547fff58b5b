import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { explain, identityNode, type Node } from "@azora/sdk";
import { readForImport } from "@azora/sdk/importer";
import { practiceRegistrant } from "@azora/sdk/practice";
import { exitCodeOf, LocalFailure, UsageFailure } from "./local/failure.ts";
import { ownHistory, type Source } from "./local/history.ts";
import { importUntilPaid, summary } from "./local/importing.ts";
import { holdFolder } from "./local/lock.ts";
import { keepPace } from "./local/pace.ts";
import { payOut } from "./local/payout.ts";
import { DEFAULT_PORT_BASE, portsFrom } from "./local/ports.ts";
import { createProgress, type Progress } from "./local/progress.ts";
import { openSession, type Session } from "./local/session.ts";
import { peopleTable, roundedAzr } from "./local/tables.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** AZORA_HOME moves everything that is kept, for tests and for a second network. */
const FOLDER = path.join(process.env.AZORA_HOME ?? path.join(ROOT, ".azora"), "start");
const USAGE = `npm start [-- --fresh] [-- --port-base N]

Runs a local network: a chain that keeps its state, the contracts, a keeper, practice judges, a database with an index of
the chain, the API and the web app. Imports this repository's own history, has it judged and paid, and stays up until
Ctrl-C; the next start goes on from there.

  --fresh         starts over and forgets what was there
  --port-base N   moves all ports (default ${DEFAULT_PORT_BASE})`;
/** Identities that are linked to accounts and paid out at the first start. */
const PAYOUTS = 3;

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
    throw new UsageFailure(error instanceof Error ? error.message : String(error));
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
async function showPeoplePaid(
  session: Session,
  source: Source,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
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

/** Everything that a start does while it is up. */
async function live(session: Session, progress: Progress, signal: AbortSignal): Promise<void> {
  const { client, network, webReady, webUrl, apiUrl } = session;
  const opened = webReady.then(() => progress.say(`Open ${webUrl} in a browser.`));
  opened.catch(() => undefined); // it is awaited below, once the history is read
  const registrant = practiceRegistrant().address;
  const source = await ownHistory(ROOT, progress.say, (path, options) =>
    readForImport({ client, network, registrant, path, options }),
  );
  await Promise.all([showPeoplePaid(session, source, progress, signal), opened]);
  progress.say(`The network stays up; Ctrl-C stops it, and the next start goes on from here.

  ${webUrl}        the web app: submit a work there, and watch it being judged and paid
  ${apiUrl}/docs   the API
  npm run azora -- status       in another terminal: the works, their phases, and what was paid
  npm run azora -- verify       every figure recomputed from the chain's logs alone
`);
  await keepPace(session, signal, (view) => progress.update(summary(view)));
}

async function run(): Promise<void> {
  const { fresh, help, base } = options();
  if (help) return console.log(USAGE);
  const ports = portsFrom(base);
  const release = holdFolder(FOLDER);
  const progress = createProgress(process.stdout);
  try {
    const session = await openSession({
      folder: FOLDER,
      ports,
      fresh,
      say: progress.say,
      onState: progress.status,
      signal: interrupted.signal,
    });
    try {
      await Promise.race([live(session, progress, session.signal), session.broken]);
    } finally {
      progress.end();
      await session.stop();
      progress.say("Stopped. Everything is kept.");
    }
  } finally {
    progress.close();
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
  console.error(error instanceof LocalFailure ? error.message : explain(error).sentence);
  process.exitCode = exitCodeOf(error);
});
