import {
  type Deployment,
  encodeHeader,
  proofOfValueAbi,
  type RpcHeader,
  rewardLedgerAbi,
  type View,
} from "@azora/sdk";
import { encodeFunctionData, type Hex, numberToHex, type PublicClient } from "viem";
import type { Duty } from "./duties.ts";

/** A transaction to send, encoded. */
export interface Call {
  to: Hex;
  data: Hex;
}

/** What an identity's flow passes: it has no attribution. */
const NOTHING = { contributors: [], upstream: [] };

/** The transaction that does a duty. Reads the header of the draw block where it is needed. */
export async function callFor(
  client: PublicClient,
  deployment: Deployment,
  view: View,
  duty: Duty,
): Promise<Call> {
  const { azoraToken, proofOfValue, rewardLedger } = deployment.addresses;
  const work = view.works.get(duty.node);
  switch (duty.kind) {
    case "draw": {
      const header = encodeHeader(await readHeader(client, work?.round.drawBlock ?? 0n));
      return {
        to: proofOfValue,
        data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "draw", args: [duty.node, header] }),
      };
    }
    case "settle": {
      const args = [duty.node, work?.attribution ?? NOTHING] as const;
      return {
        to: proofOfValue,
        data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "settle", args }),
      };
    }
    case "flow": {
      const args = [azoraToken, duty.node, work?.attribution ?? NOTHING] as const;
      return {
        to: rewardLedger,
        data: encodeFunctionData({ abi: rewardLedgerAbi, functionName: "flow", args }),
      };
    }
    default: {
      const args = [duty.node] as const;
      return {
        to: proofOfValue,
        data: encodeFunctionData({ abi: proofOfValueAbi, functionName: duty.kind, args }),
      };
    }
  }
}

async function readHeader(client: PublicClient, block: bigint): Promise<RpcHeader> {
  const header = await client.request({
    method: "eth_getBlockByNumber",
    params: [numberToHex(block), false],
  });
  if (header === null) throw new Error(`The node does not have block ${block}.`);
  const { hash, number, nonce, logsBloom, baseFeePerGas, ...rest } = header;
  if (hash === null || number === null || nonce === null || logsBloom === null || baseFeePerGas === null) {
    throw new Error(`The node gives block ${block} as pending.`);
  }
  return { ...rest, hash, number, nonce, logsBloom, baseFeePerGas };
}
