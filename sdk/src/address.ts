import { type Address, getAddress, isAddress } from "viem";

/** An account's address, in any case; a mixed case must have the right checksum. Undefined for anything else. */
export function readAddress(text: string): Address | undefined {
  const plain = /^0x([0-9a-f]{40}|[0-9A-F]{40})$/.test(text);
  return isAddress(text, { strict: !plain }) ? getAddress(text) : undefined;
}
