import type { Address, Hex, PublicClient } from "viem";
import type { Deployment } from "../addresses.ts";
import {
  auditLedgerAbi,
  azoraTokenAbi,
  constitutionAbi,
  proofOfValueAbi,
  voiceAbi,
} from "../generated/abis.ts";

/** What the chain says of itself at a block. */
export interface ChainHead {
  readonly block: bigint;
  /** In seconds. */
  readonly timestamp: bigint;
  readonly size: bigint;
  readonly peaks: readonly Hex[];
  readonly root: Hex;
  readonly supply: bigint;
  /** SHA-256 of the articles in force. */
  readonly articles: Hex;
  /** Zero address for nobody; times in seconds. */
  readonly guardian: { readonly account: Address; readonly termEnd: bigint; readonly nextStopAt: bigint };
  /** The first second in which registrations are open again. */
  readonly stoppedUntil: bigint;
  /** All units of Voice. */
  readonly units: bigint;
  /** Of the epochs, in seconds. */
  readonly genesisTime: bigint;
  readonly epochLength: bigint;
}

/** Read first, because a node may soon forget the state of this block. */
export async function readHead(
  client: PublicClient,
  { addresses }: Deployment,
  toBlock?: bigint,
): Promise<ChainHead> {
  const { number, timestamp } = await client.getBlock(toBlock === undefined ? {} : { blockNumber: toBlock });
  const ledger = { address: addresses.auditLedger, abi: auditLedgerAbi, blockNumber: number } as const;
  const token = { address: addresses.azoraToken, abi: azoraTokenAbi, blockNumber: number } as const;
  const proofOfValue = {
    address: addresses.proofOfValue,
    abi: proofOfValueAbi,
    blockNumber: number,
  } as const;
  const constitution = {
    address: addresses.constitution,
    abi: constitutionAbi,
    blockNumber: number,
  } as const;
  const voice = { address: addresses.voice, abi: voiceAbi, blockNumber: number } as const;
  const [[size, peaks], root, supply, articles, office, stoppedUntil, units, genesisTime, epochLength] =
    await Promise.all([
      client.readContract({ ...ledger, functionName: "peaks" }),
      client.readContract({ ...ledger, functionName: "root" }),
      client.readContract({ ...token, functionName: "totalSupply" }),
      client.readContract({ ...constitution, functionName: "articlesHash" }),
      client.readContract({ ...constitution, functionName: "guardian" }),
      client.readContract({ ...proofOfValue, functionName: "stoppedUntil" }),
      client.readContract({ ...voice, functionName: "totalUnits" }),
      client.readContract({ ...proofOfValue, functionName: "GENESIS_TIME" }),
      client.readContract({ ...proofOfValue, functionName: "EPOCH_LENGTH" }),
    ]);
  const [account, termEnd, nextStopAt] = office;
  return {
    block: number,
    timestamp,
    size,
    peaks,
    root,
    supply,
    units,
    articles,
    guardian: { account, termEnd: BigInt(termEnd), nextStopAt: BigInt(nextStopAt) },
    stoppedUntil: BigInt(stoppedUntil),
    genesisTime,
    epochLength,
  };
}
