import { type Mischief, withMischief } from "@azora/api/practice";
import {
  type Attribution,
  attributionRegistryAbi,
  contributionNode,
  type Node,
  personShares,
  registerCall,
  sortShares,
} from "@azora/sdk";
import { saveEvidence } from "@azora/sdk/files";
import { evidenceCid, filesManifest } from "@azora/sdk/manifest";
import { practiceRegistrant } from "@azora/sdk/practice";
import { type Address, sha256, stringToHex } from "viem";
import { persist } from "../persist.ts";
import type { Session } from "../session.ts";
import { sendAs } from "./send.ts";

/** What practice judges find in a work is its size. */
const BYTES = 40_000;
const WHOLE = 1_000_000;

export interface Wanted {
  title: string;
  author: Address;
  /** Works that it stands on, accepted ones, with a tenth of what it earns. */
  upstream?: readonly Node[];
  mischief?: Mischief;
}

/** Registers a work of one file by one author, unless that was done, and gives its node. */
export async function registerWork(
  session: Session,
  { title, author, upstream = [], mischief }: Wanted,
  signal: AbortSignal,
): Promise<Node> {
  const { client, network, follower } = session;
  const { chainId, addresses } = network.deployment;
  const registrant = practiceRegistrant();
  const weight = upstream.length > 0 ? Math.floor(WHOLE / 10 / upstream.length) : 0;
  const cited = upstream.map((node) => ({ node, weight }));
  const contributors = [{ node: author, weight: WHOLE }];
  const files = [{ path: "work.txt", bytes: BYTES, sha256: sha256(stringToHex(title)).slice(2) }];
  const who = { chainId, registrant: registrant.address, contributors };
  const manifest = filesManifest({ ...who, title, summary: "A case of the demo.", upstream: cited, files });
  const evidence = await saveEvidence(network.evidence, manifest);
  const node = contributionNode(chainId, addresses.attributionRegistry, registrant.address, evidence);
  const attribution: Attribution = {
    contributors: personShares(contributors),
    upstream: sortShares(cited),
  };
  const uri = `ipfs://${evidenceCid(evidence)}`;
  await persist(async () => {
    if ((await follower.refresh()).works.has(node)) return;
    const registry = { address: addresses.attributionRegistry, abi: attributionRegistryAbi } as const;
    const bond = await client.readContract({ ...registry, functionName: "bondRequired" });
    const hint = mischief === undefined ? uri : withMischief(uri, mischief);
    await sendAs(session, registrant, registerCall(addresses, evidence, attribution, hint, bond));
  }, signal);
  return node;
}
