import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createDeployment, type Deployment } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { filesOf } from "../../../scripts/local/deploy.ts";
import { freePorts } from "../../../scripts/local/ports.ts";
import { openSession, removeNetwork, type Session } from "../../../scripts/local/session.ts";
import { createSupervisor } from "../../../scripts/local/supervisor.ts";
import { webApp } from "../../../scripts/local/web.ts";

/** What a browser test needs to know of the network that it runs against. */
export interface Stack {
  readonly webUrl: string;
  readonly apiUrl: string;
  readonly rpcUrl: string;
  readonly deployment: Deployment;
  /** Where the attestor looks for repositories before it looks on the network. */
  readonly repositories: string;
  /** What drives it; undefined if it ran already. */
  readonly session?: Session;
  stop(): Promise<void>;
}

/**
 * A network of its own, with all floors. With AZORA_E2E_WEB, AZORA_E2E_API and, for its attestor, AZORA_E2E_FOLDER in the
 * environment, one that runs already, which is left as it is: to work on a page without waiting for a start each time.
 */
export async function openStack(): Promise<Stack> {
  const { AZORA_E2E_WEB: webUrl, AZORA_E2E_API: apiUrl, AZORA_E2E_FOLDER: running = "" } = process.env;
  if (webUrl !== undefined && apiUrl !== undefined) {
    const { repositories } = filesOf(running);
    return { ...(await networkOf(apiUrl)), webUrl, apiUrl, repositories, stop: async () => undefined };
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
    repositories: filesOf(folder).repositories,
    session,
    stop,
  };
}

async function networkOf(apiUrl: string): Promise<Pick<Stack, "rpcUrl" | "deployment">> {
  const { rpcUrl, chainId, genesis, block } = await unwrap(createApi(apiUrl).GET("/v1/network"));
  if (rpcUrl === null) throw new Error("The API names no node, and a test needs one.");
  return { rpcUrl, deployment: createDeployment({ chainId, genesis, block }) };
}

export interface WebAlone {
  readonly url: string;
  stop(): Promise<void>;
}

/** The web app as it was built, with nobody where its API should be. */
export async function openWebWithoutApi(): Promise<WebAlone> {
  const { api } = await freePorts();
  return openWebOn(`http://127.0.0.1:${api}`);
}

/** The web app as it was built, and what answers at an address for its API. */
export async function openWebOn(apiUrl: string): Promise<WebAlone> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "azora-e2e-"));
  const { web } = await freePorts();
  const service = webApp({ port: web, apiUrl });
  const supervisor = createSupervisor({ folder, say: () => undefined });
  await supervisor.start(service);
  const stop = async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true });
  };
  return { url: `http://127.0.0.1:${web}`, stop };
}
