import { existsSync } from "node:fs";
import path from "node:path";
import type { Address, Hex, PublicClient } from "viem";
import { isLocalChain } from "../chains.ts";
import { EvidenceAwayError, EvidenceError, findEvidence, type Network } from "../files/index.ts";
import { Phase } from "../generated/enums.ts";
import { type Manifest, manifestFaults } from "../manifest/index.ts";
import type { View, WorkView } from "../view/index.ts";
import { ProofAwayError } from "./errors.ts";
import type { AccountCheck, CreditedWork, ProofTools } from "./Proof.ts";
import { borrowRepository } from "./repositories.ts";

/** How long works must have counted before they can prove anything, in seconds; on a local chain nobody waits. */
const MIN_AGE = 30n * 86_400n;

export interface ToolsOptions {
  network: Network;
  view: View;
  /** On local chains only: a folder in which `https://host/path` is read from `host/path`, if that is there. */
  mirror?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** What proofs are checked with, as of a view of the chain. */
export function createTools({ network, view, mirror, signal }: ToolsOptions): ProofTools {
  const local = isLocalChain(network.deployment.chainId);
  return {
    deployment: network.deployment,
    now: view.timestamp,
    minAge: local ? 0n : MIN_AGE,
    worksOf: async (node) => creditedWorks(network, view, node),
    repository: (request, work) =>
      borrowRepository(
        request,
        { local, mirror: mirror === undefined ? undefined : (url) => mirrored(mirror, url), signal },
        work,
      ),
  };
}

function mirrored(folder: string, url: string): string | undefined {
  const place = path.join(folder, url.replace(/^https:\/\//, ""));
  return url.startsWith("https://") && !url.includes("..") && existsSync(place) ? place : undefined;
}

function creditedWorks(network: Network, { works, clock }: View, node: Hex): CreditedWork[] {
  return [...works.values()].flatMap((work) => {
    const share = work.attribution.contributors.find((each) => each.node === node);
    const isAccepted = work.phase === Phase.Accepted || work.phase === Phase.Settled;
    if (share === undefined || !isAccepted || clock === undefined) return [];
    return {
      contribution: work.contribution,
      evidenceHash: work.evidenceHash,
      credit: work.points * BigInt(share.weight),
      countedBy: clock.genesisTime + BigInt(work.epoch + 1) * clock.epochLength,
      manifest: () => manifestOf(network, work),
    };
  });
}

/** The manifest, if it speaks of this very registration. */
async function manifestOf(network: Network, work: WorkView): Promise<Manifest | undefined> {
  try {
    const manifest = await findEvidence(network, work.evidenceHash);
    const faults = manifest && manifestFaults(manifest, { chainId: network.deployment.chainId, ...work });
    return faults?.length === 0 ? manifest : undefined;
  } catch (error) {
    if (error instanceof EvidenceError) return undefined;
    if (error instanceof EvidenceAwayError) throw new ProofAwayError(error.message, { cause: error });
    throw error;
  }
}

/** Asks the chain, so that a contract's account can answer for itself. */
export const accountCheck =
  (client: PublicClient): AccountCheck =>
  (address: Address, message: string, signature: Hex) =>
    client.verifyMessage({ address, message, signature });
