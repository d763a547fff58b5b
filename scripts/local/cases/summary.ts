import { Fault, type Node, Outcome, Phase, rule, type View } from "@azora/sdk";
import type { Challenged } from "./challenges.ts";
import type { Governed } from "./proposal.ts";
import type { Rewarded } from "./reward.ts";

/** What the cases came to. Amounts in the smallest units, as decimal strings. */
export interface CaseFigures {
  challenges: { upheld: number; dismissed: number };
  /** The level that the first panel gave, and the one that stands. */
  overturned: { from: number; to: number };
  /** The work that a critic flagged: what became of the flag, the levels, and the fee that the fund paid, in wei. */
  flagged: { upheld: boolean; from: number; to: number; fee: string };
  /** Judges slashed for a vote of an overturned panel, for none, and for one that leaked; what they lost, in wei. */
  slashed: { outliers: number; absent: number; leaked: number; wei: string };
  reward: { token: string; amount: string; citadel: string; withdrawn: string };
  proposal: {
    id: string;
    state: string;
    votesFor: string;
    votesAgainst: string;
    stipend: number;
    rulesVersion: number;
    critic: string;
  };
}

/** The works of the cases, by what befell them. */
export type CaseWorks = Challenged & { flagged: Node };

export function caseFigures(
  view: View,
  works: CaseWorks,
  rewarded: Rewarded,
  governed: Governed,
): CaseFigures {
  const all = [...view.works.values()];
  const ended = (outcome: Outcome) =>
    all.filter(({ challenge }) => challenge?.flagged === false && challenge.outcome === outcome).length;
  const slashes = [...view.slashes.values()];
  const overturned = view.works.get(works.overturned);
  const flagged = view.works.get(works.flagged);
  return {
    challenges: { upheld: ended(Outcome.Upheld), dismissed: ended(Outcome.Dismissed) },
    overturned: { from: overturned?.challenge?.firstLevel ?? 0, to: overturned?.level ?? 0 },
    flagged: {
      upheld: flagged?.challenge?.flagged === true && flagged.challenge.outcome === Outcome.Upheld,
      from: flagged?.challenge?.firstLevel ?? 0,
      to: flagged?.level ?? 0,
      fee: String(flagged?.challenge?.fee ?? 0n),
    },
    slashed: {
      outliers: slashes.filter(({ fault }) => fault === Fault.Outlier).length,
      absent: slashes.filter(({ fault }) => fault === Fault.NoCommit).length,
      leaked: slashes.filter(({ fault }) => fault === Fault.Leak).length,
      wei: String(slashes.reduce((sum, { amount }) => sum + amount, 0n)),
    },
    reward: {
      token: rewarded.token,
      amount: String(rewarded.amount),
      citadel: String(rewarded.citadel),
      withdrawn: String(rewarded.withdrawn),
    },
    proposal: {
      id: governed.id,
      state: governed.state,
      votesFor: String(governed.votesFor),
      votesAgainst: String(governed.votesAgainst),
      stipend: governed.stipend,
      rulesVersion: governed.version,
      critic: governed.critic,
    },
  };
}

/** More than half of a first panel of seven overrates, in two works. */
const OUTLIERS = 8;

/** What does not hold of the cases, in sentences. */
export function caseProblems(view: View, works: CaseWorks, figures: CaseFigures): string[] {
  const problems: string[] = [];
  const say = (holds: boolean, sentence: string) => {
    if (!holds) problems.push(sentence);
  };
  const outcomeOf = (node: Node) => view.works.get(node)?.challenge?.outcome;
  say(outcomeOf(works.overturned) === Outcome.Upheld, "The challenge of the overrated work was not upheld.");
  say(
    outcomeOf(works.confirmed) === Outcome.Dismissed,
    "The challenge of the well-rated work was not dismissed.",
  );
  const { overturned, flagged, slashed, reward, proposal } = figures;
  say(overturned.to + 2 <= overturned.from, "The overrated work's level did not fall by two or more.");
  say(flagged.upheld && flagged.to === 0, "The flagged work is still worth something.");
  say(view.works.get(works.flagged)?.phase === Phase.Rejected, "The flagged work was not rejected.");
  say(slashed.outliers >= OUTLIERS, `Only ${slashed.outliers} judges were slashed for overrating.`);
  say(slashed.absent >= 1, "Nobody was slashed for staying away.");
  say(slashed.leaked === 1, `${slashed.leaked} judges were slashed for a leak, instead of one.`);
  say(
    BigInt(reward.citadel) === BigInt(reward.amount) / 10n,
    "The reward did not give a tenth to the commons.",
  );
  say(BigInt(reward.withdrawn) > 0n, "Nobody withdrew the reward.");
  say(proposal.state === "Executed", `The proposal is ${proposal.state}.`);
  const inForce = rule(view, "ReviewStipend", proposal.rulesVersion);
  say(inForce === BigInt(proposal.stipend), "The rule that was amended has another value in the logs.");
  const shared = [...view.works.values()].flatMap(({ challenge }) => [...(challenge?.shared ?? [])]).length;
  say(shared > 0, "No judge of a second panel had its part of a fee.");
  say(view.fund.stipends > 0n, "No counted vote was paid a stipend.");
  return problems;
}
