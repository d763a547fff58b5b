import { BlockList, isIP } from "node:net";

// Who calls: an address, as the socket or a proxy that is trusted has it.

/** A set of addresses and networks, each as `10.0.0.0/8` or `::1`. @throws RangeError that names what is neither */
export function readNetworks(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const [address = "", prefix, ...rest] = text.split("/");
    const version = isIP(address);
    const bits = prefix === undefined ? undefined : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
    const widest = version === 4 ? 32 : 128;
    if (version === 0 || rest.length > 0 || (bits !== undefined && !(bits <= widest)))
      throw new RangeError(`${text} is no address and no network`);
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, bits, familyOf(address));
  }
  return list;
}

/**
 * The address of whoever calls. Each proxy adds the one that it was called from at the end, so that the last that is none of
 * our own proxies' is true, and whatever stands before it may be made up.
 * @param peer Of the socket.
 * @param forwarded `X-Forwarded-For`
 */
export function callerOf(peer: string, forwarded: string | undefined, proxies: BlockList): string {
  let caller = plain(peer);
  const hops = forwarded?.split(",") ?? [];
  for (let hop = hops.pop(); hop !== undefined && isIn(proxies, caller); hop = hops.pop()) {
    const address = plain(hop.trim());
    // A proxy of ours says nothing of use: what it sent is its own.
    if (isIP(address) === 0) return caller;
    caller = address;
  }
  return caller;
}

export const isIn = (list: BlockList, address: string): boolean => list.check(address, familyOf(address));

/** What limits are counted by. Whoever has an address of IPv6 has its whole network of 64 bits. */
export function keyOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [left = "", right = ""] = address.split("::");
  const [first, last] = [left, right].map((part) => (part === "" ? [] : part.split(":")));
  const missing = address.includes("::") ? 8 - (first?.length ?? 0) - (last?.length ?? 0) : 0;
  const groups = [...(first ?? []), ...Array<string>(Math.max(0, missing)).fill("0"), ...(last ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Without a port, a zone and what maps IPv4 into IPv6. */
const plain = (address: string): string =>
  address
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.)/i, "");
