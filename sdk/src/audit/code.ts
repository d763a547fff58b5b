import { decodeFunctionData, type Hex, hexToBytes, keccak256, toHex } from "viem";
import type { ContractName } from "../addresses.ts";
import { genesisAbi } from "../generated/abis.ts";
import { fetchCreations } from "../verify/fetch.ts";
import type { ExpectedContract } from "./expected.ts";
import { DifferenceError, type Inspection, same } from "./inspection.ts";

/** Genesis is what it must be, complete, and created each place from the code and the arguments of the repository. */
export async function inspectCode(inspection: Inspection): Promise<void> {
  const { client, deployment, expected, blockNumber, offices } = inspection;
  const { genesis: address, addresses } = deployment;
  const genesis = { address, abi: genesisAbi, blockNumber } as const;
  await inspectRuntime(inspection, "Genesis", address, expected.genesis);
  const deployer = await client.readContract({ ...genesis, functionName: "DEPLOYER" });
  const created = await client.readContract({ ...genesis, functionName: "created" });
  same(inspection, "The number of places that Genesis has filled", created, Object.keys(addresses).length);
  offices.push({
    address: deployer,
    name: "the deployer",
    power: "sent the deployment; none since Genesis is complete",
  });

  const creations = await fetchCreations(client, deployment, blockNumber);
  for (const [place, name] of Object.keys(addresses).filter(isName(addresses)).entries()) {
    const contract = expected.contracts[name];
    const creation = creations.find(({ args }) => args.role === place);
    same(inspection, `The address of ${contract.name}`, creation?.args.child, addresses[name]);
    const initCode = creation && (await initCodeOf(inspection, creation.transactionHash, contract.name));
    same(inspection, `The creation code of ${contract.name}`, hashOf(initCode), hashOf(contract.initCode));
    await inspectRuntime(inspection, contract.name, addresses[name], contract);
  }
}

const isName =
  (addresses: Inspection["deployment"]["addresses"]) =>
  (name: string): name is ContractName =>
    name in addresses;

const hashOf = (code: Hex | undefined): Hex | undefined => (code === undefined ? undefined : keccak256(code));

/** What Genesis was given to create: with it, its immutables are proven as well. */
async function initCodeOf({ client, deployment }: Inspection, hash: Hex, name: string): Promise<Hex> {
  const { to, input } = await client.getTransaction({ hash });
  if (to?.toLowerCase() !== deployment.genesis.toLowerCase()) {
    throw new DifferenceError(`${name} was not created by a transaction to Genesis, but by one to ${to}.`);
  }
  const { functionName, args } = decodeFunctionData({ abi: genesisAbi, data: input });
  if (functionName !== "create")
    throw new DifferenceError(`${name} was created by a call of ${functionName}.`);
  return args[1];
}

/** The code on the chain, but for the immutables. */
async function inspectRuntime(
  inspection: Inspection,
  what: string,
  address: Hex,
  { runtimeCode, immutables }: ExpectedContract,
): Promise<void> {
  const code = await inspection.client.getCode({ address, blockNumber: inspection.blockNumber });
  const bytes = hexToBytes(code ?? "0x");
  for (const { start, length } of immutables) bytes.fill(0, start, start + length);
  same(inspection, `The code of ${what}`, hashOf(toHex(bytes)), hashOf(runtimeCode));
}
