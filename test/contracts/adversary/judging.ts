import {
  type Ballot,
  constants,
  Direction,
  Ground,
  hashBallot,
  hashShares,
  model,
  Outcome,
  Phase,
} from "@azora/sdk";
import { type Address, type Hex, keccak256, toHex } from "viem";
import { ACCOMPLICE, CHALLENGER, type Game, KEEPER, MARGIN, WATCHED, type Work } from "./game.ts";
import { moves } from "./moves.ts";

const m = model.protocol;
const RATIONALE = keccak256(toHex("rationale"));

/** What a hostile judge does on a panel: a level, no commit, or a commit that is never opened. */
export type Act = number | "absent" | "hidden";

/** A panel as the coalition sees it before it votes. */
export interface View {
  readonly work: Work;
  /** 1 for the first panel, 2 for the one of a challenge. */
  readonly panel: 1 | 2;
  /** How many judges of the coalition are on it, and how many may vote. */
  readonly held: number;
  readonly size: number;
  /** Whether this round is a redraw. */
  readonly redrawn: boolean;
}

/** How the coalition's judges vote; honestly, by their own reading, where it says nothing. */
export type Tactic = (view: View, judge: Address) => Act | undefined;

export const HONEST: Tactic = () => undefined;

/** Whether the coalition decides the median of a panel. */
export const holdsMajority = ({ held, size }: View): boolean => 2 * held > size;

/** As honest as all others, unless the coalition holds the median: then the level that it wants. */
export const takeover =
  (level: number): Tactic =>
  (view) =>
    holdsMajority(view) || view.panel === 2 ? level : undefined;

/** Draws the present round, votes in it, and scores it; its redraw too. */
export const judge = (game: Game, work: Work, tactic: Tactic): Promise<void> =>
  judgeAll(game, [work], tactic);

/** The same for works side by side. */
export async function judgeAll(game: Game, works: readonly Work[], tactic: Tactic): Promise<void> {
  for (let open = works; open.length > 0; open = open.filter((work) => game.phaseOf(work) === Phase.Armed)) {
    const closed: { work: Work; ballots: Ballot[] }[] = [];
    for (const work of open) await draw(game, work);
    const drawn = open.filter((work) => game.phaseOf(work) === Phase.Voting);
    for (const work of drawn) closed.push({ work, ballots: await commitAll(game, work, tactic) });
    for (const { work } of closed) game.stage.passTo(roundOf(game, work).commitEnd);
    for (const { work, ballots } of closed) await revealAll(game, work, ballots);
    for (const work of drawn) game.stage.passTo(roundOf(game, work).revealEnd);
    for (const { node } of drawn) await game.stage.must(moves.score(game.stage, KEEPER, node));
  }
}

/** The present round, which was drawn. */
export function roundOf(game: Game, work: Work): model.protocol.RoundState {
  const { rounds, round } = game.workOf(work);
  const present = rounds.get(round);
  if (present === undefined) throw new Error(`Round ${round} of ${work.node} was never drawn.`);
  return present;
}

/** Draws the present round; where too few sit for a panel, the draw is missed in the end. */
export async function draw(game: Game, work: Work): Promise<void> {
  const { stage, state } = game;
  const { drawBlock, lastBlock } = m.drawBlocks(state, game.workOf(work));
  await stage.passToBlock(drawBlock);
  const header = await stage.headerOf(drawBlock);
  const refusal = await stage.perform(
    moves.draw(stage, KEEPER, work.node, header, stage.randaoOf(drawBlock)),
  );
  if (refusal === undefined) return;
  await stage.passToBlock(lastBlock);
  await stage.must(moves.rearm(stage, KEEPER, work.node));
}

export function panelOf(game: Game, work: Work): readonly Address[] {
  const { panel, armedAt } = roundOf(game, work);
  return panel.flatMap((seat) => m.holderAt(game.state, seat, armedAt) ?? []);
}

/** How many of the coalition are on the present panel. */
export function viewOf(game: Game, work: Work): View {
  const { dispute, redrawn } = game.workOf(work);
  const panel = panelOf(game, work).filter((account) => !isParty(game, work, account));
  const held = panel.filter((account) => game.hostile.has(account)).length;
  return { work, panel: dispute === undefined ? 1 : 2, held, size: panel.length, redrawn };
}

function isParty({ state, parties }: Game, { node, attribution }: Work, account: Address): boolean {
  const key = `${node}/${account}`;
  const { contributors, upstream } = attribution;
  const found = parties.get(key) ?? m.isParty(state, node, account, contributors, hashShares(upstream));
  parties.set(key, found);
  return found;
}

/** Commits for everybody on the panel who may vote. @return What can be opened. */
export async function commitAll(game: Game, work: Work, tactic: Tactic): Promise<Ballot[]> {
  const { stage } = game;
  const { round } = game.workOf(work);
  const view = viewOf(game, work);
  const ballots: Ballot[] = [];
  for (const [position, validator] of panelOf(game, work).entries()) {
    if (isParty(game, work, validator)) continue;
    const reading = game.read(work.truth);
    const told = game.hostile.has(validator) ? tactic(view, validator) : undefined;
    const act = told ?? reading;
    if (act === "absent") continue;
    const level = act === "hidden" ? reading : act;
    const ballot = { validator, level, rationaleHash: RATIONALE, salt: saltOf(validator, round) };
    const commitment = hashBallot(stage.deployment, work.node, round, ballot);
    await stage.must(moves.commit(stage, validator, work.node, position, commitment));
    if (act === "hidden") continue;
    ballots.push(ballot);
    if (told !== undefined) game.told += 1;
  }
  return ballots;
}

export const saltOf = (validator: Address, round: number): Hex => keccak256(toHex(`${validator}/${round}`));

export async function revealAll(
  { stage }: Game,
  { node, attribution }: Work,
  ballots: readonly Ballot[],
): Promise<void> {
  for (const ballot of ballots)
    await stage.must(moves.reveal(stage, ballot.validator, node, ballot, attribution));
}

/** Reserves a challenge of a score for its value, and makes it as soon as it can be. @return The error that refused it. */
export async function challenge(
  game: Game,
  work: Work,
  from: Address,
  direction: Direction = Direction.Down,
): Promise<string | undefined> {
  const { stage } = game;
  const claim = claimOf(work, from, direction);
  await stage.must(moves.reserve(stage, from, claim));
  await ripen(game);
  return stage.perform(moves.challenge(stage, from, claim, restOf(game, work, direction)));
}

/** What an account says of a score. */
export const claimOf = (work: Work, from: Address, direction: Direction = Direction.Down) => ({
  contribution: work.node,
  direction,
  ground: Ground.Value,
  reasonHash: keccak256(toHex("reason")),
  salt: keccak256(toHex(`salt of ${from}`)),
});

/** Until a reservation of the last block can be used in the next one. */
export const ripen = ({ stage }: Game): Promise<void> => stage.wait(constants.Reservations.MATURITY - 1);

/** What a challenge costs above its deposit, in wei. */
function restOf(game: Game, work: Work, direction: Direction): bigint {
  const { fee, bond } = m.priceOf(game.state, game.workOf(work), direction);
  const rest = fee + bond - m.depositRequired(game.state);
  return rest > 0n ? rest : 0n;
}

/**
 * The honest challenger: reads what was scored high, and challenges what it finds two levels or more too high. At a price of
 * 0.07 ETH and a prize of half the bonds of the majority that voted for it, that pays from a chance of one in eight on.
 */
export async function watch(game: Game, work: Work, tactic: Tactic): Promise<void> {
  const { level, challenged } = game.workOf(work);
  if (!game.setting.watched || challenged || game.phaseOf(work) !== Phase.Scored || level < WATCHED) return;
  if (level < BigInt(game.read(work.truth)) + MARGIN) return;
  await challenge(game, work, CHALLENGER);
  await secondPanel(game, work, tactic);
}

/** The second panel, its fee, and the faults that it found. The coalition is always the quickest to prove them. */
export async function secondPanel(game: Game, work: Work, tactic: Tactic): Promise<void> {
  await judge(game, work, tactic);
  await shareFees(game, work);
  await proveOutliers(game, work);
}

async function shareFees(game: Game, work: Work): Promise<void> {
  const { rounds, dispute } = game.workOf(work);
  for (const [number, { ballots }] of rounds) {
    if (dispute === undefined || number <= dispute.firstRound) continue;
    // Only what the coalition gets counts here, and nobody waits for others.
    for (const account of ballots.keys()) {
      if (!game.hostile.has(account)) continue;
      await game.stage.perform(moves.shareFee(game.stage, account, work.node, number, account));
    }
  }
}

async function proveOutliers(game: Game, work: Work): Promise<void> {
  const { rounds, dispute } = game.workOf(work);
  if (dispute?.outcome !== Outcome.Upheld) return;
  for (const account of rounds.get(dispute.firstRound)?.ballots.keys() ?? [])
    await game.stage.perform(moves.proveOutlier(game.stage, ACCOMPLICE, work.node, account));
}

/** Everything that can be proven of absent or silent judges of a round, proven by the coalition. */
export async function proveAbsences(game: Game, work: Work, round: number): Promise<void> {
  const { rounds } = game.workOf(work);
  for (const position of rounds.get(round)?.panel.keys() ?? [])
    await game.stage.perform(
      moves.proveAbsence(game.stage, ACCOMPLICE, work.node, round, position, work.attribution),
    );
}

/** From a score to the payment, if there is one. */
export const conclude = (game: Game, work: Work): Promise<void> => concludeAll(game, [work]);

export async function concludeAll(game: Game, works: readonly Work[]): Promise<void> {
  const { stage, state } = game;
  for (const work of works) if (game.phaseOf(work) === Phase.Scored) await finalize(game, work);
  for (const work of works) {
    if (game.phaseOf(work) !== Phase.Accepted) continue;
    stage.passTo(m.sealableAt(state, game.workOf(work).epoch));
    await stage.must(moves.settle(stage, KEEPER, work.node, work.attribution));
  }
}

export async function finalize(game: Game, work: Work): Promise<void> {
  game.stage.passTo(m.challengeEndOf(game.state, game.workOf(work)));
  await game.stage.must(moves.finalize(game.stage, KEEPER, work.node));
}

/** The whole life of a work under a tactic, the honest challenger included. */
export async function live(game: Game, work: Work, tactic: Tactic): Promise<void> {
  await judge(game, work, tactic);
  await watch(game, work, tactic);
  await conclude(game, work);
}
