import {
  challengeEnd,
  drawLastBlock,
  type Node,
  NodeKind,
  nodeKind,
  Phase,
  sealableAt,
  type View,
  type WorkView,
} from "@azora/sdk";

/** A transition that anyone may call, and when it becomes possible: at a time in seconds, or after a block. */
export interface Duty {
  kind: "draw" | "rearm" | "score" | "finalize" | "settle" | "flow";
  node: Node;
  /** Seconds; possible from this time on. */
  from?: bigint;
  /** Possible in blocks after this one. */
  afterBlock?: bigint;
}

const DECIDED: readonly Phase[] = [Phase.Rejected, Phase.Settled, Phase.Void];

/** From this pool on a flow is worth its gas even while more is on its way: 100 AZR, in wei. */
const WORTH_FLOWING = 100n * 10n ** 18n;

/** Every transition that the protocol waits for or will wait for, as things stand. Pure: the same view, the same duties. */
export function duties(view: View): Duty[] {
  const works = [...view.works.values()];
  return [...works.flatMap((work) => dutyOf(view, work) ?? []), ...flows(view, works)];
}

/** Whether a duty could be done in the latest block already, and so in the next one. */
export function isDue({ from = 0n, afterBlock = -1n }: Duty, view: View): boolean {
  return view.timestamp >= from && view.block > afterBlock;
}

function dutyOf(view: View, work: WorkView): Duty | undefined {
  const node = work.contribution;
  switch (work.phase) {
    case Phase.Armed:
      return view.block < drawLastBlock(work)
        ? { kind: "draw", node, afterBlock: work.round.drawBlock }
        : { kind: "rearm", node, afterBlock: drawLastBlock(work) };
    case Phase.Voting:
      return { kind: "score", node, from: work.round.revealEnd };
    case Phase.Scored:
      return { kind: "finalize", node, from: challengeEnd(view, work) };
    case Phase.Accepted: {
      const isSealed = view.epochs.get(work.epoch)?.isSealed ?? false;
      return { kind: "settle", node, from: isSealed ? 0n : sealableAt(view, work.epoch) };
    }
    default:
      return undefined;
  }
}

/** Pools that can move: of linked identities at once, of contributions when nothing more is on its way or much waits. */
function flows(view: View, works: WorkView[]): Duty[] {
  const awaited = new Set(
    works
      .filter(({ phase }) => !DECIDED.includes(phase))
      .flatMap(({ attribution }) => attribution.upstream.map(({ node }) => node)),
  );
  const result: Duty[] = [];
  for (const [node, { balance }] of view.pools) {
    if (balance === 0n) continue;
    if (nodeKind(node) === NodeKind.Contribution) {
      if (!awaited.has(node) || balance >= WORTH_FLOWING) result.push({ kind: "flow", node });
    } else {
      const link = view.links.get(node);
      if (link !== undefined) result.push({ kind: "flow", node, from: link.effectiveAt });
    }
  }
  return result;
}
