import { account } from "@azora/indexer/schema";
import { expect } from "chai";
import { getAddress } from "viem";
import { useApi } from "../../testing/api.ts";
import {
  ALICE,
  address,
  aliceNode,
  azr,
  BOB,
  bobNode,
  CAROL,
  COIN,
  hashOf,
  person,
  timeOf,
  txHash,
  work,
} from "../../testing/names.ts";
import { accountAnswer, peoplePage } from "./schema.ts";

describe("api: accounts and people", () => {
  const api = useApi();
  const accountOf = async (who: string) => (await api().get(`/v1/accounts/${who}`, accountAnswer)).account;

  it("shows what an account is owed, has earned, withdrawn and received", async () => {
    const alice = await accountOf(ALICE);
    expect(alice).to.include({
      address: getAddress(ALICE),
      owed: azr(3).toString(),
      earned: azr(4).toString(),
      withdrawn: azr(1).toString(),
      azr: "0",
      registered: 6,
      credited: 3,
      judge: null,
    });
    expect(alice.ether.map(({ owed, withdrawn }) => [owed, withdrawn])).to.deep.equal([["8", "9"]]);
    expect(alice.identities).to.deep.equal([
      { node: person(1), effectiveAt: Number(timeOf(40)), effective: true },
    ]);
    expect(alice.received.map(({ flow }) => flow)).to.deep.equal([
      "2".padStart(75, "0"),
      "1".padStart(75, "0"),
    ]);
    expect(alice.received[0]).to.include({ sourceKind: "Contribution", amount: azr(2).toString() });
    expect(alice.withdrawals.map(({ to }) => to)).to.deep.equal([getAddress(CAROL)]);
  });

  it("shows other tokens, and whom an account's votes count for", async () => {
    const [alice, bob] = [await accountOf(ALICE), await accountOf(BOB)];
    expect(alice.tokens).to.deep.equal([{ token: getAddress(COIN), owed: "54", withdrawn: "1" }]);
    expect(alice.voice).to.deep.equal({ units: azr(4).toString(), votes: "0", delegate: getAddress(BOB) });
    expect(bob.tokens).to.deep.equal([]);
    expect(bob.voice).to.include({ units: "0", votes: azr(4).toString() });
    expect((await accountOf(CAROL)).voice).to.deep.equal({
      units: "0",
      votes: "0",
      delegate: getAddress(CAROL),
    });
  });

  it("shows what an account has reserved, the latest first, and of which work once that is told", async () => {
    const { reservations } = await accountOf(ALICE);
    expect(reservations).to.deep.equal([
      {
        hash: hashOf("reservation 30"),
        state: "Open",
        deposit: "7",
        contribution: null,
        firstBlock: 35,
        lastBlock: 1_830,
        reservedAt: Number(timeOf(30)),
        endedAt: null,
        block: 30,
        tx: txHash(30),
      },
      {
        hash: hashOf("reservation 20"),
        state: "Released",
        deposit: "7",
        contribution: work(6),
        firstBlock: 25,
        lastBlock: 1_820,
        reservedAt: Number(timeOf(20)),
        endedAt: Number(timeOf(25)),
        block: 20,
        tx: txHash(20),
      },
    ]);
    expect((await accountOf(BOB)).reservations).to.deep.equal([]);
  });

  it("shows a link that is not in effect yet as that", async () => {
    expect((await accountOf(BOB)).identities).to.deep.equal([
      { node: person(2), effectiveAt: Number(timeOf(41)), effective: false },
    ]);
  });

  it("shows a judge's duties in numbers", async () => {
    expect((await accountOf(address(10))).judge).to.deep.equal({
      seat: 0,
      drawn: 2,
      committed: 2,
      revealed: 1,
      barredUntil: null,
      stints: [],
      slashes: [],
    });
    expect((await accountOf(address(13))).judge?.seat).to.equal(null);
  });

  it("shows a judge's seats with their bonds, the last one first, and what was taken of them", async () => {
    const judge = (await accountOf(address(11))).judge;
    expect(judge?.stints).to.deep.equal([
      {
        number: 1,
        deposited: `${azr(1)}`,
        bond: `${azr(1) - 6n}`,
        seatedAt: Number(timeOf(2)),
        endedAt: null,
        endedBy: null,
        reasonHash: null,
        unlocksAt: null,
      },
      {
        number: 0,
        deposited: `${azr(1)}`,
        bond: `${azr(1)}`,
        seatedAt: Number(timeOf(1)),
        endedAt: Number(timeOf(5)),
        endedBy: getAddress(address(11)),
        reasonHash: work(0),
        unlocksAt: Number(timeOf(50)),
      },
    ]);
    expect(judge?.slashes).to.deep.equal([
      {
        contribution: work(1),
        round: 1,
        stint: 1,
        fault: "Outlier",
        amount: "6",
        reward: "2",
        prover: getAddress(CAROL),
        timestamp: Number(timeOf(9)),
        tx: txHash(9),
      },
    ]);
  });

  it("has an account for every address, the zero address too", async () => {
    for (const nobody of [address(99), address(-0xa000)]) {
      expect(await accountOf(nobody)).to.deep.include({
        firstSeenAt: null,
        owed: "0",
        azr: "0",
        received: [],
        ether: [],
      });
    }
  });

  it("takes an address in any case, and refuses what is none", async () => {
    expect((await accountOf(ALICE.toUpperCase().replace("0X", "0x"))).owed).to.equal(azr(3).toString());
    expect((await api().refused("/v1/accounts/alice", 400)).errors?.[0]?.path).to.equal("param.address");
  });

  it("lists people by what came to them, without identities whose link is in effect", async () => {
    const { items } = await api().get("/v1/people", peoplePage);
    expect(items.map(({ node, kind, earned }) => [node, kind, earned])).to.deep.equal([
      [aliceNode, "Account", azr(4).toString()],
      [person(2), "Identity", azr(2).toString()],
      [bobNode, "Account", azr(2).toString()],
      [person(3), "Identity", "0"],
    ]);
    expect(items.map((item) => item.account)).to.deep.equal([getAddress(ALICE), null, getAddress(BOB), null]);
  });

  it("pages through people with equal amounts without loss or repetition", async () => {
    const many = Array.from({ length: 25 }, (_, i) => address(200 + i));
    await api()
      .build.db.insert(account)
      .values(
        many.map((each) => ({ address: each, firstSeenAt: 1n, registered: 0, credited: 0, earned: 5n })),
      );
    const { items } = await api().get("/v1/people?limit=100", peoplePage);
    const paged = await api().all("/v1/people?limit=4", peoplePage);
    expect(paged).to.deep.equal(items);
    expect(new Set(paged.map(({ node }) => node)).size).to.equal(29);
    await api().refused("/v1/people?cursor=abc", 400);
  });
});
