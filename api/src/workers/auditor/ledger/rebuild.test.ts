import * as tables from "@azora/indexer/schema";
import { accountNode, dataHash, type Leaf, LeafKind } from "@azora/sdk";
import { expect } from "chai";
import { numberToHex, zeroAddress } from "viem";
import { transact } from "../../../database/pools.ts";
import { useApi } from "../../../testing/api.ts";
import {
  ALICE,
  azr,
  BOB,
  COIN,
  deployment,
  eventId,
  hashOf,
  timeOf,
  txHash,
  work,
} from "../../../testing/names.ts";
import { leafRow } from "../../../testing/rows.ts";
import { rebuildLeaves } from "./rebuild.ts";

const { addresses } = deployment;
const word = (value: bigint) => numberToHex(value, { size: 32 });
const at = (n: number) => ({ timestamp: timeOf(n), tx: txHash(n) });

/** The kinds that a short life on a chain does not come to, as their leaves are on the ledger. */
const LEAVES: readonly Omit<Leaf, "index" | "timestamp">[] = [
  {
    kind: LeafKind.Voided,
    emitter: addresses.proofOfValue,
    subject: work(1),
    actor: BOB,
    dataHash: dataHash.Voided(1, 2),
  },
  {
    kind: LeafKind.Reopened,
    emitter: addresses.attributionRegistry,
    subject: work(1),
    actor: BOB,
    dataHash: dataHash.Reopened(2, 3, 7n),
  },
  {
    kind: LeafKind.Granted,
    emitter: addresses.citadelFund,
    subject: accountNode(ALICE),
    actor: addresses.timelock,
    dataHash: dataHash.Granted(COIN, azr(3), 4, hashOf("purpose")),
  },
  {
    kind: LeafKind.ArticlesAmended,
    emitter: addresses.constitution,
    subject: hashOf("new"),
    actor: addresses.timelock,
    dataHash: dataHash.ArticlesAmended(hashOf("old"), hashOf("why")),
  },
  {
    kind: LeafKind.Stopped,
    emitter: addresses.constitution,
    subject: word(timeOf(90)),
    actor: ALICE,
    dataHash: dataHash.Stopped(hashOf("reason")),
  },
  {
    kind: LeafKind.StopLifted,
    emitter: addresses.constitution,
    subject: word(timeOf(5)),
    actor: BOB,
    dataHash: dataHash.StopLifted(Number(timeOf(90))),
  },
  {
    kind: LeafKind.GuardianSet,
    emitter: addresses.constitution,
    subject: word(0n),
    actor: addresses.timelock,
    dataHash: dataHash.GuardianSet(0),
  },
  {
    kind: LeafKind.LinkVetoed,
    emitter: addresses.attributionRegistry,
    subject: work(9),
    actor: BOB,
    dataHash: dataHash.LinkVetoed(ALICE, 3n),
  },
  { kind: LeafKind.Anchored, emitter: BOB, subject: hashOf("any"), actor: BOB, dataHash: hashOf("any") },
];
const leaves = LEAVES.map((leaf, i) => leafRow(i, { ...leaf, timestamp: timeOf(i) }));

describe("auditor: leaves from the rows of their decisions", () => {
  const api = useApi({ empty: true });

  before(async () => {
    const { db } = api().build;
    await db
      .insert(tables.voiding)
      .values({ contribution: work(1), opening: 1, round: 2, leaf: 0n, ...at(0) });
    await db
      .insert(tables.reopening)
      .values({ contribution: work(1), opening: 2, round: 3, payer: BOB, bond: 7n, leaf: 1n, ...at(1) });
    await db.insert(tables.fundGrant).values({
      id: eventId(2),
      token: COIN,
      to: ALICE,
      amount: azr(3),
      epoch: 4,
      purposeHash: hashOf("purpose"),
      leaf: 2n,
      block: 2n,
      ...at(2),
    });
    await db.insert(tables.articles).values([
      { id: eventId(1), hash: hashOf("old"), block: 1n, ...at(1) },
      { id: eventId(3), hash: hashOf("new"), rationaleHash: hashOf("why"), leaf: 3n, block: 3n, ...at(3) },
    ]);
    await db.insert(tables.registrationStop).values({
      id: eventId(4),
      guardian: ALICE,
      until: timeOf(5),
      announcedUntil: timeOf(90),
      liftedBy: BOB,
      reasonHash: hashOf("reason"),
      leaf: 4n,
      liftedLeaf: 5n,
      block: 4n,
      ...at(4),
    });
    await db
      .insert(tables.guardianTerm)
      .values({ id: eventId(6), account: zeroAddress, termEnd: 0n, leaf: 6n, block: 6n, ...at(6) });
    await db.insert(tables.link).values({
      identity: work(9),
      nonce: 3n,
      account: ALICE,
      proposedAt: timeOf(1),
      effectiveAt: timeOf(80),
      attestors: [BOB],
      leaf: 99n,
      vetoedBy: BOB,
      vetoedAt: timeOf(7),
      vetoedLeaf: 7n,
    });
    await api().build.publish();
  });

  const rebuild = (rows: Parameters<typeof rebuildLeaves>[2]) =>
    transact(api().pool, "REPEATABLE READ READ ONLY", (db) => rebuildLeaves(db, deployment, rows));

  it("are those that the contracts append", async () => {
    const rebuilt = await rebuild(leaves);
    expect(rebuilt.map(({ fault }) => fault)).to.deep.equal(leaves.map(() => undefined));
  });

  it("do not follow from anything else", async () => {
    const other = leaves.map((leaf) => ({ ...leaf, dataHash: hashOf("other") }));
    for (const { index, fault } of await rebuild(other))
      expect(fault, `leaf ${index}`).to.match(/does not follow from/);
  });

  it("are missed where no decision is kept, or none could be hashed", async () => {
    const rows = [leafRow(50, { kind: LeafKind.Settled }), leafRow(51, { kind: 200 })];
    const [settled, unknown] = await rebuild(rows);
    expect(settled?.fault).to.match(/^no decision is kept that leaf 50 \(Settled\)/);
    expect(unknown?.fault).to.equal("leaf 51 is of the kind 200, which is unknown");
    await api().build.db.update(tables.voiding).set({ round: 1_000_000 });
    const [voided, reopened] = await rebuild(leaves.slice(0, 2));
    expect(voided?.fault).to.match(/^no decision is kept that leaf 0/);
    expect(reopened?.fault).to.equal(undefined);
  });
});
