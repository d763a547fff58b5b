import { zeroAddress } from "viem";
import { LeafKind, Phase } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { budget, settlementRate } from "../../model/emission.ts";
import { points as pointsFor } from "../../model/score.ts";
import { split } from "../../model/split.ts";
import { microAzrToWei } from "../../units.ts";
import type { Chronicle, ChronicleWork } from "../chronicle.ts";
import { expectLeaf, requireNoLeaf } from "../leaves.ts";
import { challengeEndOf, epochAt, epochOf, ruleOf, sealableAt } from "../lookup.ts";
import type { EventLog, Handlers } from "./handler.ts";
import { workIn } from "./workIn.ts";

export const settlementHandlers = {
  Uncritiqued(chronicle, log) {
    const { contribution, opening, round } = log.args;
    const { problems, critiques, deployment } = chronicle;
    const work = workIn(chronicle, log, contribution, Phase.Scored);
    if (work === undefined) return;
    const count = critiques.get(contribution) ?? 0;
    problems.same("Critics", `The number of critiques of ${contribution}`, 0, count, log);
    work.uncritiqued = true;
    expectLeaf(chronicle, log, {
      kind: LeafKind.Uncritiqued,
      emitter: deployment.addresses.proofOfValue,
      subject: contribution,
      dataHash: dataHash.Uncritiqued(opening, round),
    });
  },

  Finalized(chronicle, log) {
    const { contribution, opening, round, level, points, epoch, late } = log.args;
    const { problems, deployment } = chronicle;
    const work = workIn(chronicle, log, contribution, Phase.Scored);
    if (work === undefined) return;
    problems.same("Score", `The final level of ${contribution}`, BigInt(level), work.level, log);
    problems.same("Score", `The points of ${contribution}`, points, pointsFor(BigInt(level)), log);
    const criticised = chronicle.critiques.has(contribution);
    const what = `Whether ${contribution} is noted as uncritiqued`;
    problems.same("Critics", what, work.uncritiqued ?? false, !criticised, log);
    work.phase = points === 0n ? Phase.Rejected : Phase.Accepted;
    if (points > 0n) join(chronicle, log, work);
    expectLeaf(chronicle, log, {
      kind: LeafKind.Finalized,
      emitter: deployment.addresses.proofOfValue,
      subject: contribution,
      dataHash: dataHash.Finalized(opening, round, level, points, epoch, late),
    });
  },

  EpochsStarted(chronicle, log) {
    const { genesisTime, epochLength } = log.args;
    const { problems, timestamp } = chronicle;
    problems.same("Epoch", "The length of epochs before their start", chronicle.epochLength, undefined, log);
    if (timestamp !== undefined) problems.same("Epoch", "The start of epochs", genesisTime, timestamp, log);
    chronicle.genesisTime = genesisTime;
    chronicle.epochLength = epochLength;
  },

  EpochSealed(chronicle, log) {
    const { epoch, points, budget: claimed, rate } = log.args;
    const { problems, timestamp } = chronicle;
    const number = BigInt(epoch);
    const state = epochOf(chronicle, number);
    problems.same("Epoch", `The sealing of epoch ${epoch} before`, state.isSealed, false, log);
    problems.same("Epoch", `The points of epoch ${epoch}`, points, state.points, log);
    problems.same("Epoch", `The budget of epoch ${epoch}`, claimed, budget(number), log);
    problems.same(
      "Epoch",
      `The rate of epoch ${epoch}`,
      rate,
      state.points === 0n ? 0n : budget(number) / state.points,
      log,
    );
    if (timestamp !== undefined && timestamp < sealableAt(chronicle, number)) {
      problems.add("Epoch", `Epoch ${epoch} was sealed before its time.`, log);
    }
    state.isSealed = true;
  },

  Settled(chronicle, log) {
    const { contribution, epoch, points, rate, amount, citadel } = log.args;
    const { problems, settled, deployment, expectedTransfers } = chronicle;
    const work = workIn(chronicle, log, contribution, Phase.Accepted);
    if (work === undefined) return;
    const what = `of the settlement of ${contribution}`;
    problems.same("Settlement", `The epoch ${what}`, BigInt(epoch), work.epoch, log);
    problems.same(
      "Settlement",
      `The seal of the epoch ${what}`,
      epochOf(chronicle, work.epoch).isSealed,
      true,
      log,
    );
    problems.same("Settlement", `The number of points ${what}`, points, pointsFor(work.level), log);
    problems.same("Settlement", `The rate ${what}`, rate, rateOf(chronicle, work), log);
    problems.same("Settlement", `The amount ${what}`, amount, points * rate, log);
    const parts = split(amount);
    problems.same("Citadel", `The tenth ${what}`, citadel, parts.citadel, log);

    work.phase = Phase.Settled;
    epochOf(chronicle, work.epoch).settled = true;
    settled.count += 1;
    settled.amount += amount;
    settled.citadel += citadel;
    const { citadelFund, rewardLedger } = deployment.addresses;
    expectedTransfers.push({ from: zeroAddress, to: citadelFund, value: parts.citadel });
    expectedTransfers.push({ from: zeroAddress, to: rewardLedger, value: parts.people });
    requireNoLeaf(chronicle, log);
    // The leaf covers the payments, which the flow tells.
    chronicle.openSettlement = {
      contribution,
      people: parts.people,
      leaf: (payments) => dataHash.Settled(epoch, rate, amount, citadel, payments),
    };
  },
} satisfies Handlers<"EpochsStarted" | "Uncritiqued" | "Finalized" | "EpochSealed" | "Settled">;

/** The epoch of the last window or, if that is closed, the present one. */
function join(chronicle: Chronicle, log: EventLog<"Finalized">, work: ChronicleWork): void {
  const { contribution, epoch, late, points } = log.args;
  const { problems, timestamp } = chronicle;
  const windowEnd = challengeEndOf(chronicle, work);
  const due = epochAt(chronicle, windowEnd);
  if (timestamp !== undefined) {
    if (timestamp < windowEnd) problems.add("Judgement", `${contribution} was finalized too early.`, log);
    // A work that comes too late for an epoch seals it first, in the same transaction.
    const isLate = epochOf(chronicle, due).isSealed;
    if (timestamp >= sealableAt(chronicle, due) && !isLate) {
      problems.add("Epoch", `${contribution} came too late for epoch ${due}, which was not sealed.`, log);
    }
    problems.same("Epoch", `The lateness of ${contribution}`, late, isLate, log);
    const joined = isLate ? epochAt(chronicle, timestamp) : due;
    problems.same("Epoch", `The epoch of ${contribution}`, BigInt(epoch), joined, log);
  }
  work.epoch = BigInt(epoch);
  work.missed = late ? due : undefined;
  epochOf(chronicle, work.epoch).points += points;
}

/** In wei a point, from the rules of the work's version and the points of its epochs. */
function rateOf(chronicle: Chronicle, { epoch, missed, level, rulesVersion }: ChronicleWork): bigint {
  const at = (number: bigint) => ({ epoch: number, points: epochOf(chronicle, number).points });
  const cap = microAzrToWei(ruleOf(chronicle, "PointPriceCap", rulesVersion));
  return settlementRate(pointsFor(level), at(epoch), missed === undefined ? undefined : at(missed), cap);
}
