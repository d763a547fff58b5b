import type { Hex } from "viem";
import type { Schemas } from "../../api/client.ts";
import { NodeKind, PotOrigin, potOriginNames, Rule } from "../../generated/enums.ts";
import { flow as flowOf } from "../../model/flow.ts";
import { nodeKind } from "../../node.ts";
import { microAzrToWei } from "../../units.ts";
import type { Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { type Paid, paymentFacts, paymentsTo } from "./money.ts";
import { byText, nameIn } from "./names.ts";
import { findWork, isLate } from "./works.ts";

type Why = Omit<Schemas["WhyAnswer"], "block">;
type Step = Schemas["PayoutStep"];

const STEPS = 50;
const INCOMING = 20;
const WHOLE = 1_000_000;

/** How a payment came about, back to the settlements and rewards that it is made of. */
export async function whyOf(at: At, payment: Paid): Promise<Expected<Why>> {
  const steps: Expected<Step>[] = [];
  const known = new Set<string>();
  let isWhole = true;
  for (let level = [payment]; level.length > 0; ) {
    const next: Paid[] = [];
    for (const each of level) {
      const incoming = incomingOf(at, each);
      steps.push(await stepOf(at, each, incoming));
      isWhole &&= incoming.length <= INCOMING;
      for (const part of incoming.slice(0, INCOMING)) {
        const key = `${part.flow.id}.${part.position}`;
        if (!known.has(key)) next.push(part);
        known.add(key);
      }
    }
    level = next.slice(0, STEPS - steps.length);
    isWhole &&= level.length === next.length;
  }
  return { steps, isWhole: by("how many steps there are", isWhole) };
}

/** What came into a pool since it was last emptied. */
export function incomingOf(at: At, { flow }: Paid): Paid[] {
  if (flow.args.origin !== PotOrigin.Pool) return [];
  const { source, token } = flow.args;
  const last = at.book
    .of("Flowed", "source", source)
    .findLast(
      ({ args, place }) => args.token === token && args.origin === PotOrigin.Pool && place < flow.place,
    );
  return paymentsTo(at, source).filter(
    (each) =>
      each.flow.args.token === token && each.flow.place < flow.place && each.flow.place > (last?.place ?? -1),
  );
}

async function stepOf(at: At, payment: Paid, incoming: readonly Paid[]): Promise<Expected<Step>> {
  const { flow } = payment;
  const { origin, amount: pot, minted: mintedOfPot } = flow.args;
  return {
    ...paymentFacts(payment),
    ...by("the log Flowed", {
      pot: {
        origin: nameIn(potOriginNames, origin),
        amount: pot.toString(),
        minted: mintedOfPot.toString(),
      },
    }),
    share: by("the log Registered and the formula of flows", shareOf(at, payment)),
    settlement: await settlementOf(at, flow),
    reward: by("the log Rewarded", rewardOf(at, flow)),
    incoming: incoming.slice(0, INCOMING).map((part) =>
      by("the logs Flowed", {
        flow: part.flow.id,
        position: part.position,
        source: part.flow.args.source,
        amount: part.amount.toString(),
        minted: part.minted.toString(),
      }),
    ),
    isWhole: by("how much came in", incoming.length <= INCOMING),
    // Of what the contracts paid, every number follows from the others: the replay of azora verify holds that.
    adds: by("the formulas of the model", true),
  };
}

/** A payment's part of its pot. */
function shareOf(at: At, { flow, node, position }: Paid): Step["share"] {
  const { source, amount, minted } = flow.args;
  const whole = { ofAmount: amount.toString(), ofMinted: minted.toString() };
  if (nodeKind(source) === NodeKind.Identity) return { role: "link", weight: WHOLE, before: 0, ...whole };
  const attribution = findWork(at, source)?.args.attribution;
  if (attribution === undefined) return null;
  const byNode = (a: { node: Hex }, b: { node: Hex }) => byText(a.node, b.node);
  const upstream = attribution.upstream.toSorted(byNode);
  const contributors = attribution.contributors.toSorted(byNode);
  const isUpstream = position < upstream.length;
  const shares = isUpstream ? upstream : contributors;
  const place = shares.findIndex((share) => share.node === node);
  const share = shares[place];
  if (share === undefined) return null;
  const first = flowOf({ upstream, contributors }, flow.args).slice(0, upstream.length);
  const left = (key: "amount" | "minted") =>
    first.reduce((rest, each) => rest - each[key], flow.args[key]).toString();
  return {
    role: isUpstream ? "upstream" : "contributor",
    weight: share.weight,
    before: shares.slice(0, place).reduce((sum, { weight }) => sum + weight, 0),
    ...(isUpstream ? whole : { ofAmount: left("amount"), ofMinted: left("minted") }),
  };
}

/** What a settlement's pot follows from. */
async function settlementOf(at: At, flow: Entry<"Flowed">): Promise<Expected<Step["settlement"]>> {
  const { book, client, contracts } = at;
  const id = flow.args.source;
  const settled = book.of("Settled", "contribution", id).at(-1);
  const work = findWork(at, id);
  if (flow.args.origin !== PotOrigin.Settlement || settled === undefined || work === undefined)
    return by("the log Settled", null);
  const { epoch, points, rate, amount, citadel } = settled.args;
  const finalized = book.of("Finalized", "contribution", id).at(-1);
  const sealed = book.of("EpochSealed", "epoch", epoch).at(-1);
  const args = [Rule.PointPriceCap, work.args.rulesVersion] as const;
  const [[epochPoints], cap] = await Promise.all([
    client.readContract({ ...contracts.proofOfValue, functionName: "epochOf", args: [epoch] }),
    client.readContract({ ...contracts.constitution, functionName: "valueOf", args }),
  ]);
  return {
    ...by("the log Settled", {
      points: points.toString(),
      rate: rate.toString(),
      epoch,
      amount: amount.toString(),
      citadel: citadel.toString(),
    }),
    ...by("the log Finalized", { level: finalized?.args.level ?? null, late: isLate(at, id) }),
    epochPoints: by("eth_call ProofOfValue.epochOf", epochPoints.toString()),
    budget: by("the log EpochSealed", sealed?.args.budget.toString() ?? null),
    cap: by("eth_call Constitution.valueOf", microAzrToWei(BigInt(cap)).toString()),
  };
}

/** What a reward's pot follows from: the first of its transaction that fits. */
function rewardOf({ book }: At, flow: Entry<"Flowed">): Step["reward"] {
  const { origin, source, token, amount: pot } = flow.args;
  const found = book
    .of("Rewarded", "contribution", source)
    .find(
      ({ args, transactionHash }) =>
        args.token === token &&
        transactionHash === flow.transactionHash &&
        args.amount - args.citadel === pot,
    );
  if (origin !== PotOrigin.Reward || found === undefined) return null;
  const { payer, amount, citadel } = found.args;
  return { id: found.id, payer, amount: amount.toString(), citadel: citadel.toString() };
}
