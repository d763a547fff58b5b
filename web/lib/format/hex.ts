/**
 * `0x1234…abcd`: enough to recognise, never enough to trust; copying gives all of it. Without the case of a checksum, which
 * nobody could check here, so that the same thing looks the same everywhere.
 */
export function shortHex(hex: string): string {
  return hex.length <= 13 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`.toLowerCase();
}

const ACCOUNT_PREFIX = `0x${"0".repeat(24)}`;

/** The address in an account's node: its last 20 bytes. */
export function nodeAddress(node: string): string | undefined {
  return node.startsWith(ACCOUNT_PREFIX) ? `0x${node.slice(ACCOUNT_PREFIX.length)}` : undefined;
}

/** The node of an account. */
export function accountNode(address: string): string {
  return `${ACCOUNT_PREFIX}${address.slice(2).toLowerCase()}`;
}

/** Whether a node is a work's, by its first byte. */
export const isContribution = (node: string): boolean => node.startsWith("0x01");
