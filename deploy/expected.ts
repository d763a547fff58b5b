import type { ExpectedContract, ExpectedDeployment } from "@azora/sdk";
import { type Address, getAddress, type Hex, zeroAddress } from "viem";
import { creations } from "./creations.ts";
import { initCode, readArtifact } from "./initCode.ts";
import type { Deployable } from "./modules/place.ts";
import { type Parameters, RULES, readParameters } from "./parameters.ts";

/** What a deployment with these parameters must be. @param parameters The name of a network, or the path of a file. */
export function readExpected(parameters: string): ExpectedDeployment {
  return expectedOf(readParameters(parameters));
}

export function expectedOf(parameters: Parameters): ExpectedDeployment {
  const places = Object.entries(creations(parameters)).map(
    ([name, deployable]) => [name, contractOf(deployable)] as const,
  );
  const rules = RULES.map((name) => {
    const { value, min, max } = parameters.rules[name];
    return [name, { value: BigInt(value), min: BigInt(min), max: BigInt(max) }] as const;
  });
  return {
    chainId: parameters.chainId,
    genesis: contractOf({ name: "Genesis" }),
    contracts: Object.fromEntries(places) as ExpectedDeployment["contracts"],
    timelockProposers: parameters.timelockProposers.map(addressOf),
    timelockDelay: BigInt(parameters.timelockDelay),
    seats: parameters.seats.map(addressOf),
    attestors: parameters.attestors.map(addressOf),
    guardian: addressOf(parameters.guardian ?? zeroAddress),
    articles: hexOf(parameters.articles),
    rules: Object.fromEntries(rules) as ExpectedDeployment["rules"],
  };
}

function contractOf({ name, args, folder }: Deployable): ExpectedContract {
  const { deployedBytecode, immutableReferences = {} } = readArtifact(name, folder);
  return {
    name,
    // Genesis's own argument is whoever deploys.
    initCode: args === undefined && name === "Genesis" ? "0x" : hexOf(initCode(name, args, folder)),
    runtimeCode: hexOf(deployedBytecode),
    immutables: Object.values(immutableReferences).flat(),
  };
}

const addressOf = (text: string): Address => getAddress(text);
const hexOf = (text: string): Hex => `0x${text.replace(/^0x/, "")}`;
