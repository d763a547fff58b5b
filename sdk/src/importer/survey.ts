import type { Hex } from "viem";
import type { Deployment } from "../addresses.ts";
import { type GitHistory, groupManifest, type HistoryGroup } from "../git/index.ts";
import { evidenceHash, type Manifest } from "../manifest/index.ts";
import { contributionNode, type Node } from "../node.ts";
import type { View } from "../view/index.ts";
import type { Decision, Journal } from "./journal.ts";
import { citable, isReady, type Nodes } from "./plan.ts";

/** A group whose form is settled, with all that its registration needs. */
export interface Ready {
  index: number;
  group: HistoryGroup;
  node: Node;
  upstream: HistoryGroup["upstream"];
  decision: Decision;
  manifest: Manifest;
}

/** Where every group of a plan is. */
export interface Survey {
  nodes: Nodes;
  ready: Ready[];
  /** How many wait for works that they cite to be decided. */
  waiting: number;
}

/**
 * Looks where the groups of a plan are: on the chain, ready to be sent, or waiting for what they cite. What is on the chain
 * is recognised by its evidence alone too, so that a lost journal loses nothing. Notes in the journal what it finds.
 */
export function createSurveyor(deployment: Deployment, journal: Journal): (view: View) => Survey {
  const { history, decisions, registrant } = journal;
  const { chainId, addresses } = deployment;
  const known = new Map<string, { manifest: Manifest; hash: Hex }>();

  const nodeOf = (hash: Hex) => contributionNode(chainId, addresses.attributionRegistry, registrant, hash);

  /** The same group with the same citations is hashed once, however often it is looked at. */
  function evidenceOf(index: number, upstream: HistoryGroup["upstream"]) {
    const name = `${index}:${upstream.map(({ group }) => group)}`;
    const old = known.get(name);
    if (old) return old;
    const manifest = groupManifest(history, index, { chainId, registrant, upstream });
    const evidence = { manifest, hash: evidenceHash(manifest) };
    known.set(name, evidence);
    return evidence;
  }

  function readyGroup(index: number, group: HistoryGroup, nodes: Nodes, view: View): Ready {
    const upstream = citable(group, nodes, view);
    const { manifest, hash } = evidenceOf(index, upstream);
    const dropped = group.upstream
      .filter(({ group: cited }) => !upstream.some((share) => share.group === cited))
      .map(({ group: cited }) => keyAt(history, cited));
    const decision = { evidenceHash: hash, dropped };
    return { index, group, node: nodeOf(hash), upstream, decision, manifest };
  }

  /** The work of a group, if it stands on the chain: as it was decided, or as it would be registered now. */
  function look(index: number, group: HistoryGroup, nodes: Nodes, view: View): Node | Ready | undefined {
    const decided = decisions[group.key];
    if (decided && view.works.has(nodeOf(decided.evidenceHash))) return nodeOf(decided.evidenceHash);
    if (!isReady(group, nodes, view)) return undefined;
    const next = readyGroup(index, group, nodes, view);
    if (!view.works.has(next.node)) return next;
    decisions[group.key] = next.decision;
    return next.node;
  }

  return (view) => {
    const nodes: (Node | undefined)[] = [];
    const ready: Ready[] = [];
    for (const [index, group] of history.groups.entries()) {
      const seen = look(index, group, nodes, view);
      nodes.push(typeof seen === "string" ? seen : undefined);
      if (typeof seen === "object") ready.push(seen);
    }
    const there = nodes.filter((node) => node !== undefined).length;
    return { nodes, ready, waiting: nodes.length - there - ready.length };
  };
}

const keyAt = ({ groups }: GitHistory, index: number): string => groups[index]?.key ?? "";
