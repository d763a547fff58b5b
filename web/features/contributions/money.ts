import type { Flow, Payment, Settlement } from "#lib/api/types.ts";

/** All of it, in parts per million. */
export const WHOLE = 1_000_000;

export interface Recipient {
  /** The node that was paid; undefined for those that are shown as one. */
  node: string | undefined;
  kind: "contributor" | "upstream" | "commons" | "others";
  amount: bigint;
  /** How many are in it. */
  count: number;
  /** By which its page finds it; undefined for what is no single payment. */
  payment: { readonly flow: string; readonly position: number } | undefined;
}

export interface Division {
  amount: bigint;
  citadel: bigint;
  people: bigint;
  /** Largest first; the commons last. */
  recipients: Recipient[];
}

/** Who got what of a settlement. */
export function divide(settlement: Settlement, flows: readonly Flow[]): Division {
  const flow = flows.find((each) => each.settlement);
  const payments = flow?.payments.map((payment, position) => toRecipient(payment, flow.id, position)) ?? [];
  const citadel = BigInt(settlement.citadel);
  return {
    amount: BigInt(settlement.amount),
    citadel,
    people: BigInt(settlement.people),
    recipients: [
      ...payments.sort(byAmount),
      { node: undefined, kind: "commons", amount: citadel, count: 1, payment: undefined },
    ],
  };
}

/** The largest people's parts as they are, all others as one, so that a picture stays legible. */
export function foldRecipients(recipients: readonly Recipient[], limit: number): Recipient[] {
  const people = recipients.filter(({ kind }) => kind !== "commons");
  const commons = recipients.filter(({ kind }) => kind === "commons");
  if (people.length <= limit) return [...people, ...commons];
  const rest = people.slice(limit - 1);
  const others: Recipient = {
    node: undefined,
    kind: "others",
    amount: rest.reduce((sum, { amount }) => sum + amount, 0n),
    count: rest.length,
    payment: undefined,
  };
  return [...people.slice(0, limit - 1), others, ...commons];
}

/** `12.5` of a hundred, cut after the second digit. */
export function percentOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 10_000n) / whole) / 100;
}

/** A weight in parts per million as `12.5%`: exact, never rounded. */
export function formatWeight(ppm: number): string {
  return `${ppm / 10_000}%`;
}

/** What is left for contributors after the works it is built on had theirs. */
export function contributorsPart(upstream: readonly { weight: number }[]): number {
  return WHOLE - upstream.reduce((sum, { weight }) => sum + weight, 0);
}

const toRecipient = ({ node, kind, amount }: Payment, flow: string, position: number): Recipient => ({
  node,
  kind: kind === "Contribution" ? "upstream" : "contributor",
  amount: BigInt(amount),
  count: 1,
  payment: { flow, position },
});

const byAmount = (a: Recipient, b: Recipient): number =>
  b.amount > a.amount ? 1 : b.amount < a.amount ? -1 : 0;
