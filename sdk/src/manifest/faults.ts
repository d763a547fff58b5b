import type { Attribution, Share } from "../attribution.ts";
import { NodeKind } from "../generated/enums.ts";
import { isBytes32, nodeKind } from "../node.ts";
import { personNode } from "../people.ts";
import { formatPpm } from "../units.ts";
import type { Manifest } from "./schema.ts";

/** What the chain says of a work, as far as its manifest says it too. */
export interface RegisteredWork {
  chainId: number;
  registrant: string;
  attribution: Attribution;
}

/**
 * In which ways a manifest speaks of another registration than that of a work which bears its hash, in sentences; none if it
 * is the work's own. Anybody can register a copied hash, so a hash that fits proves nothing alone.
 */
export function manifestFaults(
  manifest: Manifest,
  { chainId, registrant, attribution }: RegisteredWork,
): string[] {
  const faults: string[] = [];
  if (manifest.chainId !== chainId)
    faults.push(`It is for chain ${manifest.chainId}, and the work was registered on chain ${chainId}.`);
  if (manifest.registrant.toLowerCase() !== registrant.toLowerCase())
    faults.push(`It names ${manifest.registrant} as registrant, and ${registrant} registered the work.`);
  const people = peopleFault(manifest, attribution.contributors);
  if (people !== undefined) faults.push(people);
  if (!citesTheSame(manifest, attribution.upstream))
    faults.push(`It cites ${sumOf(manifest.upstream)}, and the work ${otherSum(manifest, attribution)}.`);
  return faults;
}

/** Names the first difference only: a work may credit a hundred people. */
function peopleFault({ contributors }: Manifest, registered: readonly Share[]): string | undefined {
  const weights = new Map<string, number>(registered.map(({ node, weight }) => [node, weight]));
  const named = new Set<string>(contributors.map(({ node }) => personNode(node)));
  const differing = [
    ...contributors.map(({ node, weight }) => ({
      who: node,
      said: weight,
      is: weights.get(personNode(node)),
    })),
    ...registered
      .filter(({ node }) => !named.has(node))
      .map(({ node, weight }) => ({ who: node, said: undefined, is: weight })),
  ].filter(({ said, is }) => said !== is);
  const [first] = differing;
  if (first === undefined) return undefined;
  const more = differing.length === 1 ? "" : ` Of ${differing.length} people the shares differ.`;
  return `It gives ${first.who} ${part(first.said)}, and the work ${part(first.is)}.${more}`;
}

const part = (weight: number | undefined): string =>
  weight === undefined ? "nothing" : formatPpm(BigInt(weight));

const isWork = ({ key }: Manifest["upstream"][number]): boolean =>
  isBytes32(key) && nodeKind(key) === NodeKind.Contribution;

/**
 * Ids have to be those that the work cites. Any other key is a name within the importer's history, of which the chain knows
 * nothing: then the weights have to be the same.
 */
function citesTheSame({ upstream }: Manifest, registered: readonly Share[]): boolean {
  const [cited, named] = [upstream.filter(isWork), upstream.filter((share) => !isWork(share))];
  const ids = new Map<string, number>(cited.map(({ key, weight }) => [key.toLowerCase(), weight]));
  const found = registered.filter(({ node, weight }) => ids.get(node) === weight);
  const rest = registered.filter((share) => !found.includes(share));
  return found.length === ids.size && weightsOf(rest) === weightsOf(named);
}

const weightsOf = (shares: readonly { weight: number }[]): string =>
  shares
    .map(({ weight }) => weight)
    .sort((a, b) => a - b)
    .join();

function otherSum({ upstream }: Manifest, { upstream: registered }: Attribution): string {
  const sum = sumOf(registered);
  return sum === sumOf(upstream) ? "others, or with other weights" : sum;
}

function sumOf(shares: readonly { weight: number }[]): string {
  if (shares.length === 0) return "no work";
  const sum = shares.reduce((total, { weight }) => total + weight, 0);
  return `${shares.length === 1 ? "1 work" : `${shares.length} works`} with ${formatPpm(BigInt(sum))}`;
}
