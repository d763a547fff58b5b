import {
  type Address,
  type Hash,
  type Log,
  type PublicClient,
  parseAbi,
  TransactionReceiptNotFoundError,
} from "viem";
import { entryPoint06Address, entryPoint07Address, entryPoint08Address } from "viem/account-abstraction";

/** How a Safe tells of what its owners signed, by the hash that they signed. Before 1.4 the hash was not indexed. */
const SAFE = parseAbi([
  "event ExecutionSuccess(bytes32 indexed txHash, uint256 payment)",
  "event ExecutionFailure(bytes32 indexed txHash, uint256 payment)",
]);
const SUCCESS = "0x442e715f626346e8c54381002da614f62bee8d27386535b2521ec8540898556e";
const FAILURE = "0x23428b18acfb3ea64b08dc0c1d296ea9c09702c09083ca5272e64d115b687d23";
/** How the entry points of ERC-4337 tell of an operation, by its hash. */
const OPERATION = parseAbi([
  "event UserOperationEvent(bytes32 indexed userOpHash, address indexed sender, address indexed paymaster, uint256 nonce, bool success, uint256 actualGasCost, uint256 actualGasUsed)",
]);
const ENTRY_POINTS: Address[] = [entryPoint06Address, entryPoint07Address, entryPoint08Address];
/** Nodes give logs of so many blocks at a time. */
const RANGE = 5_000n;
/** Looked at again, for what was reorganised. */
const AGAIN = 32n;

/** Where and how an account did what it was asked. */
export interface Execution {
  readonly hash: Hash;
  readonly block: number;
  readonly isDone: boolean;
}

type Client = Pick<PublicClient, "getLogs" | "getBlockNumber" | "getTransactionReceipt">;

/**
 * Looks for what an account made of a hash that its wallet gave: a transaction's, a Safe's own, or an ERC-4337 operation's.
 * The chain alone is asked, no service. Each look goes on where the one before it ended.
 */
export function createExecutionSearch(client: Client, account: Address, hash: Hash, since: number) {
  let from = BigInt(since);
  return async (): Promise<Execution | undefined> => {
    const mined = await findTransaction(client, account, hash);
    if (mined !== undefined) return mined;
    const last = await client.getBlockNumber({ cacheTime: 0 });
    for (; from <= last; from += RANGE) {
      const toBlock = from + RANGE > last ? last : from + RANGE;
      const found = await findEvent(client, account, hash, { fromBlock: from, toBlock });
      if (found !== undefined) return found;
    }
    from = last > BigInt(since) + AGAIN ? last - AGAIN : BigInt(since);
    return undefined;
  };
}

async function findTransaction(client: Client, account: Address, hash: Hash): Promise<Execution | undefined> {
  try {
    const { status, blockNumber, transactionHash, logs } = await client.getTransactionReceipt({ hash });
    const isDone = status === "success" && !hasFailedWithin(account, logs);
    return { hash: transactionHash, block: Number(blockNumber), isDone };
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return undefined;
    throw error;
  }
}

async function findEvent(
  client: Client,
  account: Address,
  hash: Hash,
  range: { fromBlock: bigint; toBlock: bigint },
): Promise<Execution | undefined> {
  const [ofSafe, ofEntryPoint] = await Promise.all([
    client.getLogs({ address: account, events: SAFE, ...range }),
    client.getLogs({ address: ENTRY_POINTS, event: OPERATION[0], args: { userOpHash: hash }, ...range }),
  ]);
  const execution = ofSafe.find((log) => hashOf(log) === hash);
  if (execution !== undefined) return executionOf(execution, execution.topics[0] === SUCCESS);
  const operation = ofEntryPoint[0];
  return operation && executionOf(operation, operation.args.success === true);
}

/** Whether a Safe was asked by a transaction that succeeded, and its own call in it did not. */
export const hasFailedWithin = (
  account: Address,
  logs: readonly { readonly address: Address; readonly topics: readonly string[] }[],
): boolean =>
  logs.some(
    ({ address, topics }) => topics[0] === FAILURE && address.toLowerCase() === account.toLowerCase(),
  );

const hashOf = ({ topics, data }: Pick<Log, "topics" | "data">): string => topics[1] ?? data.slice(0, 66);

const executionOf = (
  log: Pick<Log<bigint, number, false>, "transactionHash" | "blockNumber">,
  isDone: boolean,
) => ({
  hash: log.transactionHash,
  block: Number(log.blockNumber),
  isDone,
});
