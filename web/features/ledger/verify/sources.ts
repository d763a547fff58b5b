import { auditLedgerAbi } from "@azora/sdk";
import { createApi, unwrap } from "@azora/sdk/api";
import { type Address, createPublicClient, type Hex, http } from "viem";
import type { Sources } from "./verify.ts";

interface Places {
  rpcUrl: string;
  apiUrl: string;
  /** Of the contract AuditLedger. */
  ledger: Address;
}

/** The chain by a node, and the index by its API. No wallet is involved. */
export function createSources({ rpcUrl, apiUrl, ledger }: Places): Sources {
  const client = createPublicClient({ transport: http(rpcUrl, { retryCount: 1 }) });
  const api = createApi(apiUrl);
  return {
    async readHead() {
      const [chainId, block] = await Promise.all([client.getChainId(), client.getBlockNumber()]);
      const contract = { address: ledger, abi: auditLedgerAbi, blockNumber: block } as const;
      const [[size, peaks], root] = await Promise.all([
        client.readContract({ ...contract, functionName: "peaks" }),
        client.readContract({ ...contract, functionName: "root" }),
      ]);
      return { chainId, block, size: Number(size), peaks, root };
    },
    async fetchPath(index, head) {
      // The index may be a moment behind the node; it waits until it has the block.
      const { path } = await unwrap(
        api.GET("/v1/ledger/{index}/proof", {
          params: { path: { index }, query: { size: head.size, minBlock: Number(head.block) } },
        }),
      );
      return path as Hex[];
    },
  };
}
