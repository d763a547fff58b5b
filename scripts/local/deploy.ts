import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import {
  connect,
  connectWallet,
  enterSeatCall,
  readSeatBond,
  requireSuccess,
  transact,
  validatorRegistryAbi,
} from "@azora/sdk";
import { type Network, readNetwork, writeNetwork } from "@azora/sdk/files";
import { practiceJudges } from "@azora/sdk/practice";
import { readParameters } from "../../deploy/parameters.ts";
import { deployTo } from "../../deploy/run.ts";
import { BLOCK_SECONDS, developmentClient } from "./chain.ts";

/** Files of one local network, all in one folder. */
export const filesOf = (folder: string) => ({
  chain: path.join(folder, "chain"),
  evidence: path.join(folder, "evidence"),
  journal: path.join(folder, "ignition"),
  network: path.join(folder, "network.json"),
  /** Where the attestor finds https://host/path, as host/path. */
  repositories: path.join(folder, "repositories"),
});

/**
 * The network of a folder on a chain that runs: deployed and with its practice judges seated, each step only if it has not
 * been done. The addresses of the node and the API may change between runs, the rest may not.
 */
export async function prepareNetwork(
  folder: string,
  rpcUrl: string,
  apiUrl: string | undefined,
): Promise<Network> {
  const files = filesOf(folder);
  const node = developmentClient(rpcUrl);
  await forgetLost(files, node);
  // Nobody needs to wait for the blocks of a deployment.
  await node.setAutomine(true);
  const network = existsSync(files.network)
    ? { ...readNetwork(files.network), rpcUrl, apiUrl }
    : { rpcUrl, apiUrl, evidence: files.evidence, deployment: await deployLocal(rpcUrl, files.journal) };
  writeNetwork(files.network, network);
  await seatPracticeJudges(network);
  await node.setIntervalMining({ interval: BLOCK_SECONDS });
  return network;
}

/**
 * A chain that was killed right after its deployment may not have kept it: it writes its state once a second, the network
 * file at once. What is not there any more is deployed anew.
 */
async function forgetLost(
  { network, journal }: ReturnType<typeof filesOf>,
  node: ReturnType<typeof developmentClient>,
): Promise<void> {
  if (!existsSync(network)) return;
  const { addresses } = readNetwork(network).deployment;
  const codes = await Promise.all(Object.values(addresses).map((address) => node.getCode({ address })));
  if (codes.every((code) => code !== undefined)) return;
  rmSync(network);
  rmSync(journal, { recursive: true, force: true });
}

const deployLocal = (rpcUrl: string, journal: string) =>
  deployTo({ rpcUrl, journal, parameters: readParameters("local") });

/** Each practice judge that has never sat takes its seat with the bond of the rules. */
async function seatPracticeJudges(network: Network): Promise<void> {
  const client = connect(network);
  const { addresses } = network.deployment;
  const seats = { address: addresses.validatorRegistry, abi: validatorRegistryAbi } as const;
  const entry = enterSeatCall(addresses, await readSeatBond(client, addresses));
  await Promise.all(
    practiceJudges().map(async (judge) => {
      const args = [judge.address] as const;
      const stints = await client.readContract({ ...seats, functionName: "stintsOf", args });
      // One that gave up its seat meant it.
      if (stints.length > 0) return;
      const wallet = connectWallet(network, judge);
      await requireSuccess(client, await transact(client, wallet, entry));
    }),
  );
}
