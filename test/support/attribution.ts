import { concat, keccak256, toBeHex, toUtf8Bytes, zeroPadValue } from "ethers";

export interface Share {
  node: string;
  weight: number;
}

export interface Attribution {
  contributors: Share[];
  upstream: Share[];
}

/** All of it, in parts per million. */
export const WHOLE = 1_000_000;

export const accountNode = (account: { address: string } | string): string =>
  zeroPadValue(typeof account === "string" ? account : account.address, 32).toLowerCase();

export const identityNode = (subject: string): string =>
  `0x02${keccak256(toUtf8Bytes(subject)).slice(2, 64)}`;

const ascending = (shares: Share[]): Share[] => shares.toSorted((a, b) => (a.node < b.node ? -1 : 1));

/** An attribution with its nodes in order; weights as given. */
export function attribution(contributors: Share[], upstream: Share[] = []): Attribution {
  return { contributors: ascending(contributors), upstream: ascending(upstream) };
}

/** Even shares for some nodes; the first ones get what does not divide. */
export function evenly(nodes: string[]): Share[] {
  const base = Math.floor(WHOLE / nodes.length);
  const rest = WHOLE - base * nodes.length;
  return ascending(nodes.map((node, index) => ({ node, weight: base + (index < rest ? 1 : 0) })));
}

/** keccak256 of the (node, weight) words, as contracts/types/Attribution.sol has it. */
export function hashShares(shares: Share[]): string {
  return keccak256(concat(shares.flatMap(({ node, weight }) => [node, zeroPadValue(toBeHex(weight), 32)])));
}
