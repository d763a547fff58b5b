import { chmodSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createDeployment, type Deployment } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { freePorts } from "../../../scripts/local/ports.ts";
import { openSession, removeNetwork } from "../../../scripts/local/session.ts";

/** What a browser test needs to know of the network that it runs against. */
export interface Stack {
  readonly webUrl: string;
  readonly apiUrl: string;
  readonly rpcUrl: string;
  readonly deployment: Deployment;
  stop(): Promise<void>;
}

/**
 * A network of its own, with all floors. With AZORA_E2E_WEB and AZORA_E2E_API in the environment, one that runs already, which
 * is left as it is: to work on a page without waiting for a start each time.
 */
export async function openStack(): Promise<Stack> {
  const { AZORA_E2E_WEB: webUrl, AZORA_E2E_API: apiUrl } = process.env;
  if (webUrl !== undefined && apiUrl !== undefined) {
    return { ...(await networkOf(apiUrl)), webUrl, apiUrl, stop: async () => undefined };
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), "azora-e2e-"));
  chmodSync(folder, 0o711); // PostgreSQL may have to run as another user
  const session = await openSession({ folder, ports: await freePorts(), say: () => undefined });
  const stop = async () => {
    await session.stop();
    removeNetwork(folder);
  };
  try {
    await session.webReady;
  } catch (error) {
    await stop();
    throw error;
  }
  const { network, ...urls } = session;
  return {
    ...{ webUrl: urls.webUrl, apiUrl: urls.apiUrl, rpcUrl: network.rpcUrl },
    deployment: network.deployment,
    stop,
  };
}

async function networkOf(apiUrl: string): Promise<Pick<Stack, "rpcUrl" | "deployment">> {
  const { rpcUrl, chainId, genesis, block } = await unwrap(createApi(apiUrl).GET("/v1/network"));
  if (rpcUrl === null) throw new Error("The API names no node, and a test needs one.");
  return { rpcUrl, deployment: createDeployment({ chainId, genesis, block }) };
}
