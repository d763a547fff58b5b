import { getAddress, type Hex } from "viem";
import type { Schemas } from "../../api/client.ts";
import { PotOrigin, potOriginNames } from "../../generated/enums.ts";
import type { Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { byAddress, kindOf, latest, nameIn } from "./names.ts";

const FLOWS = 20;
const REWARDS = 20;
const RECEIVED = 20;
/** Anybody can make a token, and reward with it. */
export const TOKENS = 20;

/** A part of a flow. */
export interface Paid {
  readonly flow: Entry<"Flowed">;
  readonly position: number;
  readonly node: Hex;
  readonly amount: bigint;
  readonly minted: bigint;
}

/** What came to a node, in order. */
export function paymentsTo({ book }: At, node: string): Paid[] {
  const flows = book.which("Flowed", "node", ({ payments }) => payments.map((each) => each.node), node);
  return flows.flatMap(paymentsOf).filter((each) => each.node === node);
}

export const paymentsOf = (flow: Entry<"Flowed">): Paid[] =>
  flow.args.payments.map(({ node, amount, minted }, position) => ({ flow, position, node, amount, minted }));

/** A payment as lists of them tell it. */
export const paymentFacts = ({ flow, position, node, amount, minted }: Paid) =>
  by("the log Flowed", {
    flow: flow.id,
    position,
    token: flow.args.token,
    source: flow.args.source,
    sourceKind: kindOf(flow.args.source),
    node,
    kind: kindOf(node),
    amount: amount.toString(),
    minted: minted.toString(),
    timestamp: flow.time,
  });

/** Other tokens than AZR that ever came to a node, in order. */
export function tokensTo(at: At, node: string): Hex[] {
  const tokens = new Set(paymentsTo(at, node).map(({ flow }) => getAddress(flow.args.token)));
  tokens.delete(getAddress(at.azr));
  return [...tokens].sort(byAddress).slice(0, TOKENS);
}

const received = (at: At, token: Hex, node: Hex): string =>
  paymentsTo(at, node)
    .filter(({ flow }) => flow.args.token === token)
    .reduce((sum, { amount }) => sum + amount, 0n)
    .toString();

const readPool = ({ client, contracts }: At, token: Hex, node: Hex) =>
  client.readContract({ ...contracts.rewards, functionName: "poolOf", args: [token, node] });

/** What waits for a node, of AZR. */
export async function poolOf(at: At, node: Hex): Promise<Expected<Schemas["Pool"]>> {
  const [balance, minted] = await readPool(at, at.azr, node);
  return {
    ...by("eth_call RewardLedger.poolOf", { balance: balance.toString(), minted: minted.toString() }),
    received: by("the logs Flowed", received(at, at.azr, node)),
  };
}

export const tokenPoolsOf = (at: At, node: Hex): Promise<Expected<Schemas["TokenPool"]>[]> =>
  Promise.all(
    tokensTo(at, node).map(async (token) => ({
      ...by("the logs Flowed", { token, received: received(at, token, node) }),
      balance: by("eth_call RewardLedger.poolOf", (await readPool(at, token, node))[0].toString()),
    })),
  );

export const rewardsOf = ({ book }: At, id: Hex): Expected<Schemas["Reward"]>[] =>
  latest(book.of("Rewarded", "contribution", id), REWARDS).map((entry) => {
    const { token, payer, amount, citadel } = entry.args;
    return by("the log Rewarded", {
      id: entry.id,
      token,
      payer,
      amount: amount.toString(),
      citadel: citadel.toString(),
      timestamp: entry.time,
      tx: entry.transactionHash,
    });
  });

export const flowsOf = ({ book }: At, source: Hex): Expected<Schemas["Flow"]>[] =>
  latest(book.of("Flowed", "source", source), FLOWS).map((entry) => {
    const { token, origin, amount, minted, payments } = entry.args;
    return by("the log Flowed", {
      id: entry.id,
      token,
      origin: nameIn(potOriginNames, origin),
      settlement: origin === PotOrigin.Settlement,
      amount: amount.toString(),
      minted: minted.toString(),
      timestamp: entry.time,
      tx: entry.transactionHash,
      payments: payments.map((each) => ({
        node: each.node,
        kind: kindOf(each.node),
        amount: each.amount.toString(),
        minted: each.minted.toString(),
      })),
    });
  });

/** What came to an account or identity, latest first: later flows first, and of one the later positions. */
export const receivedOf = (at: At, node: Hex): Expected<Schemas["Received"]>[] =>
  latest(paymentsTo(at, node), RECEIVED).map(({ flow, position, amount, minted }) => {
    const { token, source } = flow.args;
    return by("the log Flowed", {
      flow: flow.id,
      position,
      token,
      source,
      sourceKind: kindOf(source),
      amount: amount.toString(),
      minted: minted.toString(),
      timestamp: flow.time,
    });
  });
