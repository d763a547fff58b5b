import { type Address, type GetLogsReturnType, type PublicClient, parseEventLogs } from "viem";
import type { Deployment } from "../addresses.ts";
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
} from "../generated/abis.ts";

/** Every event of the protocol's contracts. Names are unique but for a few that are shared to the letter. */
export const protocolEvents = [
  ...auditLedgerAbi,
  ...constitutionAbi,
  ...azoraTokenAbi,
  ...validatorRegistryAbi,
  ...attributionRegistryAbi,
  ...proofOfValueAbi,
  ...disputesAbi,
  ...rewardLedgerAbi,
  ...citadelFundAbi,
  ...voiceAbi,
  ...azoraGovernorAbi,
].filter((entry) => entry.type === "event");

const parse = (logs: GetLogsReturnType) => parseEventLogs({ abi: protocolEvents, logs, strict: true });

export type ProtocolLog = ReturnType<typeof parse>[number];

/** Nodes refuse ranges with too many logs; this many blocks are few enough for all that we know. */
const RANGE = 5_000n;

/** All events of the protocol in [fromBlock, toBlock], in chain order. Throws viem's errors. */
export async function readLogs(
  client: PublicClient,
  deployment: Deployment,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<ProtocolLog[]> {
  const address: Address[] = Object.values(deployment.addresses);
  const result: ProtocolLog[] = [];
  for (let from = fromBlock; from <= toBlock; from += RANGE) {
    const last = from + RANGE - 1n;
    const logs = await client.getLogs({ address, fromBlock: from, toBlock: last < toBlock ? last : toBlock });
    result.push(...parse(logs));
  }
  return result;
}
