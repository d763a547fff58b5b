import { Phase } from "@azora/sdk";
import { challenge, proveLeak, proveOutlier, shareFee } from "../lockstep/challenges.ts";
import { step } from "../lockstep/choose.ts";
import { claimStipends } from "../lockstep/commons.ts";
import { critique } from "../lockstep/critics.ts";
import { liftStop, setGuardian, stop } from "../lockstep/guardian.ts";
import { link, setAttestor, veto } from "../lockstep/identities.ts";
import { forfeit, release } from "../lockstep/reservations.ts";
import { topUp, withdrawBond } from "../lockstep/seats.ts";
import type { Work, World } from "../lockstep/world.ts";

/** Something rare, that a life is led to instead of hoping for it. */
interface Hunt {
  /** As the lock-step counts it. */
  readonly outcome: string;
  /** Tries what leads to it. */
  readonly approach: (world: World) => Promise<unknown>;
}

const TRIES = 120;

const scored = ({ works, state }: World, isChallenged: boolean): Work[] =>
  works.filter(({ node }) => {
    const work = state.works.get(node);
    return work?.phase === Phase.Scored && work.challenged === isChallenged;
  });

/** Does something to a work with a score; else brings works nearer to one. */
const toScored =
  (isChallenged: boolean, ...deeds: ((world: World, work: Work) => Promise<unknown>)[]) =>
  async (world: World): Promise<unknown> => {
    const works = scored(world, isChallenged);
    if (works.length === 0) return step(world);
    return world.random.pick(deeds)(world, world.random.pick(works));
  };

const anyOf =
  (...deeds: ((world: World) => Promise<unknown>)[]) =>
  (world: World): Promise<unknown> =>
    world.random.pick(deeds)(world);

/** What lives seldom come to by themselves, one for each life in turn. */
const HUNTS: readonly (readonly Hunt[])[] = [
  [
    { outcome: "vetoed", approach: anyOf(link, veto, setAttestor) },
    { outcome: "stop lifted", approach: anyOf(stop, liftStop, setGuardian) },
  ],
  [
    { outcome: "flagged", approach: toScored(false, critique) },
    { outcome: "fee shared", approach: anyOf(toScored(true, shareFee), toScored(false, challenge), step) },
  ],
  [
    { outcome: "deposit released", approach: anyOf(toScored(false, challenge), release, release) },
    { outcome: "deposit forfeited", approach: anyOf(toScored(false, challenge), forfeit, forfeit) },
  ],
  [
    {
      outcome: "leak proven",
      approach: (world) =>
        world.random.chance(0.5) && world.works.length > 0
          ? proveLeak(world, world.random.pick(world.works))
          : step(world),
    },
    { outcome: "bond topped up", approach: anyOf(topUp, step) },
  ],
  [
    { outcome: "stipends paid", approach: anyOf(step, (world) => claimStipends(world, anyWork(world))) },
    { outcome: "bond withdrawn", approach: anyOf(withdrawBond, step) },
  ],
  [
    {
      outcome: "outlier proven",
      approach: anyOf(toScored(true, proveOutlier), toScored(false, challenge), step),
    },
  ],
];

const anyWork = ({ works, random }: World): Work => random.pick(works);

/** Leads a life to what is rare. What it does not come to in time, another one may. */
export async function hunt(world: World, number: number): Promise<void> {
  for (const { outcome, approach } of HUNTS[number % HUNTS.length] ?? [])
    for (let tries = 0; tries < TRIES && !world.outcomes.has(outcome); tries += 1)
      if (world.works.length > 0) await approach(world);
      else await step(world);
}
