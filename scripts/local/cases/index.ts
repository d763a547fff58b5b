import { type Node, Outcome, Phase, type View } from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import type { Progress } from "../progress.ts";
import type { Session } from "../session.ts";
import { AUTHORS, challengeScores } from "./challenges.ts";
import { flagWork } from "./flag.ts";
import { type Governed, governByVoice } from "./proposal.ts";
import { type Rewarded, rewardInToken } from "./reward.ts";
import { type CaseFigures, caseFigures, caseProblems } from "./summary.ts";

/** The practice person whom the proposal makes a critic. */
const CRITIC = 45;
/** How many works the confirmed work of the cases stands on. */
const CITED = 2;

/** What happens only where somebody does wrong, pays, or decides: each case once, in one run. */
export interface Cases {
  figures: CaseFigures;
  /** What does not hold of the cases, in sentences. */
  problems: string[];
}

/** Plays every case against a network on which histories have been paid. */
export async function playCases(session: Session, { say }: Progress, signal: AbortSignal): Promise<Cases> {
  const cited = acceptedWorks(await session.follower.refresh()).slice(0, CITED);
  const challenged = await challengeScores(session, cited, signal);
  say(
    "A score was overturned by a second panel, another stood, and judges who stayed away or let a vote leak were slashed.",
  );
  const rewarded: Rewarded = await rewardInToken(session, challenged.confirmed, AUTHORS.confirmed, signal);
  say(`A work was rewarded in the token ${rewarded.token}, 90% to its people.`);
  const governed: Governed = await governByVoice(session, practicePerson(CRITIC).address, signal);
  say(`A proposal passed and was executed: rules of version ${governed.version}, and a critic in office.`);
  const flagged = await flagWork(session, CRITIC, signal);
  say("The critic flagged a work, whose score a second panel overturned: it is worth nothing.");
  const view = await session.follower.refresh();
  const works = { ...challenged, flagged };
  const figures = caseFigures(view, works, rewarded, governed);
  return { figures, problems: caseProblems(view, works, figures) };
}

function acceptedWorks({ works }: View): Node[] {
  return [...works.values()]
    .filter(({ phase, challenge }) => phase === Phase.Settled && challenge?.outcome !== Outcome.Pending)
    .map(({ contribution }) => contribution);
}
