import { isLocalChain } from "@azora/sdk";
import type { Network } from "@azora/sdk/files";
import { createPublicClient, http } from "viem";
import { createApp } from "./app.ts";
import { repeat } from "./background.ts";
import { sweepClaims } from "./claims/sweepClaims.ts";
import { type Config, ConfigError } from "./config.ts";
import { createContext } from "./context.ts";
import { migrate } from "./database/migrate.ts";
import { createPool } from "./database/pools.ts";
import { isDatabaseAway } from "./database/troubles.ts";
import { EvidenceFolder } from "./evidence/EvidenceFolder.ts";
import { sweepEvidence } from "./evidence/sweepEvidence.ts";
import { logEvent } from "./log.ts";
import { serve } from "./serve.ts";

/** What is still under way then is cut off: a query may take longer than anybody wants to wait for an end. */
const END_MS = 2_500;
/** The node is asked whether the index is fresh; whoever asks for that asks again. */
const NODE_MS = 2_000;
const FOLDER_MS = 1_000;
const SWEEP_MS = 600_000;
/** In case that a notification was lost, or none can be heard: a pooler in between passes none on. */
const LOOK_MS = 2_000;
/** Less than what proxies let a silent connection live. */
const BEAT_MS = 15_000;

/** Brings the API's schema up to date and serves until the signal comes. */
export async function runGateway(config: Config, network: Network, signal: AbortSignal): Promise<void> {
  await prepare(config);
  signal.addEventListener("abort", () => setTimeout(() => process.exit(), END_MS).unref(), { once: true });
  const { deployment, rpcUrl } = network;
  const context = createContext({
    deployment,
    // A local chain's node may be known to all who can reach it; that of any other may hold a key in its path.
    publicRpcUrl: config.publicRpcUrl ?? (isLocalChain(deployment.chainId) ? rpcUrl : null),
    chain: createPublicClient({ transport: http(rpcUrl, { retryCount: 0, timeout: NODE_MS }), cacheTime: 0 }),
    pool: createPool(config.databaseUrl, config.schemas),
    schemas: config.schemas,
    databaseUrl: config.databaseUrl,
    limits: config.evidence,
    callers: config.callers,
    streams: config.streams,
    answerBytes: config.answerBytes,
  });
  const folder = new EvidenceFolder(network.evidence, context);
  const work = [
    repeat("read the folder of evidence", FOLDER_MS, signal, () => folder.read()),
    repeat("let go of unregistered evidence", SWEEP_MS, signal, () => sweepEvidence(context)),
    context.listener.run(signal),
    repeat("look whether the index has moved unheard", LOOK_MS, signal, () => context.feed.wake()),
    repeat("show streams that they are alive", BEAT_MS, signal, () => context.feed.beat()),
    repeat("let go of old claims", SWEEP_MS, signal, () => sweepClaims(context)),
  ];
  signal.addEventListener("abort", () => context.feed.close(), { once: true });
  const { host } = config;
  await serve(createApp(context), config, signal, (port) => logEvent("ready", { host, port }));
  await Promise.all(work);
  await context.pool.end();
  logEvent("stopped");
}

async function prepare({ databaseUrl, schemas }: Config): Promise<void> {
  try {
    await migrate(databaseUrl, schemas.api);
  } catch (cause) {
    if (!isDatabaseAway(cause)) throw cause;
    throw new ConfigError("The database cannot be reached. Is it running, and is its URL right?", { cause });
  }
}
