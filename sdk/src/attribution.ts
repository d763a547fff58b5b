import { type Address, concatHex, type Hex, keccak256, numberToHex, pad } from "viem";
import { FaultError, type ForeseenFault, fault } from "./fault.ts";
import { Attributions, Flow } from "./generated/constants.ts";
import { NodeKind } from "./generated/enums.ts";
import { compareNodes, type Node, nodeAccount, nodeKind } from "./node.ts";

/** @param weight Parts per million. */
export interface Share {
  readonly node: Node;
  readonly weight: number;
}

export interface Attribution {
  /** Accounts and identities; the weights sum to 1,000,000. */
  readonly contributors: readonly Share[];
  /** Accepted contributions; the weights sum to at most the rule `MaxUpstream`. */
  readonly upstream: readonly Share[];
}

/** keccak256(contributorsHash, upstreamHash): what the chain keeps. */
export function hashAttribution({ contributors, upstream }: Attribution): Hex {
  return combineHashes(hashShares(contributors), hashShares(upstream));
}

/** keccak256 of the (node, weight) words, without offset or length. */
export function hashShares(shares: readonly Share[]): Hex {
  return keccak256(
    concatHex(shares.flatMap(({ node, weight }) => [node, pad(numberToHex(weight), { size: 32 })])),
  );
}

export function combineHashes(contributorsHash: Hex, upstreamHash: Hex): Hex {
  return keccak256(concatHex([contributorsHash, upstreamHash]));
}

/** In the order that the contracts ask for. */
export function sortShares(shares: readonly Share[]): Share[] {
  return shares.toSorted((a, b) => compareNodes(a.node, b.node));
}

export function sumWeights(shares: readonly Share[]): number {
  return shares.reduce((sum, { weight }) => sum + weight, 0);
}

/** What only the chain can say about the nodes of an attribution. */
export interface AttributionContext {
  isProtocol(account: Address): boolean;
  isAccepted(contribution: Node): boolean;
}

const ANY: AttributionContext = { isProtocol: () => false, isAccepted: () => true };

/** The error with which a registration would be refused for its attribution, if any. */
export function findAttributionFault(
  { contributors, upstream }: Attribution,
  maxUpstream: number,
  context = ANY,
): ForeseenFault | undefined {
  return (
    findSharesFault(contributors) ??
    (contributors.length === 0 ? fault("AttributionRegistry_NoContributors") : undefined) ??
    findSumFault(contributors) ??
    first(contributors, ({ node }) => findContributorFault(node, context)) ??
    findSharesFault(upstream) ??
    findWeightFault(upstream, maxUpstream) ??
    first(upstream, ({ node }) => findUpstreamFault(node, context))
  );
}

/** Throws a {@link FaultError} for an attribution that the contracts would refuse. */
export function validateAttribution(attribution: Attribution, maxUpstream: number, context = ANY): void {
  const found = findAttributionFault(attribution, maxUpstream, context);
  if (found) throw new FaultError(found);
}

function findSharesFault(shares: readonly Share[]): ForeseenFault | undefined {
  const { MAX_SHARES, MIN_WEIGHT } = Attributions;
  if (shares.length > MAX_SHARES)
    return fault("AttributionRegistry_TooManyShares", shares.length, MAX_SHARES);
  let last: Node = "0x00";
  for (const [position, { node, weight }] of shares.entries()) {
    if (compareNodes(last, node) >= 0) return fault("AttributionRegistry_NotAscending", position, node);
    if (weight < MIN_WEIGHT) return fault("AttributionRegistry_WeightTooSmall", node, weight, MIN_WEIGHT);
    last = node;
  }
  return undefined;
}

function findSumFault(contributors: readonly Share[]): ForeseenFault | undefined {
  const sum = sumWeights(contributors);
  return sum === Flow.TOTAL ? undefined : fault("AttributionRegistry_WeightsNotWhole", sum, Flow.TOTAL);
}

function findWeightFault(upstream: readonly Share[], limit: number): ForeseenFault | undefined {
  const sum = sumWeights(upstream);
  return sum > limit ? fault("AttributionRegistry_UpstreamTooHeavy", sum, limit) : undefined;
}

function findContributorFault(node: Node, { isProtocol }: AttributionContext): ForeseenFault | undefined {
  const kind = nodeKind(node);
  if (kind === NodeKind.Identity) return undefined;
  if (kind !== NodeKind.Account) return fault("AttributionRegistry_InvalidContributor", node);
  const account = nodeAccount(node);
  return isProtocol(account) ? fault("AttributionRegistry_ProtocolAddress", account) : undefined;
}

function findUpstreamFault(node: Node, { isAccepted }: AttributionContext): ForeseenFault | undefined {
  if (nodeKind(node) !== NodeKind.Contribution) return fault("AttributionRegistry_InvalidUpstream", node);
  return isAccepted(node) ? undefined : fault("AttributionRegistry_UpstreamNotAccepted", node);
}

/** The first fault of a list, if any. */
function first(
  shares: readonly Share[],
  find: (share: Share) => ForeseenFault | undefined,
): ForeseenFault | undefined {
  for (const share of shares) {
    const found = find(share);
    if (found) return found;
  }
  return undefined;
}
