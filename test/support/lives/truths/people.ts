import * as tables from "@azora/indexer/schema";
import { accountNode, type Node, NodeKind, nodeAccount, nodeKind } from "@azora/sdk";
import type { Address } from "viem";
import type { Happened, Past } from "../Past.ts";
import { sumOf, type Truths, truth } from "./truth.ts";

/** Accounts and identities that take part by an event. Others that it names, such as tokens, are no people. */
function peopleIn(log: Happened): readonly Node[] {
  switch (log.eventName) {
    case "Registered":
      return [accountNode(log.args.registrant), ...log.args.attribution.contributors.map(({ node }) => node)];
    case "Reopened":
      return [accountNode(log.args.payer)];
    case "LinkProposed":
      return [accountNode(log.args.account), log.args.identity];
    case "ProposalCreated":
      return [accountNode(log.args.proposer)];
    case "VoteCast":
    case "VoteCastWithParams":
      return [accountNode(log.args.voter)];
    case "Granted":
      return [accountNode(log.args.to)];
    case "Reserved":
    case "Challenged":
      return [accountNode(log.args.challenger)];
    case "Flowed":
      return log.args.payments.flatMap(({ node }) => (isAccount(node) ? [node] : []));
    case "GenesisNamed":
    case "Seated":
      return [accountNode(log.args.account)];
    case "DelegateChanged":
      return [accountNode(log.args.toDelegate)];
    default:
      return [];
  }
}

const isAccount = (node: Node) => nodeKind(node) === NodeKind.Account;

/** When each first took part. */
function firstSeen(past: Past): ReadonlyMap<Node, bigint> {
  const seen = new Map<Node, bigint>();
  for (const log of past.logs.toReversed()) for (const node of peopleIn(log)) seen.set(lower(node), log.at);
  return seen;
}

/** How many works credit a node. */
const creditsOf = (past: Past, node: Node): number =>
  past
    .of("Registered")
    .filter(({ args }) => args.attribution.contributors.some((share) => lower(share.node) === node)).length;

const lower = (node: Node): Node => `0x${node.slice(2).toLowerCase()}`;

const registeredBy = (past: Past, account: Address): number =>
  past.of("Registered").filter(({ args }) => accountNode(args.registrant) === accountNode(account)).length;

/** Payments of AZR to a node. */
const paymentsTo = (past: Past, node: Node) =>
  past
    .of("Flowed")
    .flatMap(({ args }) => (past.isAzr(args.token) ? args.payments : []))
    .filter((payment) => lower(payment.node) === node);

function earnedBy(past: Past, node: Node): bigint | null {
  const payments = paymentsTo(past, node);
  if (payments.length === 0 && creditsOf(past, node) === 0) return null;
  return sumOf(payments.map(({ minted }) => minted));
}

const receivedBy = (past: Past, node: Node): bigint | null =>
  creditsOf(past, node) === 0 ? null : sumOf(paymentsTo(past, node).map(({ amount }) => amount));

/** Whether the last that happened to an identity's link was that it was proposed. */
const isLinked = (past: Past, node: Node): boolean =>
  past
    .of("LinkProposed", "LinkVetoed")
    .filter(({ args }) => lower(args.identity) === node)
    .at(-1)?.eventName === "LinkProposed";

/** How many are people: accounts that were credited or paid, and credited identities without a link. */
export function countPeople(past: Past): number {
  const credited = past.of("Registered").flatMap(({ args }) => args.attribution.contributors);
  const paid = past.of("Flowed").flatMap(({ args }) => (past.isAzr(args.token) ? args.payments : []));
  const nodes = new Set([...credited, ...paid].map(({ node }) => lower(node)));
  return [...nodes].filter(
    (node) => isAccount(node) || (nodeKind(node) === NodeKind.Identity && !isLinked(past, node)),
  ).length;
}

export const peopleTruths: Truths = (past) => {
  const seen = [...firstSeen(past)];
  return [
    truth(
      tables.account,
      seen
        .filter(([node]) => isAccount(node))
        .map(([node, firstSeenAt]) => ({
          address: nodeAccount(node),
          firstSeenAt,
          registered: registeredBy(past, nodeAccount(node)),
          credited: creditsOf(past, node),
          earned: earnedBy(past, node),
        })),
    ),
    truth(
      tables.identity,
      seen
        .filter(([node]) => !isAccount(node))
        .map(([node, firstSeenAt]) => ({
          node,
          firstSeenAt,
          credited: creditsOf(past, node),
          received: receivedBy(past, node),
        })),
    ),
    truth(
      tables.link,
      past.of("LinkProposed").map(({ args: { identity, nonce } }) => ({ identity, nonce })),
    ),
    truth(
      tables.attestor,
      [...new Set(past.of("AttestorSet").map(({ args }) => args.attestor))].map((account) => ({ account })),
    ),
    truth(
      tables.attestorTerm,
      past.of("AttestorSet").map((log) => ({ leaf: past.leafOf(log), tx: log.transactionHash })),
    ),
  ];
};
