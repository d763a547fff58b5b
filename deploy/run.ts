import { createDeployment, type Deployment, isLocalChain } from "@azora/sdk";
import { PRACTICE_MNEMONIC } from "@azora/sdk/practice";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import type { Hex } from "viem";
import { mnemonicToAccount, privateKeyToAddress } from "viem/accounts";
import config from "../hardhat.config.ts";
import { azora } from "./modules/Azora.ts";
import type { Parameters } from "./parameters.ts";

export interface DeployOptions {
  rpcUrl: string;
  parameters: Parameters;
  /** Folder of Ignition's journal: an interrupted deployment goes on from there. */
  journal: string;
  /** Key of the account that deploys; on local chains the first of the practice accounts unless said. */
  deployerKey?: Hex | undefined;
  /** How many blocks must follow each transaction. */
  confirmations?: number;
}

/** A deployment that was refused before anything was sent. */
export class DeployError extends Error {
  override name = "DeployError";
}

/** As many practice accounts as there could be. */
const PRACTICE_ACCOUNTS = 130;

/**
 * Deploys the protocol to a node. The deploying account has no power afterwards.
 * @throws DeployError if nothing was sent, and what Ignition throws; its journal allows another try
 */
export async function deployTo(options: DeployOptions): Promise<Deployment> {
  const { rpcUrl, parameters, journal, confirmations = 1 } = options;
  const { chainId } = parameters;
  const accounts = accountsOf(options);
  const target = { type: "http", chainType: "l1", url: rpcUrl, accounts } as const;
  const hre = await createHardhatRuntimeEnvironment({
    ...config,
    networks: { ...config.networks, target },
    paths: { ...config.paths, ignition: journal },
  });
  const { ignition, ethers } = await hre.network.create({ network: "target", chainType: "l1" });
  const actual = Number((await ethers.provider.getNetwork()).chainId);
  if (actual !== chainId)
    throw new DeployError(`The parameters are for chain ${chainId}, and this is chain ${actual}.`);
  const before = await ethers.provider.getBlockNumber();
  const { genesis } = await ignition.deploy(azora(parameters), {
    config: { requiredConfirmations: confirmations },
  });
  return createDeployment({
    chainId: parameters.chainId,
    genesis: await genesis.getAddress(),
    block: before,
  });
}

/** Everybody has the practice keys: they deploy on local chains only. */
function accountsOf({ parameters, deployerKey }: DeployOptions) {
  if (deployerKey === undefined) {
    if (isLocalChain(parameters.chainId)) return { mnemonic: PRACTICE_MNEMONIC };
    throw new DeployError("The practice accounts deploy on local chains only: everybody has their keys.");
  }
  const address = privateKeyToAddress(deployerKey);
  const isPractice = Array.from({ length: PRACTICE_ACCOUNTS }, (_, addressIndex) =>
    mnemonicToAccount(PRACTICE_MNEMONIC, { addressIndex }),
  ).some((account) => account.address === address);
  if (isPractice && !isLocalChain(parameters.chainId))
    throw new DeployError(`${address} is a practice account: everybody has its key.`);
  return [deployerKey];
}
