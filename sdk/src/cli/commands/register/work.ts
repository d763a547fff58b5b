import path from "node:path";
import type { Address, Hex } from "viem";
import { isProtocolAddress } from "../../../addresses.ts";
import { type Attribution, type Share, sortShares, validateAttribution } from "../../../attribution.ts";
import { saveEvidence } from "../../../files/index.ts";
import { Phase } from "../../../generated/enums.ts";
import { evidenceHash, type FilesManifest, filesManifest, type Manifest } from "../../../manifest/index.ts";
import { personShares } from "../../../people.ts";
import { rule, type View } from "../../../view/index.ts";
import type { OpenChain } from "../../chain.ts";
import type { Context } from "../../context.ts";
import { UsageError } from "../../exit.ts";
import { hashFiles } from "./files.ts";
import type { Given } from "./given.ts";
import { parseUpstream } from "./shares.ts";

export interface RegisterFlags {
  evidence: string[];
  contributors?: string;
  upstream?: string;
  title?: string;
  summary?: string;
  uri?: string;
  yes?: boolean;
}

/** A work that could be registered, as far as can be told beforehand. */
export interface PreparedWork {
  manifest: Manifest;
  evidenceHash: Hex;
  attribution: Attribution;
  /** Keeps the evidence on this machine. */
  save(): Promise<unknown>;
}

/** Puts a work together and checks it by the rules before anything is sent. */
export async function workFrom(
  context: Context,
  { network }: OpenChain,
  view: View,
  registrant: Address,
  given: Given,
  flags: RegisterFlags,
): Promise<PreparedWork> {
  const { deployment, evidence } = network;
  const upstream = flags.upstream === undefined ? [] : parseUpstream(view, flags.upstream);
  const { chainId } = deployment;
  const manifest =
    "manifest" in given
      ? suited(given.manifest, chainId, registrant, upstream)
      : await manifestOfFiles(
          context,
          { chainId, registrant, contributors: given.contributors },
          flags,
          upstream,
        );
  const attribution = {
    contributors: sortShares(personShares(manifest.contributors)),
    upstream: sortShares(upstream.length > 0 ? upstream : parseUpstream(view, asText(manifest))),
  };
  const maxUpstream = rule(view, "MaxUpstream", Math.max(...view.rules.keys()));
  validateAttribution(attribution, Number(maxUpstream), {
    isProtocol: (account) => isProtocolAddress(deployment, account),
    isAccepted: (node) => {
      const phase = view.works.get(node)?.phase;
      return phase === Phase.Accepted || phase === Phase.Settled;
    },
  });
  const save = () => saveEvidence(evidence, manifest);
  return { manifest, evidenceHash: evidenceHash(manifest), attribution, save };
}

async function manifestOfFiles(
  { app, output }: Context,
  who: Pick<FilesManifest, "chainId" | "registrant" | "contributors">,
  { evidence, title, summary = "" }: RegisterFlags,
  upstream: readonly Share[],
): Promise<FilesManifest> {
  const files = await hashFiles(app, evidence, output);
  const named = title ?? path.basename(path.resolve(app.cwd, evidence[0] ?? ""));
  return filesManifest({ ...who, title: named, summary, upstream, files });
}

/** A manifest that was made before must be of this chain and account, and cite with the same weights. */
function suited(
  manifest: Manifest,
  chainId: number,
  registrant: Address,
  upstream: readonly Share[],
): Manifest {
  if (manifest.chainId !== chainId) {
    throw new UsageError(`The manifest is for chain ${manifest.chainId}, and this is chain ${chainId}.`);
  }
  if (manifest.registrant !== registrant) {
    throw new UsageError(`The manifest names ${manifest.registrant} as registrant, and ${registrant} signs.`);
  }
  const weights = (shares: readonly { weight: number }[]) =>
    shares
      .map(({ weight }) => weight)
      .sort()
      .join();
  if (upstream.length > 0 && weights(upstream) !== weights(manifest.upstream)) {
    throw new UsageError("--upstream gives other weights than the manifest.");
  }
  return manifest;
}

/** What a manifest cites, as it would be typed. */
function asText({ upstream }: Manifest): string {
  const foreign = upstream.find(({ key }) => !key.startsWith("0x01"));
  if (foreign) {
    throw new UsageError(
      `The manifest cites ${foreign.key}, which is no contribution's id: say which ones with --upstream id=weight,...`,
    );
  }
  return upstream.map(({ key, weight }) => `${key}=${weight}`).join(",");
}
