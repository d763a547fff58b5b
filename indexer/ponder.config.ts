import { isLocalChain } from "@azora/sdk";
import { readNetwork } from "@azora/sdk/files";
import { createConfig } from "ponder";
import { contractsOf } from "./contracts.ts";
import { headFrom, rpcNames } from "./environment.ts";

const file = process.env.AZORA_NETWORK;
if (file === undefined) throw new Error("Say which network: AZORA_NETWORK, the path of a network file.");
const { rpcUrl, deployment } = readNetwork(file);
const { block, chainId } = deployment;

/**
 * Ponder starts each URL at 20 requests a second. A node of one's own bears more, and is named several times; the query
 * string is nothing to it. More names make the first pass over a long history faster: see docs/benchmarks.md.
 */
const ALIASES = rpcNames(process.env.AZORA_RPC_NAMES);
const urls = Array.from({ length: ALIASES }, (_, k) => `${rpcUrl}${rpcUrl.includes("?") ? "&" : "?"}k=${k}`);

/**
 * A node on this machine tells of its blocks by itself, some 60 ms earlier than it is asked. Elsewhere a connection can die
 * without a word, and the index would stand still: such a node is asked.
 */
const push = isLocalChain(chainId) ? { ws: rpcUrl.replace(/^http/, "ws") } : {};

const contracts = contractsOf(deployment);
const at = <contract>(contract: contract) => ({ ...contract, chain: "azora", startBlock: block }) as const;

export default createConfig({
  database: { kind: "postgres" },
  chains: { azora: { id: chainId, rpc: urls, ...push, pollingInterval: 100 } },
  contracts: {
    AuditLedger: at(contracts.AuditLedger),
    Constitution: at(contracts.Constitution),
    AzoraToken: at(contracts.AzoraToken),
    ValidatorRegistry: at(contracts.ValidatorRegistry),
    ProofOfValue: at(contracts.ProofOfValue),
    RewardLedger: at(contracts.RewardLedger),
    CitadelFund: at(contracts.CitadelFund),
    Disputes: at(contracts.Disputes),
    Voice: at(contracts.Voice),
    AzoraGovernor: at(contracts.AzoraGovernor),
    AttributionRegistry: at(contracts.AttributionRegistry),
  },
  // So that the head is a row as well.
  blocks: { Head: { chain: "azora", startBlock: headFrom(process.env.AZORA_HEAD_FROM, block), interval: 1 } },
});
