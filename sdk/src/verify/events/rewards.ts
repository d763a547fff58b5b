import { LeafKind, NodeKind, Phase, PotOrigin } from "../../generated/enums.ts";
import { dataHash, hashPayments, type Payment } from "../../ledger/preimages.ts";
import { flow } from "../../model/flow.ts";
import { split } from "../../model/split.ts";
import { accountNode, nodeKind } from "../../node.ts";
import type { Chronicle } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import { linkOf, potOf, setPot } from "../lookup.ts";
import type { EventLog, Handlers } from "./handler.ts";
import { requireVotes } from "./voice.ts";

export const rewardHandlers = {
  Flowed(chronicle, log) {
    const { token, source, origin, amount, minted, payments } = log.args;
    const expected = expectedPayments(chronicle, log);
    if (expected && hashPayments(payments) !== hashPayments(expected)) {
      chronicle.problems.add("Payments", paymentsSentence(source, payments, expected), log);
    }
    if (origin === PotOrigin.Settlement) settle(chronicle, log);
    else if (origin === PotOrigin.Reward) takeReward(chronicle, log);
    else takePool(chronicle, log);
    for (const payment of payments) {
      const pot = potOf(chronicle, token, payment.node);
      const sum = { amount: pot.amount + payment.amount, minted: pot.minted + payment.minted };
      setPot(chronicle, token, payment.node, sum);
    }
    if (origin !== PotOrigin.Pool) return;
    expectLeaf(chronicle, log, {
      kind: LeafKind.Flowed,
      emitter: chronicle.deployment.addresses.rewardLedger,
      subject: source,
      dataHash: dataHash.Flowed(token, amount, minted, payments),
    });
  },

  Rewarded(chronicle, log) {
    const { token, contribution, payer, amount, citadel } = log.args;
    const { problems, deployment, commons } = chronicle;
    const { azoraToken, citadelFund, rewardLedger } = deployment.addresses;
    const { openReward } = commons;
    commons.openReward = undefined;
    const parts = split(amount);
    problems.same("Citadel", `The tenth of a reward of ${contribution}`, citadel, parts.citadel, log);
    problems.same("Payments", "The work rewarded", contribution, openReward?.contribution, log);
    problems.same("Payments", "The token of a reward", token, openReward?.token, log);
    problems.same("Payments", `The people's part of a reward`, openReward?.people, parts.people, log);
    const before = commons.rewarded.get(token) ?? { amount: 0n, citadel: 0n };
    commons.rewarded.set(token, { amount: before.amount + amount, citadel: before.citadel + citadel });
    commons.rewards += 1;
    if (token === azoraToken) {
      chronicle.donated -= amount;
      if (citadel > 0n)
        chronicle.expectedTransfers.push({ from: rewardLedger, to: citadelFund, value: citadel });
    }
    expectLeaf(chronicle, log, {
      kind: LeafKind.Rewarded,
      emitter: rewardLedger,
      subject: contribution,
      actor: payer,
      dataHash: dataHash.Rewarded(token, amount, citadel, openReward?.payments ?? []),
    });
  },

  Withdrawn(chronicle, log) {
    const { token, account, to, amount } = log.args;
    const { problems, deployment } = chronicle;
    const { azoraToken, rewardLedger } = deployment.addresses;
    const node = accountNode(account);
    const credit = potOf(chronicle, token, node);
    problems.same("Withdrawal", `The withdrawal of ${account}`, amount, credit.amount, log);
    setPot(chronicle, token, node, { amount: 0n, minted: credit.minted });
    const { commons } = chronicle;
    commons.withdrawn.set(token, (commons.withdrawn.get(token) ?? 0n) + amount);
    if (token !== azoraToken) return;
    chronicle.withdrawn += amount;
    requireVotes(chronicle, log);
    if (credit.minted > (commons.units.get(account) ?? 0n))
      commons.openUnits = { account, units: credit.minted };
    chronicle.expectedTransfers.push({ from: rewardLedger, to, value: amount });
  },
} satisfies Handlers<"Flowed" | "Rewarded" | "Withdrawn">;

/** What each recipient must get, from the registered attribution or the link. */
function expectedPayments(chronicle: Chronicle, log: EventLog<"Flowed">): readonly Payment[] | undefined {
  const { source, amount, minted } = log.args;
  const { problems, works, timestamp = 0n } = chronicle;
  if (nodeKind(source) === NodeKind.Identity) {
    const { account, effectiveAt } = linkOf(chronicle, source);
    if (account !== undefined && timestamp >= effectiveAt)
      return [{ node: accountNode(account), amount, minted }];
    problems.add("Payments", `The pool of ${source} flowed, although it is not linked.`, log);
    return undefined;
  }
  const work = works.get(source);
  if (work) return flow(work.attribution, { amount, minted });
  problems.add("Payments", `The pool of ${source} flowed, which was never registered.`, log);
  return undefined;
}

/** A settlement's pot is newly minted, and its leaf is that of the settlement. */
function settle(chronicle: Chronicle, log: EventLog<"Flowed">): void {
  const { source, amount, minted, payments } = log.args;
  const { problems, openSettlement, deployment } = chronicle;
  chronicle.openSettlement = undefined;
  if (openSettlement === undefined) {
    problems.add("Payments", `${source} flowed as a settlement, but nothing was settled.`, log);
    return;
  }
  problems.same("Payments", "The source of a settlement", source, openSettlement.contribution, log);
  problems.same("Payments", `The people's part of ${source}`, amount, openSettlement.people, log);
  problems.same("Payments", `The newly minted part of ${source}`, minted, amount, log);
  expectLeaf(chronicle, log, {
    kind: LeafKind.Settled,
    emitter: deployment.addresses.proofOfValue,
    subject: openSettlement.contribution,
    dataHash: openSettlement.leaf(payments),
  });
}

/** A reward's pot is what arrived, less the tenth, and never newly minted; its own event follows. */
function takeReward(chronicle: Chronicle, log: EventLog<"Flowed">): void {
  const { token, source, amount, minted, payments } = log.args;
  const { problems, works, commons } = chronicle;
  const phase = works.get(source)?.phase;
  if (phase !== Phase.Accepted && phase !== Phase.Settled)
    problems.add("Payments", `${source} was rewarded, but it is not accepted.`, log);
  problems.same("Payments", `The newly minted part of a reward of ${source}`, minted, 0n, log);
  commons.openReward = { token, contribution: source, people: amount, payments };
}

/** Any other pot is the whole pool of its source. */
function takePool(chronicle: Chronicle, log: EventLog<"Flowed">): void {
  const { token, source, amount, minted } = log.args;
  const pool = potOf(chronicle, token, source);
  chronicle.problems.same("Payments", `The pool of ${source}`, amount, pool.amount, log);
  chronicle.problems.same(
    "Payments",
    `The newly minted part of the pool of ${source}`,
    minted,
    pool.minted,
    log,
  );
  setPot(chronicle, token, source, { amount: 0n, minted: 0n });
}

/** Names the first payment that differs. */
function paymentsSentence(source: string, actual: readonly Payment[], expected: readonly Payment[]): string {
  const differs = (a?: Payment, b?: Payment) =>
    a?.node !== b?.node || a?.amount !== b?.amount || a?.minted !== b?.minted;
  const say = (payment?: Payment) =>
    payment ? `${payment.amount} (${payment.minted} new) to ${payment.node}` : "none";
  const length = Math.max(actual.length, expected.length);
  const at = Array.from({ length }, (_, i) => i).find((i) => differs(actual[i], expected[i])) ?? 0;
  return `Payment ${at} of ${source} is ${say(actual[at])}, but its attribution says ${say(expected[at])}.`;
}
