import { type Attribution, type Share, sortShares } from "../attribution.ts";
import { Phase } from "../generated/enums.ts";
import type { GitHistory, HistoryGroup } from "../git/index.ts";
import { identityNode, type Node } from "../node.ts";
import type { View } from "../view/index.ts";

const ACCEPTED: readonly Phase[] = [Phase.Accepted, Phase.Settled];
const REFUSED: readonly Phase[] = [Phase.Rejected, Phase.Void];

/** Whether every work that a group cites is decided, so that it can be registered. */
export function isReady(group: HistoryGroup, nodes: readonly (Node | undefined)[], view: View): boolean {
  return group.upstream.every(({ group: cited }) => {
    const phase = phaseOf(nodes[cited], view);
    return phase !== undefined && (ACCEPTED.includes(phase) || REFUSED.includes(phase));
  });
}

/** The part of a group's upstream that can be cited: what was accepted. */
export function citable(
  group: HistoryGroup,
  nodes: readonly (Node | undefined)[],
  view: View,
): HistoryGroup["upstream"] {
  return group.upstream.filter(({ group: cited }) => {
    const phase = phaseOf(nodes[cited], view);
    return phase !== undefined && ACCEPTED.includes(phase);
  });
}

/** A group as the contracts take it. What cannot be cited stays with the contributors. */
export function attributionOf(
  { groups }: GitHistory,
  index: number,
  upstream: HistoryGroup["upstream"],
  nodes: readonly (Node | undefined)[],
): Attribution {
  const contributors = (groups[index]?.shares ?? []).map(({ subject, weight }) => ({
    node: identityNode(subject),
    weight,
  }));
  const cited = upstream.flatMap(({ group, weight }): Share[] => {
    const node = nodes[group];
    return node === undefined ? [] : [{ node, weight }];
  });
  return { contributors: sortShares(contributors), upstream: sortShares(cited) };
}

function phaseOf(node: Node | undefined, view: View): Phase | undefined {
  return node === undefined ? undefined : view.works.get(node)?.phase;
}
