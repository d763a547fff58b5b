import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Account,
  type Chain,
  encodeFunctionData,
  type Hash,
  type PublicClient,
  type Transport,
  type WalletClient,
} from "viem";
import { explain } from "../errors/explain.ts";
import { type Network, saveEvidence } from "../files/index.ts";
import { attributionRegistryAbi } from "../generated/abis.ts";
import { type GitHistory, groupManifest } from "../git/index.ts";
import { evidenceCid } from "../manifest/index.ts";
import { contributionNode, type Node } from "../node.ts";
import { createFollower, type View } from "../view/index.ts";
import { type Journal, journalFile, readJournal, writeJournal } from "./journal.ts";
import { attributionOf, citable, isReady } from "./plan.ts";

export interface ImportOptions {
  client: PublicClient;
  /** The registrant: it pays the bonds, which come back, and the gas. */
  wallet: WalletClient<Transport, Chain, Account>;
  network: Network;
  history: GitHistory;
  /** Called whenever something changed. */
  onProgress?: (progress: ImportProgress) => void;
  /** Stops between transactions; what was sent is finished and kept. */
  signal?: AbortSignal;
}

export interface ImportProgress {
  total: number;
  registered: number;
  /** Groups that wait for works which they cite to be judged. */
  waiting: number;
}

export interface ImportedWork {
  key: string;
  title: string;
  node: Node;
}

export interface ImportResult {
  /** Every group of the history, oldest first. */
  contributions: ImportedWork[];
  /** How many of them were registered by this run. */
  registered: number;
  /** Citations left out because the cited work was rejected or void; their part stayed with the contributors. */
  droppedUpstream: number;
}

const POLL_MS = 250;
/** Many more works would double each other's bond. */
const AT_ONCE = 20;

/** The bond may double between the question and the transaction; what is too much is credited back. */
const BOND_MARGIN = 2n;

/**
 * Registers the groups of a history, each as soon as all that it cites is judged. Goes on where an earlier run stopped: the
 * journal says what was sent, the chain what arrived.
 * @throws AzoraError when the registry refuses, and the signal's reason when it is aborted
 */
export async function importHistory(options: ImportOptions): Promise<ImportResult> {
  const { client, network, history, onProgress, signal } = options;
  const file = journalFile(path.join(path.dirname(network.evidence), "imports"), history);
  const journal = readJournal(file, history);
  const follower = createFollower(client, network.deployment);
  const nodes = knownNodes(history, journal, await follower.refresh());
  const result = { registered: 0, droppedUpstream: 0 };

  for (;;) {
    signal?.throwIfAborted();
    const view = await follower.refresh();
    const left = history.groups.flatMap((_, index) => (nodes[index] === undefined ? [index] : []));
    onProgress?.({ total: nodes.length, registered: nodes.length - left.length, waiting: left.length });
    if (left.length === 0) break;
    const ready = left.filter((index) => {
      const group = history.groups[index];
      return group !== undefined && isReady(group, nodes, view);
    });
    const sent: Sent[] = [];
    for (const index of ready.slice(0, AT_ONCE)) {
      signal?.throwIfAborted();
      sent.push(await registerGroup(options, index, nodes, view));
    }
    for (const { index, work, dropped, hash } of sent) {
      await requireSuccess(client, hash);
      nodes[index] = work.node;
      result.registered += 1;
      result.droppedUpstream += dropped;
      journal.works = [...journal.works.filter(({ key }) => key !== work.key), work];
      writeJournal(file, journal);
    }
    if (sent.length === 0) await sleep(POLL_MS, undefined, signal === undefined ? {} : { signal });
  }

  const contributions = history.groups.flatMap(({ key, title }, index): ImportedWork[] => {
    const node = nodes[index];
    return node === undefined ? [] : [{ key, title, node }];
  });
  return { contributions, ...result };
}

interface Sent {
  index: number;
  work: Journal["works"][number];
  dropped: number;
  /** Absent if the work stood on the chain already. */
  hash: Hash | undefined;
}

/** The works of the journal that stand on this chain; a chain that was reset has none of them. */
function knownNodes({ groups }: GitHistory, { works }: Journal, view: View): (Node | undefined)[] {
  const byKey = new Map(works.map(({ key, node }) => [key, node]));
  return groups.map(({ key }) => {
    const node = byKey.get(key);
    return node !== undefined && view.works.has(node) ? node : undefined;
  });
}

/** Keeps the evidence, then registers: whoever sees the work can have its evidence. */
async function registerGroup(
  { client, wallet, network, history }: ImportOptions,
  index: number,
  nodes: readonly (Node | undefined)[],
  view: View,
): Promise<Sent> {
  const group = history.groups[index];
  if (group === undefined) throw new RangeError(`The history has no group ${index}.`);
  const { chainId, addresses } = network.deployment;
  const registrant = wallet.account.address;
  const upstream = citable(group, nodes, view);
  const evidenceHash = await saveEvidence(
    network.evidence,
    groupManifest(history, index, { chainId, registrant, upstream }),
  );
  const node = contributionNode(chainId, addresses.attributionRegistry, registrant, evidenceHash);
  const work = { key: group.key, title: group.title, node, evidenceHash };
  const dropped = group.upstream.length - upstream.length;
  if (view.works.has(node)) return { index, work, dropped, hash: undefined };

  const registry = { address: addresses.attributionRegistry, abi: attributionRegistryAbi } as const;
  try {
    const bond = await client.readContract({ ...registry, functionName: "bondRequired" });
    const args = [
      evidenceHash,
      attributionOf(history, index, upstream, nodes),
      `ipfs://${evidenceCid(evidenceHash)}`,
    ] as const;
    const call = {
      to: registry.address,
      data: encodeFunctionData({ abi: attributionRegistryAbi, functionName: "register", args }),
      value: bond * BOND_MARGIN,
    };
    await client.call({ account: wallet.account, ...call });
    return { index, work, dropped, hash: await wallet.sendTransaction(call) };
  } catch (error) {
    throw explain(error);
  }
}

async function requireSuccess(client: PublicClient, hash: Hash | undefined): Promise<void> {
  if (hash === undefined) return;
  const { status } = await client.waitForTransactionReceipt({ hash });
  if (status !== "success") throw explain(new Error(`The registration ${hash} was reverted.`));
}
