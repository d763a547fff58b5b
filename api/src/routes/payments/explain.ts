import { microAzrToWei, model, NodeKind, nodeKind, PotOrigin } from "@azora/sdk";
import type { z } from "zod";
import { checksum, orNull, wei } from "../../http/format.ts";
import type { PaymentRow } from "./incoming.ts";
import type { stepSchema } from "./schema.ts";
import type { Sources } from "./sources.ts";
import type { FlowRow } from "./why.ts";

type Step = z.infer<typeof stepSchema>;

/** Something that is told, and whether it follows to the wei. */
interface Told<T> {
  told: T;
  adds: boolean;
}

const WHOLE = 1_000_000;

/** A payment's part of its pot. */
export function shareOf(
  row: PaymentRow,
  pot: FlowRow,
  { attributions }: Sources,
): Told<NonNullable<Step["share"]>> | undefined {
  if (nodeKind(pot.source) === NodeKind.Identity) {
    const told = { role: "link", weight: WHOLE, before: 0, ...shared(pot) } as const;
    return { told, adds: row.amount === pot.amount && row.minted === pot.minted };
  }
  const attribution = attributions.get(pot.source);
  const isUpstream = row.position < (attribution?.upstream.length ?? 0);
  const shares = (isUpstream ? attribution?.upstream : attribution?.contributors) ?? [];
  const at = shares.findIndex(({ node }) => node === row.node);
  const share = shares[at];
  if (attribution === undefined || share === undefined) return undefined;
  const payments = model.flow(attribution, pot);
  const upstream = payments.slice(0, attribution.upstream.length);
  const left = (key: "amount" | "minted") => upstream.reduce((rest, each) => rest - each[key], pot[key]);
  const expected = payments[row.position];
  return {
    told: {
      role: isUpstream ? "upstream" : "contributor",
      weight: share.weight,
      before: shares.slice(0, at).reduce((total, { weight }) => total + weight, 0),
      ...shared(isUpstream ? pot : { amount: left("amount"), minted: left("minted") }),
    },
    adds: expected?.node === row.node && expected.amount === row.amount && expected.minted === row.minted,
  };
}

const shared = ({ amount, minted }: model.Pot) => ({ ofAmount: wei(amount), ofMinted: wei(minted) });

/** What a settlement's pot follows from: the level, by which the work has points, and what a point was worth. */
export function settlementOf(
  pot: FlowRow,
  { settlements }: Sources,
): Told<NonNullable<Step["settlement"]>> | undefined {
  const found = pot.origin === PotOrigin.Settlement ? settlements.get(pot.source) : undefined;
  if (found === undefined) return undefined;
  const { settlement, level, late, epochPoints, budget } = found;
  const { points, rate, amount, citadel, epoch } = settlement;
  const cap = orNull(found.cap, microAzrToWei);
  const parts = model.split(amount);
  // The epoch that a late work missed is not told here, but can only have made it less.
  const full = cap === null || epochPoints === null ? null : model.rate(BigInt(epoch), epochPoints, cap);
  const isRate = full !== null && (late ? rate <= full : rate === full);
  return {
    told: {
      level,
      points: wei(points),
      rate: wei(rate),
      epoch,
      epochPoints: orNull(epochPoints, wei),
      budget: orNull(budget, wei),
      cap: orNull(cap, wei),
      late,
      amount: wei(amount),
      citadel: wei(citadel),
    },
    adds:
      isRate &&
      level !== null &&
      points === model.points(BigInt(level)) &&
      amount === points * rate &&
      parts.citadel === citadel &&
      parts.people === pot.amount,
  };
}

/** What a reward's pot follows from. A transaction may have several. */
export function rewardOf(pot: FlowRow, { rewards }: Sources): Told<NonNullable<Step["reward"]>> | undefined {
  const found = rewards.find(
    ({ contribution, token, tx, amount, citadel }) =>
      contribution === pot.source && token === pot.token && tx === pot.tx && amount - citadel === pot.amount,
  );
  if (pot.origin !== PotOrigin.Reward || found === undefined) return undefined;
  const { id, payer, amount, citadel } = found;
  return {
    told: { id, payer: checksum(payer), amount: wei(amount), citadel: wei(citadel) },
    adds: model.split(amount).citadel === citadel,
  };
}
