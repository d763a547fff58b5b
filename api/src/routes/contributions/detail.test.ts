import { contribution, leaf } from "@azora/indexer/schema";
import { LeafKind, Phase } from "@azora/sdk";
import { expect } from "chai";
import { eq } from "drizzle-orm";
import { getAddress } from "viem";
import { useApi } from "../../testing/api.ts";
import { logged } from "../../testing/logged.ts";
import {
  ALICE,
  azr,
  BLOCK_SECONDS,
  bobNode,
  CAROL,
  COIN,
  EPOCH_SECONDS,
  person,
  T0,
  work,
} from "../../testing/names.ts";
import { leafRow } from "../../testing/rows.ts";
import { CHALLENGE_WINDOW, HEAD, LEAVES, SEAL_DELAY } from "../../testing/world.ts";
import { contributionAnswer } from "./schema.ts";

describe("api: a contribution", () => {
  const api = useApi();
  const detailOf = async (n: number) =>
    (await api().get(`/v1/contributions/${work(n)}`, contributionAnswer)).contribution;

  it("shows whom it credits, with the account behind an identity only once the link is in effect", async () => {
    const { contributors } = await detailOf(1);
    expect(contributors.map(({ kind, account }) => [kind, account?.toLowerCase() ?? null])).to.deep.equal([
      ["Account", ALICE],
      ["Identity", ALICE],
    ]);
    const [, linkedLater] = (await detailOf(2)).contributors;
    expect(linkedLater).to.deep.equal({ node: person(2), kind: "Identity", weight: 600_000, account: null });
    expect((await detailOf(4)).contributors[0]?.node).to.equal(bobNode);
  });

  it("shows what it stands on and who cites it", async () => {
    const third = await detailOf(3);
    expect(third.upstream.map(({ number, weight }) => [number, weight])).to.deep.equal([
      [1, 50_000],
      [2, 60_000],
    ]);
    expect((await detailOf(1)).citedBy.map(({ number }) => number)).to.deep.equal([2, 3, 4]);
  });

  it("shows what critics recorded, in their order", async () => {
    const { critiques } = await detailOf(1);
    expect(critiques.map(({ verdict, bias, timestamp }) => [verdict, bias, timestamp])).to.deep.equal([
      ["Pass", 80, T0 + 12 * BLOCK_SECONDS],
      ["Concern", 5, T0 + 13 * BLOCK_SECONDS],
    ]);
    expect(critiques[0]).to.include({ ethics: 90, fairness: 70, transparency: 60 });
    expect((await detailOf(2)).critiques).to.deep.equal([]);
  });

  it("shows each round with its panel and votes", async () => {
    const { rounds, round } = await detailOf(6);
    expect(round).to.equal(2);
    expect(rounds.map(({ rearmReason, scoredAt }) => [rearmReason, scoredAt !== null])).to.deep.equal([
      [null, false],
      ["NoQuorum", true],
    ]);
    expect(rounds[1]).to.deep.include({ level: 3, votes: [2, 3, 3] });
    expect(rounds.map(({ ballots }) => ballots.map(({ level }) => level))).to.deep.equal([[null], [3]]);
    const [voting] = (await detailOf(5)).rounds;
    expect(voting?.ballots.map(({ position, commitment }) => [position, commitment !== null])).to.deep.equal([
      [0, true],
      [1, false],
    ]);
  });

  it("says when a scored work can be finalized and when an accepted one's epoch can be sealed", async () => {
    expect(await detailOf(6)).to.include({
      challengeEnd: T0 + (HEAD - 1) * BLOCK_SECONDS + CHALLENGE_WINDOW,
      sealableAt: null,
    });
    expect(await detailOf(4)).to.include({
      challengeEnd: null,
      sealableAt: T0 + 2 * EPOCH_SECONDS + SEAL_DELAY,
    });
    expect(await detailOf(7)).to.include({ challengeEnd: null, sealableAt: null });
  });

  it("shows the settlement, the pool and what flowed, latest first", async () => {
    const { settlement, pool, flows } = await detailOf(1);
    expect(settlement).to.include({
      amount: azr(5).toString(),
      citadel: "500000000000000000",
      people: "4500000000000000000",
    });
    expect(pool).to.deep.equal({ balance: "3", minted: "2", received: "9" });
    expect(flows.map(({ settlement: first, payments }) => [first, payments.length])).to.deep.equal([
      [false, 0],
      [false, 1],
      [true, 2],
    ]);
    expect(flows.map(({ origin }) => origin)).to.deep.equal(["Reward", "Pool", "Settlement"]);
    const unpaid = await detailOf(5);
    expect(unpaid.settlement).to.equal(null);
    expect(unpaid.flows).to.deep.equal([]);
    expect(unpaid.pool).to.deep.equal({ balance: "0", minted: "0", received: "0" });
  });

  it("shows what was paid to it directly", async () => {
    const { rewards, tokenPools } = await detailOf(1);
    expect(rewards.map(({ token, payer, amount, citadel }) => [token, payer, amount, citadel])).to.deep.equal(
      [[getAddress(COIN), getAddress(CAROL), "100", "10"]],
    );
    expect(tokenPools).to.deep.equal([]);
    expect((await detailOf(2)).rewards).to.deep.equal([]);
  });

  it("shows its decisions, and nothing that anybody anchored under its name", async () => {
    await api()
      .build.db.insert(leaf)
      .values(leafRow(LEAVES, { subject: work(5), kind: LeafKind.Anchored }));
    const { records, evidenceAvailable } = await detailOf(5);
    expect(records.map(({ kind, index }) => [kind, index])).to.deep.equal([["Registered", 4]]);
    expect(evidenceAvailable).to.equal(false);
  });

  it("takes an id in any case, and gives the header of the block", async () => {
    const path = `/v1/contributions/0x${work(1).slice(2).toUpperCase()}`;
    expect((await api().get(path, contributionAnswer)).contribution.number).to.equal(1);
    expect(await api().blockOf(path)).to.match(
      new RegExp(`^${HEAD};hash="0x[0-9a-f]{64}";timestamp=${T0 + HEAD * 10}$`),
    );
  });

  it("says 404 for a work that is not there, and as of which block", async () => {
    const path = `/v1/contributions/${work(99)}`;
    expect((await api().refused(path, 404)).detail).to.match(/No contribution 0x01.* is registered\./);
    expect(await api().blockOf(path)).to.match(/^40;/);
    await api().refused("/v1/contributions/1", 400);
  });

  it("answers 500 without details when the index holds what cannot be", async () => {
    await api()
      .build.db.update(contribution)
      .set({ phase: 99 })
      .where(eq(contribution.id, work(7)));
    const lines = await logged(async () => {
      const { detail, errors } = await api().refused(`/v1/contributions/${work(7)}`, 500);
      expect(detail).to.equal("Something went wrong here. It has been noted.");
      expect(errors).to.equal(undefined);
    });
    expect(lines.map(({ what, path }) => [what, path])).to.deep.equal([
      ["failed to answer", `/v1/contributions/${work(7)}`],
    ]);
    await api()
      .build.db.update(contribution)
      .set({ phase: Phase.Armed })
      .where(eq(contribution.id, work(7)));
  });
});
