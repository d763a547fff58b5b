import * as tables from "@azora/indexer/schema";
import { type Attribution, microAzrToWei, model, PotOrigin, Rule } from "@azora/sdk";
import { expect } from "chai";
import { and, eq } from "drizzle-orm";
import type { Hex } from "viem";
import { useApi } from "../../testing/api.ts";
import {
  AZR,
  aliceNode,
  BOB,
  bobNode,
  COIN,
  eventId,
  person,
  timeOf,
  txHash,
  work,
} from "../../testing/names.ts";
import { blockRow, epochRow, paidRow } from "../../testing/rows.ts";
import { whyAnswer } from "./schema.ts";

const CAP = 3n;
/** Of which nothing can be split evenly. */
const PRICE = microAzrToWei(CAP) - 1n;

/** Work 1 is cited by 2 and 3, and 2 by 3; an identity had a part in 1. */
const ATTRIBUTIONS: Readonly<Record<number, Attribution>> = {
  1: {
    contributors: [
      { node: aliceNode, weight: 333_333 },
      { node: person(1), weight: 666_667 },
    ],
    upstream: [],
  },
  2: {
    contributors: [
      { node: aliceNode, weight: 700_001 },
      { node: bobNode, weight: 299_999 },
    ],
    upstream: [{ node: work(1), weight: 123_457 }],
  },
  3: {
    contributors: [{ node: bobNode, weight: 1_000_000 }],
    upstream: [
      { node: work(1), weight: 77_777 },
      { node: work(2), weight: 222_223 },
    ],
  },
};

describe("api: why a payment is what it is", () => {
  const api = useApi({ empty: true });
  let flows = 0;

  /** A pot that is split as the contracts do. */
  async function flow(source: Hex, origin: number, pot: model.Pot, payments: model.Pot[], token = AZR) {
    flows += 1;
    const id = eventId(flows);
    const { db } = api().build;
    const at = { timestamp: timeOf(flows), block: BigInt(flows), tx: txHash(flows) };
    await db.insert(tables.flow).values({ id, token, source, origin, leaf: BigInt(flows), ...pot, ...at });
    await db.insert(tables.payment).values(
      payments.map((payment, position) => {
        const node = "node" in payment ? (payment.node as Hex) : source;
        return { flow: id, position, token, source, timestamp: at.timestamp, ...payment, node };
      }),
    );
    return payments;
  }

  const attributionOf = (number: number): Attribution =>
    ATTRIBUTIONS[number] ?? { contributors: [], upstream: [] };

  async function settle(number: number, level: number) {
    const { db } = api().build;
    // So many points that a share of the budget is just below the cap.
    const budget = model.budget(BigInt(number));
    const ofEpoch = budget / PRICE;
    const rate = model.rate(BigInt(number), ofEpoch, microAzrToWei(CAP));
    const points = model.points(BigInt(level));
    const amount = points * rate;
    const { citadel, people } = model.split(amount);
    const { contributors, upstream } = attributionOf(number);
    await db.insert(tables.contribution).values(paidRow(number, amount, { level, points, epoch: number }));
    await db
      .insert(tables.contributorShare)
      .values(contributors.map((share) => ({ contribution: work(number), number, ...share })));
    if (upstream.length > 0)
      await db.insert(tables.upstreamShare).values(
        upstream.map(({ node, weight }) => ({
          contribution: work(number),
          number,
          upstream: node,
          weight,
        })),
      );
    await db.insert(tables.epoch).values(epochRow(number, { points: ofEpoch, budget }));
    await db.insert(tables.settlement).values({
      contribution: work(number),
      epoch: number,
      points,
      rate,
      amount,
      citadel,
      settledAt: timeOf(1),
      leaf: BigInt(number),
      block: 1n,
      tx: txHash(1),
    });
    const pot = { amount: people, minted: people };
    return flow(work(number), PotOrigin.Settlement, pot, model.flow(attributionOf(number), pot));
  }

  const into = (node: Hex, ...payments: readonly model.Pot[][]): model.Pot => {
    const parts = payments.flat().filter((part) => "node" in part && part.node === node);
    const sum = (key: "amount" | "minted") => parts.reduce((total, part) => total + part[key], 0n);
    return { amount: sum("amount"), minted: sum("minted") };
  };

  const why = (id: number, position: number) =>
    api().get(`/v1/payments/${eventId(id)}/${position}/why`, whyAnswer);

  before(async () => {
    const { db } = api().build;
    await db.insert(tables.block).values(blockRow(1));
    await db.insert(tables.ruleValue).values({ version: 1, rule: Rule.PointPriceCap, value: CAP });
    await settle(1, 4); // flow 1
    const second = await settle(2, 5); // 2
    const third = await settle(3, 9); // 3
    const poolOf2 = into(work(2), third);
    const fromPool2 = await flow(work(2), PotOrigin.Pool, poolOf2, model.flow(attributionOf(2), poolOf2)); // 4
    const poolOf1 = into(work(1), second, third, fromPool2);
    const fromPool1 = await flow(work(1), PotOrigin.Pool, poolOf1, model.flow(attributionOf(1), poolOf1)); // 5
    const ofPerson = into(person(1), fromPool1);
    const settled = await db
      .select()
      .from(tables.payment)
      .where(eq(tables.payment.node, person(1)));
    const whole = settled.reduce(
      (total, { amount, minted }) => ({ amount: total.amount + amount, minted: total.minted + minted }),
      { amount: 0n, minted: 0n },
    );
    expect(whole.amount > ofPerson.amount).to.equal(true);
    await flow(person(1), PotOrigin.Pool, whole, [Object.assign({ node: aliceNode }, whole)]); // 6
    const reward = { amount: 1_000_003n, citadel: model.split(1_000_003n).citadel };
    const people = { amount: reward.amount - reward.citadel, minted: 0n };
    await flow(work(3), PotOrigin.Reward, people, model.flow(attributionOf(3), people), COIN); // 7
    await db.insert(tables.reward).values({
      id: eventId(8),
      token: COIN,
      contribution: work(3),
      payer: BOB,
      ...reward,
      leaf: 7n,
      timestamp: timeOf(7),
      block: 7n,
      tx: txHash(7),
    });
    await api().build.publish();
  });

  it("follows from the level of the work, its points, what a point was worth, and a share", async () => {
    const { steps, isWhole } = await why(2, 1);
    expect(isWhole).to.equal(true);
    const [step, ...others] = steps;
    expect(others).to.deep.equal([]);
    expect(step?.adds).to.equal(true);
    const { settlement, pot, share } = step ?? {};
    expect(settlement).to.include({ level: 5, points: "16", late: false });
    const amount = BigInt(settlement?.points ?? 0) * BigInt(settlement?.rate ?? 0);
    expect(settlement?.amount).to.equal(String(amount));
    expect(pot?.amount).to.equal(String(amount - amount / 10n));
    expect(share).to.include({ role: "contributor", weight: 700_001, before: 0 });
    const of = BigInt(pot?.amount ?? 0) - (BigInt(pot?.amount ?? 0) * 123_457n) / 1_000_000n;
    expect(share?.ofAmount).to.equal(String(of));
    expect(step?.amount).to.equal(String((of * 700_001n) / 1_000_000n));
  });

  it("follows through the graph from payments that each follow themselves, adding up to the wei", async () => {
    const { steps, isWhole } = await why(6, 0);
    expect(isWhole).to.equal(true);
    const path = steps.map(({ flow: id, position }) => `${Number(id)}.${position}`);
    // The identity's pool; what came there from the work and its pool; what filled that; and what filled the pool of 2.
    expect(path).to.deep.equal(["6.0", "1.1", "5.1", "2.0", "3.0", "4.0", "3.1"]);
    expect(new Set(path).size).to.equal(path.length);
    for (const { pot, incoming, adds, flow: id, share } of steps) {
      expect(adds, id).to.equal(true);
      if (pot.origin !== "Pool") continue;
      const sum = incoming.reduce((total, { amount }) => total + BigInt(amount), 0n);
      expect(String(sum)).to.equal(pot.amount);
      for (const part of incoming) expect(path).to.include(`${Number(part.flow)}.${part.position}`);
      expect(share).to.not.equal(null);
    }
    expect(steps[0]?.share).to.include({ role: "link", weight: 1_000_000 });
    // All of it was minted by settlements: what it is made of leads back to nothing else.
    const roots = steps.filter(({ incoming }) => incoming.length === 0);
    expect(new Set(roots.map(({ pot }) => pot.origin))).to.deep.equal(new Set(["Settlement"]));
  });

  it("follows from a reward", async () => {
    const { steps } = await why(7, 2);
    expect(steps).to.have.length(1);
    expect(steps[0]).to.deep.include({ adds: true, settlement: null });
    expect(steps[0]?.reward).to.include({ amount: "1000003", citadel: "100000" });
  });

  it("is the same in GraphQL", async () => {
    const query = `query ($flow: String!, $position: Int!) { why(flow: $flow, position: $position) { isWhole steps {
      flow position token source sourceKind node kind amount minted timestamp pot { origin amount minted }
      share { role weight before ofAmount ofMinted }
      settlement { level points rate epoch epochPoints budget cap late amount citadel }
      reward { id payer amount citadel }
      incoming { flow position source amount minted } isWhole adds
    } } }`;
    for (const [number, position] of [
      [6, 0],
      [7, 2],
      [2, 1],
    ] as const) {
      const variables = { flow: eventId(number), position };
      const response = await api().fetch("/graphql", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      const { block: _, ...whole } = await why(number, position);
      expect(await response.json()).to.deep.equal({ data: { why: whole } });
    }
  });

  it("says so where a number does not follow", async () => {
    const { db } = api().build;
    const { payment } = tables;
    const at = and(eq(payment.flow, eventId(2)), eq(payment.position, 0));
    const [row] = await db.select().from(payment).where(at);
    await db
      .update(payment)
      .set({ amount: (row?.amount ?? 0n) + 1n })
      .where(at);
    const wrong = (await why(6, 0)).steps.filter(({ adds }) => !adds).map(({ flow: id }) => Number(id));
    // Neither the payment itself, nor the pool that it was a part of.
    expect(wrong).to.deep.equal([5, 2]);
    await db
      .update(payment)
      .set({ amount: row?.amount ?? 0n })
      .where(at);
    await db
      .update(tables.settlement)
      .set({ rate: 1n })
      .where(eq(tables.settlement.contribution, work(2)));
    expect((await why(2, 1)).steps[0]?.adds).to.equal(false);
  });

  it("is refused for what is no payment", async () => {
    await api().refused(`/v1/payments/${eventId(1)}/9/why`, 404);
    await api().refused("/v1/payments/1/0/why", 400);
  });
});
