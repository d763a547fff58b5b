import { causes } from "./revertData.ts";

interface Trouble {
  /** What programs compare. */
  name: string;
  /** Names of viem's and wagmi's errors, and codes of Node's. */
  signs: readonly string[];
  sentence: string;
}

/** What can go wrong between here and the contracts, most specific first. */
export const troubles: readonly Trouble[] = [
  {
    name: "UserRejected",
    signs: ["UserRejectedRequestError", "ACTION_REJECTED"],
    sentence: "The request was declined in the wallet.",
  },
  {
    name: "WalletBusy",
    signs: ["ResourceUnavailableRpcError"],
    sentence: "The wallet waits for an answer to an earlier request: open it and answer that first.",
  },
  {
    name: "NotConnected",
    signs: [
      "UnauthorizedProviderError",
      "ConnectorNotConnectedError",
      "ConnectorAccountNotFoundError",
      "ProviderNotFoundError",
    ],
    sentence: "The wallet does not share this account any more: connect it again.",
  },
  {
    name: "InsufficientFunds",
    signs: ["InsufficientFundsError", "INSUFFICIENT_FUNDS"],
    sentence: "The account has too little ETH for the amount sent and the gas.",
  },
  {
    name: "NonceTooLow",
    signs: ["NonceTooLowError", "NONCE_EXPIRED"],
    sentence: "Another transaction of this account came first: try again.",
  },
  {
    name: "NonceTooHigh",
    signs: ["NonceTooHighError"],
    sentence:
      "An earlier transaction of this account is missing on the chain. After a restart of a local chain, reset the wallet's activity.",
  },
  {
    name: "NonceExhausted",
    signs: ["NonceMaxValueError"],
    sentence: "The account cannot send any more transactions.",
  },
  {
    name: "FeeTooLow",
    signs: ["FeeCapTooLowError", "TransactionRejectedRpcError", "REPLACEMENT_UNDERPRICED"],
    sentence:
      "The node did not take the transaction: its fee may be too low, or one like it may be waiting already.",
  },
  {
    name: "OutOfGas",
    signs: ["IntrinsicGasTooHighError", "IntrinsicGasTooLowError"],
    sentence: "The transaction's gas limit does not fit what it does.",
  },
  {
    name: "WrongChain",
    signs: [
      "ChainMismatchError",
      "ChainNotFoundError",
      "ConnectorChainMismatchError",
      "SwitchChainError",
      "SwitchChainNotSupportedError",
      "InvalidChainIdError",
    ],
    sentence: "The wallet or the node is on another chain than this deployment.",
  },
  {
    name: "NoContract",
    signs: ["ContractFunctionZeroDataError", "AbiDecodingZeroDataError"],
    sentence:
      "There is no such contract at this address: the chain may be another one, or may have been started afresh.",
  },
  {
    name: "NotMined",
    signs: ["WaitForTransactionReceiptTimeoutError", "TransactionReceiptNotFoundError"],
    sentence: "The transaction was sent, but it has not been mined yet.",
  },
  {
    name: "TooManyRequests",
    signs: ["LimitExceededRpcError"],
    sentence: "The node takes no more requests for now: wait a moment and try again.",
  },
  {
    name: "NoConnection",
    signs: [
      "HttpRequestError",
      "WebSocketRequestError",
      "SocketClosedError",
      "TimeoutError",
      "ProviderDisconnectedError",
      "ECONNREFUSED",
      "ECONNRESET",
      "ENOTFOUND",
      "EAI_AGAIN",
      "ETIMEDOUT",
      "NETWORK_ERROR",
    ],
    sentence: "The chain's node cannot be reached: check its address and that it is running.",
  },
];

/** The trouble that an error or one of its causes is a sign of. */
export function findTrouble(error: unknown): Trouble | undefined {
  const signs = new Set<unknown>(
    causes(error).flatMap((link) => ["name" in link && link.name, "code" in link && link.code]),
  );
  return troubles.find((trouble) => trouble.signs.some((sign) => signs.has(sign)));
}
