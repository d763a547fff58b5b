import { isLocalChain } from "@azora/sdk";
import { readNetwork } from "@azora/sdk/files";
import { createConfig } from "ponder";
import { contractsOf } from "./contracts.ts";

const file = process.env.AZORA_NETWORK;
if (file === undefined) throw new Error("Say which network: AZORA_NETWORK, the path of a network file.");
const { rpcUrl, deployment } = readNetwork(file);
const { block, chainId } = deployment;

/**
 * Ponder starts each URL at 20 requests a second. A node of one's own bears more, and is named several times; the query
 * string is nothing to it. More names make the first pass over a long history faster: see docs/benchmarks.md.
 */
const ALIASES = Number(process.env.AZORA_RPC_NAMES ?? 8);
if (!Number.isInteger(ALIASES) || ALIASES < 1)
  throw new Error("AZORA_RPC_NAMES: say how many names, from 1.");
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
  // Earlier blocks are known by their events; only from here on each has a row, so that the head is one as well.
  blocks: { Head: { chain: "azora", startBlock: "latest", interval: 1 } },
});
