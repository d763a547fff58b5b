import { model, Phase } from "@azora/sdk";
import {
  challenge,
  proveAbsence,
  proveLeak,
  proveOutlier,
  reopen,
  shareFee,
  withdrawOtherEther,
} from "./challenges.ts";
import { passBlocks, passTo, passToEnd } from "./clock.ts";
import { claimStipends, delegate, grant, openEpoch, reward } from "./commons.ts";
import { amendArticles, critique, setCritic } from "./critics.ts";
import { liftStop, setGuardian, stop } from "./guardian.ts";
import { link, setAttestor, veto } from "./identities.ts";
import { commit, draw, rearm, reveal, score, unopened, votingRound } from "./judgement.ts";
import { flow, withdraw, withdrawEther } from "./money.ts";
import { amend, anchor, enter } from "./offices.ts";
import { register } from "./registration.ts";
import { forfeit, release } from "./reservations.ts";
import { exit, remove, topUp, withdrawBond } from "./seats.ts";
import { finalize, sealEpoch, settle } from "./settlement.ts";
import { NOTHING, type Work, type World } from "./world.ts";

const m = model.protocol;
const DAY = 86_400n;
/** Draw blocks are forgotten after that many. */
const HISTORY = 8_191n;
/** Open works at a time. More would take each other's time, and few would be paid within a run. */
const AT_ONCE = 2;

type Command = (world: World, work: Work) => Promise<unknown>;

/** What anybody may try at any time. */
const ANYTIME: readonly Command[] = [
  draw,
  rearm,
  commit,
  (world, work) => reveal(world, work),
  (world, work) => reveal(world, work, unopened(world, work)[0]),
  score,
  finalize,
  settle,
  flow,
  flow,
  withdraw,
  withdraw,
  withdrawEther,
  withdrawEther,
  sealEpoch,
  link,
  link,
  link,
  veto,
  setAttestor,
  setAttestor,
  (world) => enter(world),
  amend,
  amend,
  amend,
  anchor,
  setCritic,
  setCritic,
  critique,
  critique,
  amendArticles,
  setGuardian,
  stop,
  liftStop,
  register,
  challenge,
  release,
  release,
  forfeit,
  forfeit,
  proveAbsence,
  proveAbsence,
  proveLeak,
  proveOutlier,
  proveOutlier,
  shareFee,
  shareFee,
  (world, work) => reopen(world, inPhase(world, Phase.Void) ?? work),
  (world, work) => reopen(world, inPhase(world, Phase.Void) ?? work),
  withdrawOtherEther,
  withdrawOtherEther,
  exit,
  remove,
  topUp,
  withdrawBond,
  withdrawBond,
  (world, work) => reward(world, inPhase(world, Phase.Accepted, Phase.Settled) ?? work),
  (world, work) => reward(world, inPhase(world, Phase.Accepted, Phase.Settled) ?? work),
  grant,
  grant,
  (world) => openEpoch(world),
  claimStipends,
  claimStipends,
  delegate,
];

/** A work in one of these phases. */
const inPhase = ({ state, works, random }: World, ...phases: readonly Phase[]): Work | undefined => {
  const some = works.filter(({ node }) => phases.includes(state.works.get(node)?.phase ?? Phase.None));
  return some.length === 0 ? undefined : random.pick(some);
};

/** One step of a run: mostly what brings a work forward, else anything. */
export async function step(world: World): Promise<void> {
  const { random, works, identities } = world;
  const unknown: Work = { node: random.pick(identities), attribution: NOTHING };
  if (random.chance(0.28)) {
    const work = works.length === 0 ? unknown : random.pick(works);
    await random.pick(ANYTIME)(world, work);
    return;
  }
  const open = works
    .filter((work) => isOpen(world, work))
    .toSorted((a, b) => urgency(world, a) - urgency(world, b));
  if (open.length < AT_ONCE && random.chance(open.length === 0 ? 0.6 : 0.05)) return register(world);
  const [first, second] = open;
  const work = second !== undefined && random.chance(0.05) ? second : first;
  if (work !== undefined) return advance(world, work);
  await random.pick([register, register, flow, withdraw, withdrawEther])(world);
}

const isOpen = ({ state }: World, { node }: Work): boolean => {
  const phase = state.works.get(node)?.phase ?? Phase.None;
  return phase !== Phase.Rejected && phase !== Phase.Settled && phase !== Phase.Void;
};

/** What would miss its window if time passed comes first; then the older work, so that it comes to its end. */
function urgency(world: World, work: Work): number {
  if (world.state.works.get(work.node)?.phase === Phase.Armed) return 1;
  const round = votingRound(world, work);
  if (round === undefined) return 3;
  if (isCommitting(world, work, round)) return 0;
  const isRevealing = world.next >= round.commitEnd && world.next < round.revealEnd;
  return isRevealing && unopened(world, work).length > 0 ? 2 : 3;
}

/** Whether judges of the panel have still to commit, and can. Those of one round in six do nothing. */
function isCommitting({ state, next }: World, { node }: Work, round: model.protocol.RoundState): boolean {
  const number = BigInt(state.works.get(node)?.round ?? 0);
  const isNeglected = (BigInt(node) / 8n + number * 5n) % 6n === 0n;
  return !isNeglected && next < round.commitEnd && round.ballots.size < Math.min(round.panel.length, 6);
}

async function advance(world: World, work: Work): Promise<void> {
  const state = world.state.works.get(work.node);
  if (state === undefined) return;
  switch (state.phase) {
    case Phase.Armed:
      return arrange(world, work);
    case Phase.Voting:
      return judge(world, work);
    case Phase.Scored:
      return conclude(world, work, state);
    default:
      if (world.random.chance(0.15)) return sealEpoch(world);
      passToEnd(world, m.sealableAt(world.state, state.epoch));
      // What comes in after the opening can be paid to judges.
      if (world.random.chance(0.4)) await openEpoch(world, world.addresses.azoraToken);
      return settle(world, work);
  }
}

/** A scored work is criticised, challenged, or what follows from its challenge is proven; else its window ends. */
async function conclude(world: World, work: Work, state: model.protocol.WorkState): Promise<void> {
  const { random } = world;
  if (!state.challenged && random.chance(0.15)) return critique(world, work);
  if (!state.challenged && random.chance(0.35)) return challenge(world, work);
  if (state.challenged && random.chance(0.6))
    return random.pick([proveOutlier, proveOutlier, shareFee])(world, work);
  passToEnd(world, m.challengeEndOf(world.state, state));
  // Late enough to miss the epoch.
  if (random.chance(0.2)) passTo(world, world.next + 9n * DAY);
  return finalize(world, work);
}

/** A draw; rarely one that is missed, or that needs the chain's long memory. */
async function arrange(world: World, work: Work): Promise<void> {
  const { random, state } = world;
  if (random.chance(0.05)) await passBlocks(world, random.pick([HISTORY + 20n, HISTORY + 20n, 400n]));
  const present = state.works.get(work.node);
  const isMissed = present !== undefined && world.block >= m.drawBlocks(state, present).lastBlock;
  return isMissed && random.chance(0.8) ? rearm(world, work) : draw(world, work);
}

/** Commits, then opened votes, then the score. */
async function judge(world: World, work: Work): Promise<void> {
  const { random } = world;
  const round = votingRound(world, work);
  if (round === undefined) return;
  if (isCommitting(world, work, round)) return commit(world, work);
  passToEnd(world, round.commitEnd);
  const closed = unopened(world, work);
  if (closed.length > 0 && world.next < round.revealEnd && !random.chance(0.05)) {
    return reveal(world, work, random.pick(closed));
  }
  passToEnd(world, round.revealEnd);
  return score(world, work);
}
