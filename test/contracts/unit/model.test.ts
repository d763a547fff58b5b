import { randomInt } from "node:crypto";
import { expect } from "chai";
import { run } from "../../support/lockstep/run.ts";

const RUNS = Number(process.env.AZORA_RUNS ?? 256);
const CALLS = 130;
/** The seed of the first run; each further one has the next. */
const SEED = Number(process.env.AZORA_SEED ?? randomInt(2 ** 31));
/** Fewer runs repeat something; they need not see everything. */
const ENOUGH = 256;

/** How often each must have come about in all runs: fuzzing that gets nowhere shows nothing. */
const LEAST: Readonly<Record<string, number>> = {
  scored: 300,
  rejected: 40,
  accepted: 200,
  settled: 150,
  late: 25,
  "settled late": 25,
  redrawn: 100,
  rearmed: 25,
  void: 40,
  "draw from the history contract": 10,
  "flowed on": 3,
  "flowed to a linked account": 5,
  withdrawn: 60,
  "ether withdrawn": 40,
  linked: 100,
  vetoed: 1,
  appointed: 30,
  dismissed: 1,
  amended: 100,
  "articles amended": 30,
  "critic appointed": 50,
  "critic dismissed": 10,
  criticised: 50,
  "guardian set": 50,
  "registrations stopped": 10,
  "stop lifted": 2,
  challenged: 20,
  flagged: 5,
  "deposit released": 3,
  "deposit forfeited": 5,
  "challenge upheld": 5,
  "challenge dismissed": 5,
  "challenge inconclusive": 15,
  "fee shared": 5,
  "absence proven": 25,
  "leak proven": 1,
  "outlier proven": 1,
  reopened: 4,
  "seat left": 20,
  removed: 10,
  "bond topped up": 4,
  "bond withdrawn": 4,
  "ether of validatorRegistry withdrawn": 4,
  "ether of disputes withdrawn": 1,
  rewarded: 5,
  granted: 4,
  "fund's epoch opened": 60,
  "stipends paid": 5,
  delegated: 30,
  sealed: 20,
  seated: 1_000,
  ProofOfValue_PartyVote: 50,
};

/** What the contracts must have refused at least once. Rarer refusals have their unit tests. */
const REFUSALS = [
  "AttributionRegistry_AlreadyAttestor",
  "AttributionRegistry_AlreadyRegistered",
  "AttributionRegistry_AttributionMismatch",
  "AttributionRegistry_BondTooSmall",
  "AttributionRegistry_DeadlinePassed",
  "AttributionRegistry_EmptyEvidence",
  "AttributionRegistry_InvalidAccount",
  "AttributionRegistry_InvalidContributor",
  "AttributionRegistry_InvalidSignature",
  "AttributionRegistry_InvalidUpstream",
  "AttributionRegistry_LinkExists",
  "AttributionRegistry_NoContributors",
  "AttributionRegistry_NoPendingLink",
  "AttributionRegistry_NotAscending",
  "AttributionRegistry_NotAttestor",
  "AttributionRegistry_NotIdentity",
  "AttributionRegistry_NotTimelock",
  "AttributionRegistry_ProtocolAddress",
  "AttributionRegistry_TooFewAttestations",
  "AttributionRegistry_UpstreamNotAccepted",
  "AttributionRegistry_UpstreamTooHeavy",
  "AttributionRegistry_UriTooLong",
  "AttributionRegistry_WeightTooSmall",
  "AttributionRegistry_WeightsNotWhole",
  "CitadelFund_AlreadyOpen",
  "CitadelFund_CapExceeded",
  "CitadelFund_InvalidRecipient",
  "CitadelFund_NoClaims",
  "CitadelFund_NotCounted",
  "CitadelFund_NotTimelock",
  "CitadelFund_NothingGranted",
  "CitadelFund_StipendsExceeded",
  "Constitution_CriticUnchanged",
  "Constitution_InvalidScore",
  "Constitution_InvalidStop",
  "Constitution_MayNotLift",
  "Constitution_MissingArticles",
  "Constitution_MissingDocument",
  "Constitution_MissingRationale",
  "Constitution_MissingSelfCritique",
  "Constitution_MissingStopReason",
  "Constitution_NotCritic",
  "Constitution_NotGuardian",
  "Constitution_NotStopped",
  "Constitution_NotTimelock",
  "Constitution_OutOfBounds",
  "Constitution_StoppedLately",
  "Constitution_ThresholdTooLow",
  "Constitution_Unchanged",
  "Constitution_UnknownSubject",
  "Disputes_AlreadyChallenged",
  "Disputes_InvalidGround",
  "Disputes_NoShare",
  "Disputes_NotChallenged",
  "Disputes_NotOverturned",
  "Disputes_NotScored",
  "Disputes_WindowClosed",
  "EtherCredits_InvalidRecipient",
  "EtherCredits_NothingOwed",
  "EtherCredits_TransferFailed",
  "ProofOfValue_ChallengeOpen",
  "ProofOfValue_CommitClosed",
  "ProofOfValue_DrawMissed",
  "ProofOfValue_DrawTooEarly",
  "ProofOfValue_EpochAlreadySealed",
  "ProofOfValue_EpochNotSealed",
  "ProofOfValue_InvalidCommitment",
  "ProofOfValue_InvalidHeader",
  "ProofOfValue_InvalidLevel",
  "ProofOfValue_NoMatchingCommitment",
  "ProofOfValue_NotOnPanel",
  "ProofOfValue_PartyVote",
  "ProofOfValue_RevealClosed",
  "ProofOfValue_RevealOpen",
  "ProofOfValue_Stopped",
  "ProofOfValue_TooFewSeats",
  "ProofOfValue_WrongPhase",
  "Reservations_AlreadyReserved",
  "Reservations_DepositTooSmall",
  "Reservations_EmptyHash",
  "Reservations_Expired",
  "Reservations_NotExpired",
  "Reservations_NotReserved",
  "Reservations_TooYoung",
  "RewardLedger_AttributionMismatch",
  "RewardLedger_CannotFlow",
  "RewardLedger_IdentityNotLinked",
  "RewardLedger_InvalidRecipient",
  "RewardLedger_NothingOwed",
  "RewardLedger_NothingToFlow",
  "RewardLedger_UnexpectedAttribution",
  "ValidatorRegistry_AlreadySeated",
  "ValidatorRegistry_MissingReason",
  "ValidatorRegistry_NotEligible",
  "ValidatorRegistry_NotSeated",
  "ValidatorRegistry_StillSeated",
  "ValidatorRegistry_TooFewLeft",
  "ValidatorRegistry_UnknownStint",
  "ValidatorRegistry_WrongTopUp",
  "ValidatorRegistry_WrongBond",
] as const;

describe("Contracts and reference model", function () {
  this.timeout(1_800_000);
  const outcomes = new Map<string, number>();

  it("AZ-01, AZ-02, AZ-03, AZ-04, AZ-05, AZ-06, AZ-07, AZ-08, AZ-10, AZ-11, AZ-12, AZ-13: agree call for call and to the wei", async () => {
    for (let index = 0; index < RUNS; index += 1) {
      const world = await run(SEED + index, CALLS);
      for (const [name, count] of world.outcomes) outcomes.set(name, (outcomes.get(name) ?? 0) + count);
    }
  });

  it("met every outcome and every refusal often enough for that to mean something", function () {
    if (RUNS < ENOUGH) this.needs(false, `run ${ENOUGH} or more: AZORA_RUNS=${ENOUGH}`);
    const least = new Map([...Object.entries(LEAST), ...REFUSALS.map((name) => [name, 1] as const)]);
    const rare = [...least].filter(([name, count]) => (outcomes.get(name) ?? 0) < count);
    expect(
      rare.map(([name, count]) => `${name}: ${outcomes.get(name) ?? 0} of ${count}`),
      `with seed ${SEED}`,
    ).to.deep.equal([]);
  });
});
