import { contractsOf } from "@azora/indexer/contracts";
import { readNetwork } from "@azora/sdk/files";
import { createConfig } from "ponder";

const { rpcUrl, deployment } = readNetwork(process.env.AZORA_NETWORK ?? "");
const urls = Array.from({ length: Number(process.env.AZORA_RPC_NAMES) }, (_, k) => `${rpcUrl}?k=${k}`);
const contracts = Object.entries(contractsOf(deployment)).map(([name, contract]) => [
  name,
  { ...contract, chain: "azora", startBlock: deployment.block },
]);

export default createConfig({
  database: { kind: "postgres" },
  chains: { azora: { id: deployment.chainId, rpc: urls, pollingInterval: 100 } },
  contracts: Object.fromEntries(contracts),
});
