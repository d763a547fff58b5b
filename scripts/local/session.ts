import { rmSync } from "node:fs";
import path from "node:path";
import { connect, createFollower, type Follower } from "@azora/sdk";
import type { Network } from "@azora/sdk/files";
import type { PublicClient } from "viem";
import { removePostgres } from "../postgres.ts";
import { localChain } from "./chain.ts";
import { connections, localDatabase } from "./database.ts";
import { filesOf, prepareNetwork } from "./deploy.ts";
import { LocalFailure } from "./failure.ts";
import { gateway } from "./gateway.ts";
import { localIndexer } from "./indexer.ts";
import { stopLeftovers } from "./leftover.ts";
import { type Ports, requireFree } from "./ports.ts";
import { createSupervisor, pidsOf, type Service, type State, type Supervisor } from "./supervisor.ts";
import { watchIndex } from "./watchdog.ts";
import { webApp } from "./web.ts";
import { buildWeb } from "./webBuild.ts";
import { attestorService, auditorService, workerServices } from "./workers.ts";

/** A local network that runs: chain, contracts, keeper, practice judges, database, index, API, attestor, auditor and, once it is built, the web. */
export interface Session {
  network: Network;
  client: PublicClient;
  follower: Follower;
  supervisor: Supervisor;
  apiUrl: string;
  webUrl: string;
  /** Settles when the web app serves; rejects with a LocalFailure if it cannot be built or started. */
  webReady: Promise<void>;
  /** Rejects with a LocalFailure once a service is left off because it ended again and again. */
  broken: Promise<never>;
  /** Aborted as soon as the session is to be stopped: what drives the network ends with it. */
  signal: AbortSignal;
  /** Stops what was started, in the opposite order. Twice is once. */
  stop(): Promise<void>;
}

/** Which floors to start: `web` is all of them, `chain` only the contracts and the workers. */
export type Floors = "chain" | "api" | "web";

export interface SessionOptions {
  /** Everything of the network is kept here. */
  folder: string;
  ports: Ports;
  floors?: Floors;
  /** Forget what was there. */
  fresh?: boolean;
  say(line: string): void;
  onState?: (service: Service, state: State) => void;
  /** Stops a start that is still under way. */
  signal?: AbortSignal;
}

const databaseOf = (folder: string): string => path.join(folder, "database");

/** Forgets a network that does not run. */
export function removeNetwork(folder: string): void {
  removePostgres(databaseOf(folder));
  rmSync(folder, { recursive: true, force: true });
}

/** Starts everything in order; what was started is stopped again if a later step fails. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { folder, ports, floors = "web", fresh = false, say, onState, signal } = options;
  const leftovers = await stopLeftovers(pidsOf(folder));
  if (leftovers.length > 0)
    say(`Stopped what a start that was killed had left running: ${leftovers.join(", ")}.`);
  await requireFree(ports);
  if (fresh) removeNetwork(folder);
  const supervisor = createSupervisor({ folder, say, ...(onState && { onState }) });
  const stopping = new AbortController();
  const broken = supervisor.givenUp.then((sentence) => {
    throw new LocalFailure(sentence);
  });
  broken.catch(() => undefined); // whoever runs the session races with it
  const background: Promise<unknown>[] = [];
  const stop = async () => {
    stopping.abort();
    await supervisor.stop();
    await Promise.allSettled(background);
  };
  signal?.addEventListener("abort", () => stopping.abort(signal.reason), { once: true });
  try {
    // The slowest step of a first start needs nothing of the others.
    const built = floors === "web" ? buildWeb(say, stopping.signal) : Promise.resolve();
    built.catch(() => undefined); // it is awaited below, in its turn
    background.push(built);

    const files = filesOf(folder);
    const chain = localChain({ folder: files.chain, port: ports.chain, say });
    await supervisor.start(chain.service);
    say(
      chain.resumed
        ? `The local chain goes on at ${chain.rpcUrl}.`
        : `A new local chain runs at ${chain.rpcUrl}.`,
    );
    signal?.throwIfAborted();
    const apiUrl = `http://127.0.0.1:${ports.api}`;
    const network = await prepareNetwork(folder, chain.rpcUrl, floors === "chain" ? undefined : apiUrl);
    const client = connect(network);
    const webUrl = `http://127.0.0.1:${ports.web}`;
    signal?.throwIfAborted();
    for (const worker of workerServices(files.network)) await supervisor.start(worker);
    say("The contracts are deployed, the practice judges sit, the keeper runs.");
    if (floors !== "chain") {
      const { watching } = await startReadSide({
        ...options,
        supervisor,
        network,
        client,
        apiUrl,
        signal: stopping.signal,
      });
      background.push(watching);
      say("The index follows the chain, and the API serves it.");
    }
    const webReady =
      floors === "web"
        ? built.then(() => supervisor.start(webApp({ port: ports.web, apiUrl })))
        : Promise.resolve();
    webReady.catch(() => undefined); // whoever needs it awaits it
    background.push(webReady);
    const follower = createFollower(client, network.deployment);
    return {
      network,
      client,
      follower,
      supervisor,
      apiUrl,
      webUrl,
      webReady,
      broken,
      signal: stopping.signal,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface ReadSide extends SessionOptions {
  supervisor: Supervisor;
  network: Network;
  client: PublicClient;
  apiUrl: string;
  signal: AbortSignal;
}

/** Database, index, API, and who watches that the index follows the right chain. */
async function startReadSide(options: ReadSide): Promise<{ watching: Promise<void> }> {
  const { folder, ports, say, supervisor, network, client, apiUrl, signal } = options;
  const networkFile = filesOf(folder).network;
  const database = localDatabase({ folder: databaseOf(folder), port: ports.database, say });
  if (database.service) await supervisor.start(database.service);
  const urls = await connections(database.adminUrl, folder);
  const indexer = await localIndexer({
    folder,
    networkFile,
    network,
    client,
    port: ports.indexer,
    url: urls.indexer,
  });
  await supervisor.start(indexer.service);
  await indexer.dropOld();
  await supervisor.start(gateway({ networkFile, port: ports.api, url: urls.api }));
  await supervisor.start(attestorService(networkFile, urls.api, filesOf(folder).repositories));
  await supervisor.start(auditorService(networkFile, urls.api));
  return { watching: watchIndex({ supervisor, indexer, apiUrl, say, signal }) };
}
