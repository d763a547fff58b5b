import type { Share } from "../../../attribution.ts";
import { EvidenceAwayError, findEvidence } from "../../../files/index.ts";
import { directionNames, groundNames, outcomeNames, Phase, phaseNames } from "../../../generated/enums.ts";
import { evidenceCid, type Manifest, manifestFaults } from "../../../manifest/index.ts";
import type { Node } from "../../../node.ts";
import { personNode } from "../../../people.ts";
import { formatAzr, formatPpm } from "../../../units.ts";
import {
  type ChallengeView,
  challengeEnd,
  sealableAt,
  type View,
  type WorkView,
} from "../../../view/index.ts";
import type { OpenChain } from "../../chain.ts";
import type { Output } from "../../output.ts";
import { plural, table } from "../../table.ts";
import { due } from "../../times.ts";

const FOREIGN = "its evidence speaks of another registration";

/** One work, followed like a parcel: where it is, what comes next, what it brought to whom. */
export async function workStatus(
  output: Pick<Output, "result">,
  { network }: Pick<OpenChain, "network">,
  view: View,
  work: WorkView,
): Promise<void> {
  const found = await findEvidence(network, work.evidenceHash).catch((error) => {
    // Everything else about the work stands without its title.
    if (error instanceof EvidenceAwayError) return undefined;
    throw error;
  });
  const { chainId } = network.deployment;
  const isForeign = found !== undefined && manifestFaults(found, { ...work, chainId }).length > 0;
  // A copied hash brings nobody else's title, nor the names of its people.
  const manifest = isForeign ? undefined : found;
  const {
    contribution,
    registrant,
    evidenceHash,
    attribution,
    phase,
    level,
    points,
    epoch,
    amount,
    citadel,
    round,
  } = work;
  const next = nextStep(view, work);
  const figures = [
    ["contribution", contribution],
    ["title", manifest?.title ?? (isForeign ? FOREIGN : "its evidence is not to be had")],
    ["registrant", registrant],
    ["evidence", evidenceCid(evidenceHash)],
    [
      "phase",
      `${phaseNames[phase]}, round ${round.round}: ${round.committed.size} committed, ${round.revealed.size} revealed`,
    ],
    ["next", next],
    ...(hasLevel(phase) ? [["level", `${level} of 10, ${plural(points, "point")}`]] : []),
    ...(work.challenge === undefined ? [] : [["challenge", challengeText(work.challenge)]]),
    ...(phase === Phase.Settled
      ? [
          [
            "paid",
            `${formatAzr(amount)} in epoch ${epoch}: ${formatAzr(citadel)} to the commons, the rest to people`,
          ],
        ]
      : []),
  ];
  output.result(
    {
      ...{ contribution, title: manifest?.title, registrant, evidenceHash, phase: phaseNames[phase], next },
      ...{ level, points, epoch, amount, citadel, ...attribution },
      challenge: challengeJson(work.challenge),
      round: {
        number: round.round,
        panel: round.panel,
        commitEnd: round.commitEnd,
        revealEnd: round.revealEnd,
      },
    },
    [
      table(figures),
      ...shares("Made by", attribution.contributors, namesOf(manifest)),
      ...shares("Stands on", attribution.upstream),
    ].join("\n"),
  );
}

/** Null if nobody has. */
function challengeJson(challenge: ChallengeView | undefined) {
  if (challenge === undefined) return null;
  const { challenger, flagged, fee, bond, firstLevel, secondLevel, reasonHash } = challenge;
  return {
    ...{ challenger, flagged, fee, bond, firstLevel, secondLevel, reasonHash },
    direction: directionNames[challenge.direction],
    ground: groundNames[challenge.ground],
    outcome: outcomeNames[challenge.outcome],
  };
}

/** Who challenged what, and what became of it. */
function challengeText({
  challenger,
  flagged,
  direction,
  ground,
  outcome,
  ...levels
}: ChallengeView): string {
  const what = `${directionNames[direction]?.toLowerCase()} from level ${levels.firstLevel}, for ${groundNames[ground]?.toLowerCase()}`;
  const second =
    levels.secondLevel === undefined ? "" : `; the second panel gave level ${levels.secondLevel}`;
  return `${outcomeNames[outcome]?.toLowerCase()}: ${what}, ${flagged ? "a flag of critic" : "by"} ${challenger}${second}`;
}

const hasLevel = (phase: Phase): boolean =>
  phase === Phase.Scored || phase === Phase.Accepted || phase === Phase.Settled || phase === Phase.Rejected;

function nextStep(view: View, work: WorkView): string {
  const now = view.timestamp;
  const { round } = work;
  switch (work.phase) {
    case Phase.Armed:
      return `the panel is drawn after block ${round.drawBlock}; the chain is at ${view.block}`;
    case Phase.Voting:
      return now < round.commitEnd
        ? `judges commit; the window ends ${due(round.commitEnd, now)}`
        : `judges reveal; the window ends ${due(round.revealEnd, now)}`;
    case Phase.Scored:
      return `it can be finalized ${due(challengeEnd(view, work), now)}`;
    case Phase.Accepted:
      return `epoch ${work.epoch} can be sealed and the work paid ${due(sealableAt(view, work.epoch), now)}`;
    case Phase.Settled:
      return "nothing: it is paid";
    case Phase.Rejected:
      return "nothing: it was rejected";
    default:
      return "nothing: no panel could be found, and the bond was returned";
  }
}

/** What the evidence calls people; the chain knows hashes only. */
function namesOf(manifest: Manifest | undefined): ReadonlyMap<Node, string> {
  const people = manifest?.contributors ?? [];
  return new Map(people.map(({ node }) => [personNode(node), node]));
}

function shares(
  title: string,
  list: readonly Share[],
  names: ReadonlyMap<Node, string> = new Map(),
): string[] {
  if (list.length === 0) return [];
  const rows = list
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ node, weight }) => [`  ${names.get(node) ?? node}`, formatPpm(BigInt(weight))]);
  return ["", `${title}:`, table(rows, [1])];
}
