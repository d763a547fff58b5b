import type { Ballot, ContributionDetail, LeafKind, Round } from "#lib/api/types.ts";

/** The way of a work, as one follows a parcel. */
export type StepKind =
  | "registered"
  | "drawn"
  | "missed"
  | "committed"
  | "revealed"
  | "scored"
  | "silent"
  | "window"
  | "accepted"
  | "rejected"
  | "void"
  | "paid";

export interface Step {
  kind: StepKind;
  state: "done" | "current" | "upcoming";
  round: number;
  /** When it happened. */
  at: number | undefined;
  /** When it can happen, or is over, if that is known yet. */
  due: number | undefined;
  /** How many judges did it, and of how many. */
  count: number | undefined;
  of: number | undefined;
  /** Its decision on the audit ledger. */
  record: number | undefined;
}

type Draft = Omit<Partial<Step>, "state"> & Pick<Step, "kind" | "state">;

/** The steps of a work, as of a time by the chain's clock: what happened, what is going on, what is to come. */
export function timelineOf(work: ContributionDetail, now: number): Step[] {
  const rounds = work.rounds.toSorted((a, b) => a.round - b.round);
  const steps: Draft[] = [
    { kind: "registered", state: "done", at: work.registeredAt, record: recordOf(work, "Registered") },
    ...rounds.flatMap((round) => roundSteps(work, round, now)),
    ...endSteps(work, now),
  ];
  return steps.map(complete);
}

/** What is going on. Undefined when nothing is left to happen. */
export function currentStep(steps: readonly Step[]): Step | undefined {
  return steps.find(({ state }) => state === "current");
}

const complete = (draft: Draft): Step => ({
  ...{ round: 1, at: undefined, due: undefined, count: undefined, of: undefined, record: undefined },
  ...draft,
});

function roundSteps(work: ContributionDetail, round: Round, now: number): Draft[] {
  const steps = votingSteps(work, round, now);
  return steps.map((step) => ({ ...step, round: round.round }));
}

function votingSteps(work: ContributionDetail, round: Round, now: number): Draft[] {
  const isPresent = round.round === work.round && !isOver(work);
  if (round.drawnAt === null) {
    // A round without a panel that is not the present one was armed in vain.
    if (!isPresent) return [{ kind: "missed", state: "done" }];
    return [{ kind: "drawn", state: "current" }, ...upcoming("committed", "revealed", "scored")];
  }
  const { commitEnd, revealEnd, ballots, panelSize: of } = round;
  const drawn: Draft = {
    kind: "drawn",
    state: "done",
    at: round.drawnAt,
    of,
    record: roundRecord(work, round, "Drawn", ({ drawnAt }) => drawnAt !== null),
  };
  const committed = voting(
    "committed",
    commitEnd,
    tally(ballots, "committedAt"),
    of,
    !isPresent || passed(commitEnd, now),
  );
  const isCommitting = committed.state === "current";
  const revealed = voting(
    "revealed",
    revealEnd,
    tally(ballots, "revealedAt"),
    of,
    !isPresent || passed(revealEnd, now),
  );
  const isRevealing = revealed.state === "current" && !isCommitting;
  return [
    drawn,
    committed,
    { ...revealed, state: isCommitting ? "upcoming" : revealed.state },
    verdict(work, round, isCommitting || isRevealing),
  ];
}

function voting(
  kind: "committed" | "revealed",
  end: number | null,
  count: number,
  of: number,
  isOver: boolean,
): Draft {
  const due = end ?? undefined;
  return { kind, state: isOver ? "done" : "current", count, of, due, at: isOver ? due : undefined };
}

/** How a round ended: with a level, or with too few votes. */
function verdict(work: ContributionDetail, round: Round, isVoting: boolean): Draft {
  if (round.level !== null) {
    const record = roundRecord(work, round, "Scored", ({ level }) => level !== null);
    return { kind: "scored", state: "done", at: round.scoredAt ?? undefined, record };
  }
  if (round.round !== work.round || work.phase === "Void")
    return { kind: "silent", state: "done", at: round.scoredAt ?? undefined };
  return { kind: "scored", state: isVoting ? "upcoming" : "current", due: round.revealEnd ?? undefined };
}

function endSteps(work: ContributionDetail, now: number): Draft[] {
  const finalizedAt = timeOf(work, "Finalized");
  const record = recordOf(work, "Finalized");
  switch (work.phase) {
    case "Void":
      return [{ kind: "void", state: "done", at: timeOf(work, "Voided"), record: recordOf(work, "Voided") }];
    case "Scored": {
      const due = work.challengeEnd ?? undefined;
      const isOpen = !passed(work.challengeEnd, now);
      const next = work.level === 0 ? "rejected" : "accepted";
      return [
        { kind: "window", state: isOpen ? "current" : "done", due, at: isOpen ? undefined : due },
        { kind: next, state: isOpen ? "upcoming" : "current", due },
        ...(next === "accepted" ? upcoming("paid") : []),
      ];
    }
    case "Rejected":
      return [
        { kind: "window", state: "done" },
        { kind: "rejected", state: "done", at: finalizedAt, record },
      ];
    case "Accepted":
      return [
        { kind: "window", state: "done" },
        { kind: "accepted", state: "done", at: finalizedAt, record },
        { kind: "paid", state: "current", due: work.sealableAt ?? undefined },
      ];
    case "Settled":
      return [
        { kind: "window", state: "done" },
        { kind: "accepted", state: "done", at: finalizedAt, record },
        { kind: "paid", state: "done", at: work.settlement?.settledAt, record: recordOf(work, "Settled") },
      ];
    default:
      return upcoming("window", "accepted", "paid");
  }
}

const upcoming = (...kinds: StepKind[]): Draft[] => kinds.map((kind) => ({ kind, state: "upcoming" }));

const passed = (end: number | null, now: number): boolean => end !== null && now >= end;

const isOver = ({ phase }: ContributionDetail): boolean => phase !== "Armed" && phase !== "Voting";

const tally = (ballots: readonly Ballot[], field: "committedAt" | "revealedAt"): number =>
  ballots.filter((ballot) => ballot[field] !== null).length;

const find = (work: ContributionDetail, kind: LeafKind) =>
  work.records.find((record) => record.kind === kind);
const recordOf = (work: ContributionDetail, kind: LeafKind) => find(work, kind)?.index;
const timeOf = (work: ContributionDetail, kind: LeafKind) => find(work, kind)?.timestamp;

/** Every round that came so far has its own record of it, in order. */
function roundRecord(
  work: ContributionDetail,
  { round }: Round,
  kind: LeafKind,
  cameSoFar: (round: Round) => boolean,
): number | undefined {
  const before = work.rounds.filter((other) => other.round < round && cameSoFar(other));
  return work.records.filter((record) => record.kind === kind)[before.length]?.index;
}
