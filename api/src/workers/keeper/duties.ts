import {
  challengeEnd,
  drawLastBlock,
  model,
  NodeKind,
  nodeKind,
  Phase,
  rule,
  sealableAt,
  seatsAt,
  type View,
  type WorkView,
} from "@azora/sdk";
import { commonsDuties, epochsToOpen } from "./commons.ts";
import type { Duty } from "./duty.ts";
import { afterwards } from "./faults.ts";

export { type Duty, isDue } from "./duty.ts";

const DECIDED: readonly Phase[] = [Phase.Rejected, Phase.Settled, Phase.Void];

/** From this pool on a flow is worth its gas even while more is on its way: 100 AZR, in wei. */
const WORTH_FLOWING = 100n * 10n ** 18n;

/** Every transition that the protocol waits for or will wait for, as things stand. Pure: the same view, the same duties. */
export function duties(view: View): Duty[] {
  const works = [...view.works.values()];
  return [
    // What comes to the fund counts for stipends only once its epoch is open.
    ...epochsToOpen(view),
    ...works.flatMap((work) => dutyOf(view, work) ?? []),
    ...flows(view, works),
    ...works.flatMap((work) => afterwards(view, work)),
    ...commonsDuties(view),
  ];
}

/** Nothing waits for these: epochs open again and again, and most reservations are used before they expire. */
const PASSING: readonly Duty["kind"][] = ["openEpoch", "forfeit"];

/** Duties without which something stands still. */
export const waiting = (view: View): Duty[] => duties(view).filter(({ kind }) => !PASSING.includes(kind));

function dutyOf(view: View, work: WorkView): Duty | undefined {
  const node = work.contribution;
  switch (work.phase) {
    case Phase.Armed:
      return view.block < drawLastBlock(work) && canBeDrawn(view, work)
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

/** Judges can leave between one arming and the next: with too few seats for its panel a draw is refused until it is missed. */
function canBeDrawn(view: View, { round, challenge, rulesVersion }: WorkView): boolean {
  const seats = BigInt(seatsAt(view, round.armedAt));
  if (challenge !== undefined) return model.secondPanelSize(BigInt(challenge.first.panel.length), seats) > 0n;
  return model.panelSize(rule(view, "PanelLimit", rulesVersion), seats) > 0n;
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
