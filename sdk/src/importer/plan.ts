import type { Hex } from "viem";
import { type Attribution, type Share, sortShares } from "../attribution.ts";
import { Phase } from "../generated/enums.ts";
import type { HistoryGroup } from "../git/index.ts";
import { identityNode, type Node } from "../node.ts";
import type { View } from "../view/index.ts";

const ACCEPTED: readonly Phase[] = [Phase.Accepted, Phase.Settled];
const REFUSED: readonly Phase[] = [Phase.Rejected, Phase.Void];

/** Works of a history by its group's index, as far as they stand on the chain. */
export type Nodes = readonly (Node | undefined)[];

/** Whether every work that a group cites is decided, so that it can be registered. */
export function isReady(group: HistoryGroup, nodes: Nodes, view: View): boolean {
  return group.upstream.every(({ group: cited }) => {
    const phase = phaseOf(nodes[cited], view);
    return phase !== undefined && (ACCEPTED.includes(phase) || REFUSED.includes(phase));
  });
}

/** The part of a group's upstream that can be cited: what was accepted. */
export function citable(group: HistoryGroup, nodes: Nodes, view: View): HistoryGroup["upstream"] {
  return group.upstream.filter(({ group: cited }) => {
    const phase = phaseOf(nodes[cited], view);
    return phase !== undefined && ACCEPTED.includes(phase);
  });
}

/** A group as the contracts take it. What cannot be cited stays with the contributors. */
export function attributionOf(
  { shares }: HistoryGroup,
  upstream: HistoryGroup["upstream"],
  nodes: Nodes,
): Attribution {
  const contributors = shares.map(({ subject, weight }) => ({ node: identityNode(subject), weight }));
  const cited = upstream.flatMap(({ group, weight }): Share[] => {
    const node = nodes[group];
    return node === undefined ? [] : [{ node, weight }];
  });
  return { contributors: sortShares(contributors), upstream: sortShares(cited) };
}

function phaseOf(node: Hex | undefined, view: View): Phase | undefined {
  return node === undefined ? undefined : view.works.get(node)?.phase;
}

/** Whether a work waits for a score, and so counts towards the load. */
export function isOpen(node: Hex | undefined, view: View): boolean {
  const phase = phaseOf(node, view);
  return phase === Phase.Armed || phase === Phase.Voting;
}
