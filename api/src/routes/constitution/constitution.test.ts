import { amendment, articles, challenge, leaf } from "@azora/indexer/schema";
import { Direction, Ground, LeafKind, Outcome, Rule } from "@azora/sdk";
import { expect } from "chai";
import { eq } from "drizzle-orm";
import { getAddress } from "viem";
import { useApi } from "../../testing/api.ts";
import { CAROL, hashOf, timeOf, txHash, work } from "../../testing/names.ts";
import { constitutionAnswer } from "./schema.ts";

const WHY = "Judging takes time.";

describe("api: the constitution", () => {
  const api = useApi();

  before(async () => {
    const { db } = api().build;
    const amended = { rule: Rule.ReviewStipend, rationaleHash: hashOf(WHY), timestamp: timeOf(9), block: 9n };
    await db.insert(amendment).values([
      { ...amended, version: 2, before: 100n, current: 150n, leaf: 8n, tx: txHash(9) },
      { ...amended, version: 3, before: 150n, current: 120n, leaf: 11n, tx: txHash(12) },
    ]);
    // The second one was not executed by the governor: the next execution is of another transaction.
    for (const [index, tx] of [
      [10n, txHash(9)],
      [14n, txHash(15)],
    ] as const)
      await db
        .update(leaf)
        .set({ kind: LeafKind.ProposalExecuted, subject: hashOf(`proposal ${index}`), tx })
        .where(eq(leaf.index, index));
    await db
      .update(articles)
      .set({ leaf: 9n, tx: txHash(9) })
      .where(eq(articles.hash, hashOf("better articles")));
    const made = {
      firstRound: 1,
      firstLevel: 5,
      fee: 7n,
      bond: 0n,
      challengedAt: timeOf(8),
      block: 8n,
      tx: txHash(8),
    };
    await db.insert(challenge).values([
      {
        ...{ ...made, contribution: work(1), challenger: CAROL, flagged: true, leaf: 6n },
        ...{ direction: Direction.Down, ground: Ground.Constitution, outcome: Outcome.Upheld },
        ...{ reasonHash: hashOf("document"), lastRound: 2, secondLevel: 2, resolvedAt: timeOf(9) },
      },
      {
        ...{ ...made, contribution: work(2), challenger: CAROL, flagged: false, leaf: 7n },
        ...{
          direction: Direction.Down,
          ground: Ground.Value,
          outcome: Outcome.Pending,
          reasonHash: hashOf(WHY),
        },
      },
    ]);
  });

  const read = async () => (await api().get("/v1/constitution", constitutionAnswer)).constitution;

  it("shows each text of the articles and each amendment, with the proposal that it was executed by", async () => {
    const { articles: texts, amendments } = await read();
    expect(
      texts.map(({ hash, rationaleHash, record, proposal }) => [hash, rationaleHash, record, proposal]),
    ).to.deep.equal([
      [hashOf("better articles"), hashOf("why"), 9, hashOf("proposal 10")],
      [hashOf("articles"), null, null, null],
    ]);
    expect(
      amendments.map(({ version, rule, before, current }) => [version, rule, before, current]),
    ).to.deep.equal([
      [3, "ReviewStipend", "150", "120"],
      [2, "ReviewStipend", "100", "150"],
    ]);
    expect(amendments.map(({ record, proposal }) => [record, proposal])).to.deep.equal([
      [11, null],
      [8, hashOf("proposal 10")],
    ]);
  });

  it("shows critiques of works and proposals, latest first, and how flags ended", async () => {
    const { critiques, flags } = await read();
    expect(critiques.map(({ subject, record }) => [subject, record])).to.deep.equal([
      [hashOf("proposal 4"), 14],
      [work(1), 13],
      [work(1), 12],
    ]);
    expect(critiques[1]?.critique).to.include({ verdict: "Concern", bias: 5 });
    expect(flags.map(({ contribution, record }) => [contribution, record])).to.deep.equal([[work(1), 6]]);
    expect(flags[0]?.challenge).to.include({
      ...{ challenger: getAddress(CAROL), outcome: "Upheld", firstLevel: 5, secondLevel: 2, fee: "7" },
    });
  });

  it("is the same by GraphQL", async () => {
    const query =
      "{ constitution { articles { proposal } amendments { version proposal } critiques { record critique { bias } } flags { challenge { outcome } } } }";
    const response = await api().fetch(`/graphql?query=${encodeURIComponent(query)}`);
    const { articles: texts, amendments, critiques, flags } = await read();
    expect((await response.json()).data.constitution).to.deep.equal({
      articles: texts.map(({ proposal }) => ({ proposal })),
      amendments: amendments.map(({ version, proposal }) => ({ version, proposal })),
      critiques: critiques.map(({ record, critique }) => ({ record, critique: { bias: critique.bias } })),
      flags: flags.map(({ challenge: { outcome } }) => ({ challenge: { outcome } })),
    });
  });
});
