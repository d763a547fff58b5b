import { createDeployment, type Deployment, isLocalChain } from "@azora/sdk";
import { PRACTICE_MNEMONIC } from "@azora/sdk/practice";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import config from "../hardhat.config.ts";
import { azora } from "./modules/Azora.ts";
import type { Parameters } from "./parameters.ts";

export interface DeployOptions {
  rpcUrl: string;
  parameters: Parameters;
  /** Folder of Ignition's journal: an interrupted deployment goes on from there. */
  journal: string;
}

/** A deployment that was refused before anything was sent. */
export class DeployError extends Error {
  override name = "DeployError";
}

/**
 * Deploys the protocol to a node, from the first of the practice accounts.
 * @throws DeployError on any other than the local chain that was meant, and what Ignition throws; its journal allows another try
 */
export async function deployTo({ rpcUrl, parameters, journal }: DeployOptions): Promise<Deployment> {
  const { chainId } = parameters;
  if (!isLocalChain(chainId)) {
    throw new DeployError("The practice accounts deploy on local chains only: everybody has their keys.");
  }
  const target = {
    type: "http",
    chainType: "l1",
    url: rpcUrl,
    accounts: { mnemonic: PRACTICE_MNEMONIC },
  } as const;
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
  const { genesis } = await ignition.deploy(azora(parameters), { config: { requiredConfirmations: 1 } });
  return createDeployment({
    chainId: parameters.chainId,
    genesis: await genesis.getAddress(),
    block: before,
  });
}
