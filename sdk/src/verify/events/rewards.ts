import { LeafKind, NodeKind } from "../../generated/enums.ts";
import { dataHash, hashPayments, type Payment } from "../../ledger/preimages.ts";
import { flow } from "../../model/flow.ts";
import { accountNode, nodeKind } from "../../node.ts";
import type { Chronicle } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import { linkOf, potOf, setPot } from "../lookup.ts";
import type { EventLog, Handlers } from "./handler.ts";

export const rewardHandlers = {
  Flowed(chronicle, log) {
    const { token, source, settlement, amount, minted, payments } = log.args;
    const expected = expectedPayments(chronicle, log);
    if (expected && hashPayments(payments) !== hashPayments(expected)) {
      chronicle.problems.add("Payments", paymentsSentence(source, payments, expected), log);
    }
    if (settlement) settle(chronicle, log);
    else takePool(chronicle, log);
    for (const payment of payments) {
      const pot = potOf(chronicle, token, payment.node);
      const sum = { amount: pot.amount + payment.amount, minted: pot.minted + payment.minted };
      setPot(chronicle, token, payment.node, sum);
    }
    if (settlement) return;
    expectLeaf(chronicle, log, {
      kind: LeafKind.Flowed,
      emitter: chronicle.deployment.addresses.rewardLedger,
      subject: source,
      dataHash: dataHash.Flowed(token, amount, minted, payments),
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
    if (token !== azoraToken) return;
    chronicle.withdrawn += amount;
    chronicle.expectedTransfers.push({ from: rewardLedger, to, value: amount });
  },
} satisfies Handlers<"Flowed" | "Withdrawn">;

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
