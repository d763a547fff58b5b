import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import path from "node:path";
import { ProofAwayError, ProofError } from "./errors.ts";

/** Where a repository of somebody may be read from: a public host by https, or on a local chain a folder of this machine. */
export type Place =
  | { kind: "folder"; folder: string }
  /** With the addresses that the host has now: git is told to use these, so that it cannot be led elsewhere meanwhile. */
  | { kind: "host"; url: string; host: string; port: number; addresses: string[] };

/** IPv4 that is not one of the public internet's (RFC 6890 and what was added since). */
const PRIVATE_IPV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;
/** Of IPv6 only what is given to the public internet is allowed, and of that not what holds or leads to something else. */
const PUBLIC_IPV6 = ["2000::", 3] as const;
const PRIVATE_IPV6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const privateIpv4 = new BlockList();
for (const [net, prefix] of PRIVATE_IPV4) privateIpv4.addSubnet(net, prefix, "ipv4");
const publicIpv6 = new BlockList();
publicIpv6.addSubnet(...PUBLIC_IPV6, "ipv6");
const privateIpv6 = new BlockList();
for (const [net, prefix] of PRIVATE_IPV6) privateIpv6.addSubnet(net, prefix, "ipv6");

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !privateIpv4.check(address, "ipv4");
  if (isIP(address) !== 6 || address.includes("%")) return false;
  return publicIpv6.check(address, "ipv6") && !privateIpv6.check(address, "ipv6");
}

/** Finds the addresses of a host; tests make up their own. */
export type Resolve = (host: string) => Promise<string[]>;

const resolvePublic: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

const PORT = 443;
const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
/** Names that mean something within a network only. */
const INNER = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|example|arpa|onion)$/;
const PATH = /^(\/[A-Za-z0-9._~-]+){1,20}\/?$/;

/**
 * Reads where a repository is said to be, and refuses what an attestor has no business with: other protocols than https,
 * other ports, passwords, and hosts within a private network.
 * @param local Whether folders of this machine may be read, as on a local chain.
 * @throws ProofError, ProofAwayError
 */
export async function placeOf(
  text: string,
  { local, resolve = resolvePublic }: { local: boolean; resolve?: Resolve | undefined },
): Promise<Place> {
  if (path.isAbsolute(text)) {
    if (local && !text.includes("\0")) return { kind: "folder", folder: text };
    throw new ProofError(
      "A folder is read on local chains only: give the address of the repository, https://…",
    );
  }
  const refused = (why: string) =>
    new ProofError(`${JSON.stringify(text.slice(0, 200))} is not read: ${why}. Give https://host/path.`);
  const fault = faultOf(text);
  if (fault !== undefined) throw refused(fault);
  const { hostname, pathname } = new URL(text);
  let addresses: string[];
  try {
    addresses = await resolve(hostname);
  } catch (cause) {
    throw new ProofAwayError(`The host ${hostname} cannot be found now.`, { cause });
  }
  if (addresses.length === 0) throw new ProofAwayError(`The host ${hostname} has no address now.`);
  if (!addresses.every(isPublicAddress)) throw refused("its host is in a private network");
  return {
    kind: "host",
    port: PORT,
    url: `https://${hostname}${pathname.replace(/\/$/, "")}`,
    host: hostname,
    addresses,
  };
}

/** Why an address is not one to read from; undefined if it is. */
function faultOf(text: string): string | undefined {
  if (text.length > 500 || !URL.canParse(text)) return "it is no address";
  const { protocol, username, password, hostname, port, pathname, search, hash } = new URL(text);
  const faults: [boolean, string][] = [
    [protocol !== "https:", "it is not one of https"],
    [username !== "" || password !== "", "it has a user or a password"],
    [port !== "", "it has a port of its own"],
    [search !== "" || hash !== "", "it has a query"],
    // What a browser would set right is refused, so that everybody reads the same place.
    [text !== `https://${hostname}${pathname}` || !PATH.test(pathname), "it is not a plain one"],
    [!HOST.test(hostname) || INNER.test(hostname), "its host has no public name"],
  ];
  return faults.find(([holds]) => holds)?.[1];
}
