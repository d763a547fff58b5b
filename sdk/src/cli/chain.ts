import { existsSync } from "node:fs";
import path from "node:path";
import { isAddress, type PublicClient } from "viem";
import { createDeployment } from "../addresses.ts";
import { connect } from "../connect.ts";
import { type Network, readNetwork } from "../files/index.ts";
import type { App } from "./app.ts";
import { ChainError, UsageError } from "./exit.ts";
import type { Globals } from "./globals.ts";
import { parseWhole } from "./parse.ts";

export interface OpenChain {
  network: Network;
  /** Where things of this network are kept on this machine: evidence, imports, ballots. */
  folder: string;
  client: PublicClient;
}

/** In the folder that `npm start` keeps. */
const FILE = path.join("start", "network.json");
const HOME = ".azora";
const PROJECT = path.resolve(import.meta.dirname, "..", "..", "..");

/** Finds the network and asks its node whether it is the right chain. */
export async function openChain(app: App, globals: Globals): Promise<OpenChain> {
  const network = globals.genesis === undefined ? fromFile(app, globals) : await fromOptions(app, globals);
  const client = connect(network);
  const chainId = await client.getChainId();
  if (chainId !== network.deployment.chainId) {
    const { chainId: expected } = network.deployment;
    throw new ChainError(
      `The node at ${network.rpcUrl} is of chain ${chainId}, and the deployment of ${expected}.`,
    );
  }
  const { genesis } = network.deployment;
  if ((await client.getCode({ address: genesis })) === undefined) {
    throw new ChainError(
      `Chain ${chainId} has no Genesis at ${genesis}: it may have been started afresh, or not be deployed yet.`,
    );
  }
  return { network, folder: path.dirname(network.evidence), client };
}

function fromFile(app: App, { network, rpc, block }: Globals): Network {
  if (block !== undefined) throw new UsageError("--block goes with --genesis.");
  const named = network ?? (app.env.AZORA_NETWORK || undefined);
  const file = named === undefined ? findFile(app) : path.resolve(app.cwd, named);
  const found = readNetwork(file);
  return rpc === undefined ? found : { ...found, rpcUrl: urlOf(rpc) };
}

/** The nearest one on the way up, then the project's own, which AZORA_HOME moves as it does for `npm start`. */
function findFile({ cwd, env }: App): string {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const file = path.join(folder, HOME, FILE);
    if (existsSync(file)) return file;
    if (path.dirname(folder) === folder) break;
  }
  const own = path.resolve(env.AZORA_HOME || path.join(PROJECT, HOME), FILE);
  if (existsSync(own)) return own;
  throw new ChainError(
    "No network is known here. Start one with npm start, or say which with --network FILE.",
  );
}

async function fromOptions(app: App, { network, rpc, genesis = "", block }: Globals): Promise<Network> {
  if (network !== undefined) throw new UsageError("Give either --network or --genesis, not both.");
  if (rpc === undefined || block === undefined) {
    throw new UsageError("--genesis needs --rpc URL and --block NUMBER.");
  }
  if (!isAddress(genesis, { strict: false }))
    throw new UsageError(`--genesis "${genesis}" is not an address.`);
  const rpcUrl = urlOf(rpc);
  const start = parseWhole("--block", block, 0, Number.MAX_SAFE_INTEGER);
  const unknown = createDeployment({ chainId: 0, genesis, block: start });
  const chainId = await connect({ rpcUrl, deployment: unknown }).getChainId();
  const deployment = createDeployment({ chainId, genesis, block: start });
  const folder = path.join(app.cwd, ".azora", `${chainId}-${genesis.slice(2, 10).toLowerCase()}`);
  return { rpcUrl, deployment, evidence: path.join(folder, "evidence") };
}

function urlOf(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new UsageError(`--rpc "${text}" is not an http address such as http://127.0.0.1:8545.`);
}
