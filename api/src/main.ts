// node api/src/main.ts
//
// The gateway. What it is told stands in config.ts; SIGINT or SIGTERM stop it within three seconds.

import { connect, isLocalChain } from "@azora/sdk";
import { readNetwork } from "@azora/sdk/files";
import { createApp } from "./app.ts";
import { repeat } from "./background.ts";
import { readConfig } from "./config.ts";
import { createContext } from "./context.ts";
import { migrate } from "./database/migrate.ts";
import { createPool } from "./database/pools.ts";
import { EvidenceFolder } from "./evidence/EvidenceFolder.ts";
import { sweepEvidence } from "./evidence/sweepEvidence.ts";
import { logEvent } from "./log.ts";
import { serve, stopSignal } from "./serve.ts";

/** What is still under way then is cut off: a query may take longer than anybody wants to wait for an end. */
const END_MS = 2_500;
const FOLDER_MS = 1_000;
const SWEEP_MS = 600_000;

try {
  const signal = stopSignal();
  const config = readConfig(process.env);
  const network = readNetwork(config.networkFile);
  const { deployment, rpcUrl } = network;
  await migrate(config.migrationUrl, config.schemas.api);
  const pool = createPool(config.databaseUrl, config.schemas);
  const context = createContext({
    deployment,
    // A local chain's node may be known to all who can reach it; that of any other may hold a key in its path.
    publicRpcUrl: config.publicRpcUrl ?? (isLocalChain(deployment.chainId) ? rpcUrl : null),
    chain: connect(network),
    pool,
    schemas: config.schemas,
    limits: config.evidence,
  });
  signal.addEventListener("abort", () => setTimeout(() => process.exit(), END_MS).unref(), { once: true });
  const folder = new EvidenceFolder(network.evidence, context);
  const work = [
    repeat("read the folder of evidence", FOLDER_MS, signal, () => folder.read()),
    repeat("let go of unregistered evidence", SWEEP_MS, signal, () => sweepEvidence(context)),
  ];
  await serve(createApp(context), config, signal, (port) => logEvent("ready", { host: config.host, port }));
  await Promise.all(work);
  await pool.end();
  logEvent("stopped");
} catch (error) {
  console.error(`api: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
