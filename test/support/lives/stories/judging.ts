import { constants, Direction, Ground, Outcome, Rule } from "@azora/sdk";
import { expect } from "chai";
import { id } from "ethers";
import { accountNode, attribution, evenly, hashShares } from "../../attribution.ts";
import { appointed, flag } from "../../critics.ts";
import {
  challenge,
  challengeReserved,
  judgedAgain,
  REASON,
  reservationOf,
  reserve,
  reserved,
  SALT,
  votedOn,
  votesOf,
} from "../../disputes.ts";
import { ballotOf, commitAll, draw, moveTo, panelOf, register, scored } from "../../life.ts";
import type { Protocol } from "../../protocol.ts";
import { amended } from "../../timelock.ts";

const { LIFETIME } = constants.Reservations;
const SILENCE = Array<null>(7).fill(null);

export const sharesOf = ({ person }: Protocol, ...nodes: string[]) =>
  attribution(evenly([accountNode(person(1)), ...nodes]));

/** A score is overturned, and a judge of the first panel pays for it; a critic's flag is dismissed. */
export async function overturn(protocol: Protocol): Promise<void> {
  const { pov, disputes, fund, person } = protocol;
  // Where the prover gets half, nothing is left for the fee.
  await amended(protocol, Rule.SlashReward, 100_000);
  const shares = sharesOf(protocol);
  const work = await register(protocol, shares, { evidence: id("overrated") });
  await scored(protocol, work, shares, 9);
  const judges = await panelOf(protocol, work);
  await challenge(protocol, work, { direction: Direction.Down });
  await judgedAgain(protocol, work, shares, votesOf(3));
  expect((await disputes.disputeOf(work)).outcome).to.equal(BigInt(Outcome.Upheld));
  for (const { address } of judges.slice(0, 2)) await pov.proveOutlier(work, address);
  const { round } = await pov.workOf(work);
  const [second] = await panelOf(protocol, work);
  await disputes.shareFee(work, round, second?.address ?? "");
  await disputes.withdrawEtherFor(second?.address ?? "");
  const critic = await appointed(protocol);
  await person(9).sendTransaction({ to: fund, value: 10n ** 18n });
  const flagged = await register(protocol, shares, { evidence: id("flagged") });
  await scored(protocol, flagged, shares, 7);
  await flag(protocol, critic, flagged);
  await judgedAgain(protocol, flagged, shares, votesOf(7));
  expect((await disputes.disputeOf(flagged)).outcome).to.equal(BigInt(Outcome.Dismissed));
}

/** Reservations that are lost, used and given back. */
export async function reserveAndLose(protocol: Protocol): Promise<void> {
  const { disputes, person, connection } = protocol;
  const shares = sharesOf(protocol);
  const work = await register(protocol, shares, { evidence: id("reserved") });
  await scored(protocol, work, shares, 7);
  await reserve(protocol, work);
  await connection.networkHelpers.mine(LIFETIME, { interval: 0 });
  await disputes.forfeit(person(5), await reservationOf(protocol, work));
  await reserve(protocol, work, { from: person(6) });
  await reserved(protocol, work);
  await challengeReserved(protocol, work);
  await disputes.connect(person(6)).release(work, Direction.Down, Ground.Value, REASON, SALT);
  await reserve(protocol, work, { from: person(7) });
  await connection.networkHelpers.mine(LIFETIME, { interval: 0 });
  await disputes.forfeit(person(7), await reservationOf(protocol, work, { from: person(7) }));
}

/** A judge's vote leaks, others are silent; the work is void, is paid for again, and its bond is taken back. */
export async function fail(protocol: Protocol): Promise<void> {
  const { pov, registry, validators, person } = protocol;
  const shares = sharesOf(protocol);
  const lost = await register(protocol, shares, { evidence: id("lost") });
  for (const _ of [1, 2]) {
    await votedOn(protocol, lost, shares, SILENCE);
    await pov.score(lost);
  }
  const work = await register(protocol, shares, { evidence: id("failed") });
  const bond = await registry.bondOf(work);
  await draw(protocol, work);
  await commitAll(protocol, work, [5, 5]);
  const panel = await panelOf(protocol, work);
  await pov.connect(person(9)).proveLeak(work, ballotOf(panel[0]?.address ?? "", 5));
  await moveTo(protocol, (await pov.roundOf(work, 1)).revealEnd);
  await pov.proveAbsence(work, 1, 3, shares.contributors, hashShares(shares.upstream));
  const silent = panel[3];
  if (silent === undefined) throw new Error("The panel is too small.");
  const stint = (await validators.stintsOf(silent))[0];
  await validators.connect(silent).topUp({ value: (stint?.deposited ?? 0n) - (stint?.bond ?? 0n) });
  await pov.score(work);
  await votedOn(protocol, work, shares, SILENCE);
  await pov.score(work);
  await registry.connect(person(10)).reopen(work, { value: bond });
  await draw(protocol, work);
}

/** Judges leave, so that the last seats move; one takes back its bond and what it is owed. */
export async function leave(protocol: Protocol): Promise<void> {
  const { validators, registry, judges, connection, person } = protocol;
  for (const judge of judges.slice(20, 23)) await validators.connect(judge).exit();
  const [judge] = judges.slice(20);
  if (judge === undefined) throw new Error("There are too few judges.");
  const unlocksAt = (await validators.stintsOf(judge))[0]?.unlocksAt ?? 0n;
  await connection.networkHelpers.time.increaseTo(unlocksAt);
  await validators.connect(judge).withdrawBond(0);
  await validators.withdrawEtherFor(judge);
  await registry.withdrawEtherFor(person(0));
}
