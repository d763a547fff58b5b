import {
  type Attribution,
  citadelFundAbi,
  type Deployment,
  disputesAbi,
  encodeHeader,
  forfeitCall,
  hashShares,
  type Node,
  proofOfValueAbi,
  type RpcHeader,
  rewardLedgerAbi,
  type TransactionCall,
  type View,
} from "@azora/sdk";
import { encodeFunctionData, numberToHex, type PublicClient, zeroAddress } from "viem";
import type { Duty } from "./duty.ts";

/** What an identity's flow passes: it has no attribution. */
const NOTHING = { contributors: [], upstream: [] };

/** The transaction that does a duty. Reads the header of the draw block where it is needed. */
export async function callFor(
  client: PublicClient,
  { addresses }: Deployment,
  view: View,
  duty: Duty,
): Promise<TransactionCall> {
  const { azoraToken, citadelFund, disputes, proofOfValue, rewardLedger } = addresses;
  switch (duty.kind) {
    case "draw": {
      const header = encodeHeader(await readHeader(client, view.works.get(duty.node)?.round.drawBlock ?? 0n));
      const args = [duty.node, header] as const;
      return {
        to: proofOfValue,
        data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "draw", args }),
      };
    }
    case "settle": {
      const args = [duty.node, attributionOf(view, duty.node)] as const;
      return {
        to: proofOfValue,
        data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "settle", args }),
      };
    }
    case "flow": {
      const args = [azoraToken, duty.node, attributionOf(view, duty.node)] as const;
      return {
        to: rewardLedger,
        data: encodeFunctionData({ abi: rewardLedgerAbi, functionName: "flow", args }),
      };
    }
    case "proveAbsence": {
      const { contributors, upstream } = attributionOf(view, duty.node);
      const place = [duty.node, duty.round, BigInt(duty.position)] as const;
      const args = [...place, contributors, hashShares(upstream)] as const;
      return {
        to: proofOfValue,
        data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "proveAbsence", args }),
      };
    }
    case "proveOutlier": {
      const args = [duty.node, duty.validator] as const;
      return {
        to: proofOfValue,
        data: encodeFunctionData({ abi: proofOfValueAbi, functionName: "proveOutlier", args }),
      };
    }
    case "shareFee": {
      const args = [duty.node, duty.round, duty.validator] as const;
      return {
        to: disputes,
        data: encodeFunctionData({ abi: disputesAbi, functionName: "shareFee", args }),
      };
    }
    case "forfeit":
      return forfeitCall(addresses, duty.challenger, duty.hash);
    case "openEpoch": {
      const args = [duty.asset === "AZR" ? azoraToken : zeroAddress] as const;
      return {
        to: citadelFund,
        data: encodeFunctionData({ abi: citadelFundAbi, functionName: "openEpoch", args }),
      };
    }
    case "claimStipends": {
      const claims = duty.votes.map(({ node, round, validator }) => ({
        contribution: node,
        round,
        validator,
      }));
      return {
        to: citadelFund,
        data: encodeFunctionData({ abi: citadelFundAbi, functionName: "claimStipends", args: [claims] }),
      };
    }
    case "collectEther": {
      const args = [citadelFund] as const;
      // The same function in every contract that holds bonds.
      return {
        to: duty.contract,
        data: encodeFunctionData({ abi: disputesAbi, functionName: "withdrawEtherFor", args }),
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

const attributionOf = (view: View, node: Node): Attribution => view.works.get(node)?.attribution ?? NOTHING;

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
