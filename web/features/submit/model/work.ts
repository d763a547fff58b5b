import {
  type Attribution,
  contributionNode,
  type Deployment,
  type Node,
  parsePerson,
  personShares,
  sortShares,
} from "@azora/sdk";
import { canonicalManifest, evidenceCid, filesManifest } from "@azora/sdk/manifest";
import { type Address, type Hex, sha256 } from "viem";
import { recordOf } from "#transactions/definitions/register.ts";
import type { Heading } from "#transactions/transaction.ts";
import type { Draft } from "./draft.ts";
import { weightsOf } from "./weights.ts";

/** A form that is ready to go: the evidence as it will be kept, and what the chain will be told. */
export interface Work {
  readonly title: string;
  /** The bytes that are hashed. */
  readonly manifest: Uint8Array<ArrayBuffer>;
  readonly evidenceHash: Hex;
  /** Where the work will be. It follows from who registers what. */
  readonly contribution: Node;
  readonly attribution: Attribution;
  readonly uri: string;
}

/** Whether a registration is that of this very work: same evidence, same registrant. */
export const isRegistered = (
  work: Pick<Work, "contribution"> | undefined,
  registration: Pick<Heading, "record"> | undefined,
): boolean => work !== undefined && registration?.record.href === recordOf(work.contribution);

/**
 * @throws IdentityError or ZodError for a draft that was not checked
 */
export function workOf(draft: Draft, { chainId, addresses }: Deployment, registrant: Address): Work {
  const weights = weightsOf(draft.contributors);
  const contributors = draft.contributors.map(({ name }, place) => ({
    node: parsePerson(name),
    weight: weights[place] ?? 0,
  }));
  const upstream = draft.upstream.map(({ id, weight }) => ({ node: id, weight }));
  const { title, summary, files } = draft;
  const manifest = filesManifest({
    ...{ chainId, registrant, contributors, title, summary, upstream },
    files: [...files],
  });
  const bytes = Uint8Array.from(canonicalManifest(manifest));
  const evidenceHash = sha256(bytes);
  return {
    title: manifest.title,
    manifest: bytes,
    evidenceHash,
    contribution: contributionNode(chainId, addresses.attributionRegistry, registrant, evidenceHash),
    attribution: { contributors: sortShares(personShares(contributors)), upstream: sortShares(upstream) },
    uri: `ipfs://${evidenceCid(evidenceHash)}`,
  };
}
