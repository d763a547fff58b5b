import { type Hex, keccak256, toRlp } from "viem";

/** The header fields of `eth_getBlockByNumber` that enter the block hash, as the node's hex strings. */
export interface RpcHeader {
  hash: Hex;
  parentHash: Hex;
  sha3Uncles: Hex;
  miner: Hex;
  stateRoot: Hex;
  transactionsRoot: Hex;
  receiptsRoot: Hex;
  logsBloom: Hex;
  difficulty: Hex;
  number: Hex;
  gasLimit: Hex;
  gasUsed: Hex;
  timestamp: Hex;
  extraData: Hex;
  mixHash: Hex;
  nonce: Hex;
  baseFeePerGas?: Hex | undefined;
  withdrawalsRoot?: Hex | undefined;
  blobGasUsed?: Hex | undefined;
  excessBlobGas?: Hex | undefined;
  parentBeaconBlockRoot?: Hex | undefined;
  requestsHash?: Hex | undefined;
}

export class HeaderMismatchError extends Error {
  override name = "HeaderMismatchError";
  readonly computed: Hex;
  readonly expected: Hex;

  constructor(computed: Hex, expected: Hex) {
    super(
      `The header of block ${expected} encodes to ${computed}: the chain has header fields that we do not know.`,
    );
    this.computed = computed;
    this.expected = expected;
  }
}

/** RLP integers have no leading zeros; zero is the empty string. */
function quantity(value: Hex): Hex {
  const digits = value.slice(2).replace(/^0+/, "");
  return `0x${digits.length % 2 === 1 ? "0" : ""}${digits}`;
}

/**
 * RLP of a block's header, in the order of the execution specification up to Prague. `ProofOfValue.draw` proves the
 * block's prevRandao from it. Throws {@link HeaderMismatchError} if it does not hash to the block's own hash.
 */
export function encodeHeader(block: RpcHeader): Hex {
  const optional = [
    block.baseFeePerGas && quantity(block.baseFeePerGas),
    block.withdrawalsRoot,
    block.blobGasUsed && quantity(block.blobGasUsed),
    block.excessBlobGas && quantity(block.excessBlobGas),
    block.parentBeaconBlockRoot,
    block.requestsHash,
  ].filter((field) => field !== undefined);
  const encoded = toRlp([
    block.parentHash,
    block.sha3Uncles,
    block.miner,
    block.stateRoot,
    block.transactionsRoot,
    block.receiptsRoot,
    block.logsBloom,
    quantity(block.difficulty),
    quantity(block.number),
    quantity(block.gasLimit),
    quantity(block.gasUsed),
    quantity(block.timestamp),
    block.extraData,
    block.mixHash,
    block.nonce,
    ...optional,
  ]);
  const computed = keccak256(encoded);
  if (computed !== block.hash) throw new HeaderMismatchError(computed, block.hash);
  return encoded;
}
