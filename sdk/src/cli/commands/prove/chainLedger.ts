import type { Address, Hex } from "viem";
import { auditLedgerAbi } from "../../../generated/abis.ts";
import { hashLeaf, type Leaf, MerkleLedger, rootFromPeaks } from "../../../ledger/index.ts";
import { fetchLogs } from "../../../verify/fetch.ts";
import type { OpenChain } from "../../chain.ts";
import type { Context } from "../../context.ts";
import { RefusedError } from "../../exit.ts";

/** The head of the ledger as one `eth_call` gives it. */
export interface ChainHead {
  chainId: number;
  auditLedger: Address;
  block: bigint;
  size: number;
  root: Hex;
}

/** All leaves, from the logs, whose root is the chain's. */
export interface ChainLedger {
  head: ChainHead;
  leaves: Leaf[];
  tree: MerkleLedger;
}

/** Size and peaks come from the same call: a root alone does not say how many leaves it covers. */
export async function readHead({ client, network }: OpenChain): Promise<ChainHead> {
  const { chainId, addresses } = network.deployment;
  const block = await client.getBlockNumber({ cacheTime: 0 });
  const [size, peaks] = await client.readContract({
    address: addresses.auditLedger,
    abi: auditLedgerAbi,
    functionName: "peaks",
    blockNumber: block,
  });
  return {
    chainId,
    auditLedger: addresses.auditLedger,
    block,
    size: Number(size),
    root: rootFromPeaks(peaks),
  };
}

/** @throws RefusedError when the logs do not give the chain's root */
export async function readChainLedger(chain: OpenChain, { app, output }: Context): Promise<ChainLedger> {
  const head = await readHead(chain);
  const { client, network } = chain;
  const logs = await fetchLogs(client, network.deployment, head.block, ({ done, total }) => {
    app.signal.throwIfAborted();
    output.update(`Reading logs: ${done} of ${total} blocks.`);
  });
  const leaves = logs.flatMap((log): Leaf[] => (log.eventName === "Appended" ? [log.args as Leaf] : []));
  const tree = new MerkleLedger(leaves.map(hashLeaf));
  if (tree.size !== head.size || tree.root() !== head.root) {
    throw new RefusedError(
      `The ledger on the chain has ${head.size} leaves with root ${head.root}, but its logs give ${tree.size} with ${tree.root()}.`,
    );
  }
  return { head, leaves, tree };
}
