import {
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraGovernorAbi,
  azoraTokenAbi,
  citadelFundAbi,
  constitutionAbi,
  disputesAbi,
  proofOfValueAbi,
  rewardLedgerAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "@azora/sdk";
import { readNetwork } from "@azora/sdk/files";
import { createConfig } from "ponder";

const file = process.env.AZORA_NETWORK;
if (file === undefined) throw new Error("Say which network: AZORA_NETWORK, the path of a network file.");
const { rpcUrl, deployment } = readNetwork(file);
const { addresses, block, chainId } = deployment;

/**
 * Ponder starts each URL at 20 requests a second. A node of one's own bears more, and is named several times; the query
 * string is nothing to it.
 */
const ALIASES = 8;
const urls = Array.from({ length: ALIASES }, (_, k) => `${rpcUrl}${rpcUrl.includes("?") ? "&" : "?"}k=${k}`);

const at = <abi>(abi: abi, address: `0x${string}`) =>
  ({ chain: "azora", abi, address, startBlock: block }) as const;

export default createConfig({
  database: { kind: "postgres" },
  chains: { azora: { id: chainId, rpc: urls, pollingInterval: 100 } },
  contracts: {
    AuditLedger: at(auditLedgerAbi, addresses.auditLedger),
    Constitution: at(constitutionAbi, addresses.constitution),
    AzoraToken: at(azoraTokenAbi, addresses.azoraToken),
    ValidatorRegistry: at(validatorRegistryAbi, addresses.validatorRegistry),
    ProofOfValue: at(proofOfValueAbi, addresses.proofOfValue),
    RewardLedger: at(rewardLedgerAbi, addresses.rewardLedger),
    CitadelFund: at(citadelFundAbi, addresses.citadelFund),
    Disputes: at(disputesAbi, addresses.disputes),
    Voice: at(voiceAbi, addresses.voice),
    AzoraGovernor: at(azoraGovernorAbi, addresses.governor),
    AttributionRegistry: at(attributionRegistryAbi, addresses.attributionRegistry),
  },
  // Earlier blocks are known by their events; only from here on each has a row, so that the head is one as well.
  blocks: { Head: { chain: "azora", startBlock: "latest", interval: 1 } },
});
