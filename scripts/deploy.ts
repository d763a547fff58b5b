// npm run deploy -- --parameters <network or file> --rpc <url> --folder <folder>
//
// Deploys the protocol, as docs/deployment.md says step by step. The key of the deploying account comes from
// AZORA_PRIVATE_KEY. Interrupted, it goes on from its journal in the folder.

import path from "node:path";
import { parseArgs } from "node:util";
import { writeNetwork } from "@azora/sdk/files";
import { isHex } from "viem";
import { ParametersError, readParameters } from "../deploy/parameters.ts";
import { DeployError, deployTo } from "../deploy/run.ts";
import { writeSources } from "../deploy/sources.ts";

const USAGE = "npm run deploy -- --parameters <network or file> --rpc <url> --folder <folder>";

try {
  await deploy();
} catch (error) {
  if (!(error instanceof DeployError || error instanceof ParametersError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function deploy(): Promise<void> {
  const { values } = parseArgs({
    options: {
      parameters: { type: "string" },
      rpc: { type: "string" },
      folder: { type: "string" },
      confirmations: { type: "string", default: "1" },
    },
  });
  const { parameters: name, rpc: rpcUrl, folder } = values;
  if (name === undefined || rpcUrl === undefined || folder === undefined) throw new DeployError(USAGE);
  const key = process.env.AZORA_PRIVATE_KEY || undefined;
  if (key !== undefined && !isHex(key))
    throw new DeployError("AZORA_PRIVATE_KEY is not a key in hexadecimal.");
  const parameters = readParameters(name);
  const journal = path.resolve(folder, "ignition");
  const confirmations = Number(values.confirmations);
  const deployment = await deployTo({ rpcUrl, parameters, journal, deployerKey: key, confirmations });
  const file = path.resolve(folder, "network.json");
  writeNetwork(file, { rpcUrl, deployment, evidence: path.resolve(folder, "evidence") });
  const sources = writeSources(deployment, parameters, path.resolve(folder, "sources"));
  console.log(`Genesis is at ${deployment.genesis} on chain ${deployment.chainId}.`);
  console.log(
    `The network file is ${file}; ${sources.length} files for explorers are beside it, in sources/.`,
  );
  console.log(`Audit it: npm run azora -- audit-deployment --network ${file} --parameters ${name}`);
}
