import { model, Phase } from "@azora/sdk";
import { passBlocks, passTo, passToEnd } from "./clock.ts";
import { amendArticles, critique, setCritic } from "./critics.ts";
import { liftStop, setGuardian, stop } from "./guardian.ts";
import { link, setAttestor, veto } from "./identities.ts";
import { commit, draw, rearm, reveal, score, unopened, votingRound } from "./judgement.ts";
import { flow, withdraw, withdrawEther } from "./money.ts";
import { amend, anchor, enter } from "./offices.ts";
import { register } from "./registration.ts";
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
  critique,
  critique,
  amendArticles,
  setGuardian,
  stop,
  liftStop,
  register,
];

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
      passToEnd(world, m.challengeEndOf(world.state, state));
      // Late enough to miss the epoch.
      if (world.random.chance(0.2)) passTo(world, world.next + 9n * DAY);
      return finalize(world, work);
    default:
      if (world.random.chance(0.15)) return sealEpoch(world);
      passToEnd(world, m.sealableAt(world.state, state.epoch));
      return settle(world, work);
  }
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
