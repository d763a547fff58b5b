// node api/src/main.ts
//
// The gateway. What it is told stands in config.ts; SIGINT or SIGTERM stop it within three seconds.

import { readNetwork } from "@azora/sdk/files";
import { readConfig } from "./config.ts";
import { stopSignal } from "./stopSignal.ts";

try {
  const signal = stopSignal();
  const config = readConfig(process.env);
  const network = readNetwork(config.networkFile);
  // Loaded last, for it takes a second: what is wrong with the settings is said at once.
  const { runGateway } = await import("./gateway.ts");
  await runGateway(config, network, signal);
} catch (error) {
  console.error(`api: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
