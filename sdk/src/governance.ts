import {
  type Address,
  encodeAbiParameters,
  type Hex,
  keccak256,
  numberToHex,
  parseAbiParameters,
  stringToHex,
  zeroHash,
} from "viem";

/** What a proposal does and why, as the governor's functions take it. */
export interface ProposalContent {
  readonly targets: readonly Address[];
  /** In wei, one a target. */
  readonly values: readonly bigint[];
  readonly calldatas: readonly Hex[];
  readonly description: string;
}

const CALLS = parseAbiParameters("address[], uint256[], bytes[], bytes32");
const BATCH = parseAbiParameters("address[], uint256[], bytes[], bytes32, bytes32");
/** The bits below an address at the top of a word. */
const BELOW_ADDRESS = 96n;

export const descriptionHash = (description: string): Hex => keccak256(stringToHex(description));

/** The same where only the hash of the description is known, or the description is no text. */
export type HashedContent = Omit<ProposalContent, "description"> & { readonly descriptionHash: Hex };

/** The id of a proposal, `hashProposal` of the governor. */
export function hashProposal(content: ProposalContent | HashedContent): bigint {
  const { targets, values, calldatas } = content;
  return BigInt(keccak256(encodeAbiParameters(CALLS, [targets, values, calldatas, hashOf(content)])));
}

/** The id under which the timelock keeps what a proposal does, `hashOperationBatch` of the timelock. */
export function hashOperation(governor: Address, content: ProposalContent | HashedContent): Hex {
  const { targets, values, calldatas } = content;
  const salt = (BigInt(governor) << BELOW_ADDRESS) ^ BigInt(hashOf(content));
  const words = [targets, values, calldatas, zeroHash, numberToHex(salt, { size: 32 })] as const;
  return keccak256(encodeAbiParameters(BATCH, words));
}

const hashOf = (content: ProposalContent | HashedContent): Hex =>
  "descriptionHash" in content ? content.descriptionHash : descriptionHash(content.description);

/** A proposal as the ledger and critiques name it. */
export const proposalSubject = (proposalId: bigint): Hex => numberToHex(proposalId, { size: 32 });
