import { block, leaf } from "@azora/indexer/schema";
import { hashLeaf, LeafKind, MerkleLedger, verifyConsistency, verifyInclusion } from "@azora/sdk";
import { expect } from "chai";
import { eq, gte } from "drizzle-orm";
import type { Hex } from "viem";
import { useApi } from "../../testing/api.ts";
import { ALICE, address, work } from "../../testing/names.ts";
import { blockRow, leafRow } from "../../testing/rows.ts";
import { HEAD, LEAVES } from "../../testing/world.ts";
import { consistencyAnswer, proofAnswer, recordAnswer, recordPage } from "./schema.ts";

describe("api: the audit ledger", () => {
  const api = useApi();
  const indexes = async (query: string) =>
    (await api().get(`/v1/ledger?limit=100${query}`, recordPage)).items.map(({ index }) => index);

  /** The tree of the leaves that the index holds, made in one go. */
  async function treeOfIndex(): Promise<MerkleLedger> {
    const rows = await api().build.db.select().from(leaf).orderBy(leaf.index);
    return new MerkleLedger(rows.map((row) => hashLeaf({ ...row, kind: LeafKind.Registered })));
  }

  async function prove(index: number, query = "") {
    const { record, size, root, path } = await api().get(`/v1/ledger/${index}/proof${query}`, proofAnswer);
    const { timestamp, emitter, kind, subject, actor, dataHash } = record;
    const hash = hashLeaf({
      index: BigInt(record.index),
      timestamp: BigInt(timestamp),
      emitter: emitter as Hex,
      kind: LeafKind[kind],
      subject: subject as Hex,
      actor: actor as Hex,
      dataHash: dataHash as Hex,
    });
    const valid = verifyInclusion(hash, index, size, root as Hex, path as Hex[]);
    return { valid, size, root };
  }

  it("lists records, newest first or oldest, and to the end", async () => {
    const all = Array.from({ length: LEAVES }, (_, i) => i);
    expect(await indexes("&order=oldest")).to.deep.equal(all);
    expect(await indexes("")).to.deep.equal(all.toReversed());
    const paged = await api().all("/v1/ledger?limit=4&order=oldest", recordPage);
    expect(paged.map(({ index }) => index)).to.deep.equal(all);
  });

  it("filters by kind, subject and actor", async () => {
    expect(await indexes(`&subject=${work(3)}`)).to.deep.equal([2]);
    expect(await indexes(`&actor=${ALICE}&kind=Registered`)).to.have.length(LEAVES);
    expect(await indexes("&kind=Scored")).to.deep.equal([]);
    expect(await indexes(`&actor=${address(9)}`)).to.deep.equal([]);
    await api().refused("/v1/ledger?kind=Nothing", 400);
    await api().refused("/v1/ledger?cursor=zzz", 400);
  });

  it("gives one record, and 404 beyond the last", async () => {
    const { record } = await api().get("/v1/ledger/2", recordAnswer);
    expect(record).to.include({ index: 2, kind: "Registered", subject: work(3), block: 3 });
    await api().refused(`/v1/ledger/${LEAVES}`, 404);
    await api().refused("/v1/ledger/-1", 400);
    await api().refused("/v1/ledger/1e999", 400);
    await api().refused(`/v1/ledger/${2 ** 53}`, 400);
  });

  it("proves each record in the whole ledger and in each earlier one that has it", async () => {
    const tree = await treeOfIndex();
    for (let index = 0; index < LEAVES; index += 1) {
      expect(await prove(index)).to.deep.equal({ valid: true, size: LEAVES, root: tree.root() });
      const size = index + 1;
      expect(await prove(index, `?size=${size}`)).to.deep.equal({ valid: true, size, root: tree.root(size) });
    }
  });

  it("refuses sizes without the record or larger than the ledger, and says which fit", async () => {
    for (const size of [4, LEAVES + 1, 2 ** 52]) {
      const { errors } = await api().refused(`/v1/ledger/4/proof?size=${size}`, 400);
      expect(errors).to.deep.equal([
        {
          path: "query.size",
          message: `must be from 5 to ${LEAVES}, to hold the record and be no larger than the ledger`,
        },
      ]);
    }
    await api().refused("/v1/ledger/4/proof?size=0", 400);
    await api().refused(`/v1/ledger/${LEAVES}/proof`, 404);
  });

  it("proves of each two sizes that the ledger was only appended to, and none of other roots", async () => {
    const tree = await treeOfIndex();
    for (let to = 1; to <= LEAVES; to += 1)
      for (let from = 1; from <= to; from += 1) {
        const query = `from=${from}${to === LEAVES ? "" : `&to=${to}`}`;
        const { older, newer, proof } = await api().get(`/v1/ledger/consistency?${query}`, consistencyAnswer);
        expect([older, newer]).to.deep.equal([
          { size: from, root: tree.root(from) },
          { size: to, root: tree.root(to) },
        ]);
        const [first, last] = [
          { size: from, root: tree.root(from) },
          { size: to, root: tree.root(to) },
        ];
        expect(verifyConsistency(first, last, proof as Hex[])).to.equal(true);
        expect(verifyConsistency({ ...first, root: work(99) }, last, proof as Hex[])).to.equal(false);
      }
  });

  it("refuses to compare with sizes that the ledger never had, and says which it had", async () => {
    const refusal = async (query: string) =>
      (await api().refused(`/v1/ledger/consistency?${query}`, 400)).errors;
    expect(await refusal(`from=1&to=${LEAVES + 1}`)).to.deep.equal([
      { path: "query.to", message: `must be from 1 to ${LEAVES}, no larger than the ledger` },
    ]);
    expect(await refusal("from=5&to=4")).to.deep.equal([
      { path: "query.from", message: "must be from 1 to 4, no larger than the newer one" },
    ]);
    await api().refused("/v1/ledger/consistency?from=0", 400);
    await api().refused("/v1/ledger/consistency", 400);
  });

  it("follows the ledger as it grows, also when many ask at once", async () => {
    await api().build.transact(async (db) => {
      await db
        .insert(leaf)
        .values([leafRow(LEAVES, { block: BigInt(HEAD) }), leafRow(LEAVES + 1, { block: BigInt(HEAD) })]);
    });
    const tree = await treeOfIndex();
    const proofs = await Promise.all(Array.from({ length: 20 }, (_, index) => prove(index)));
    for (const proof of proofs)
      expect(proof).to.deep.equal({ valid: true, size: LEAVES + 2, root: tree.root() });
  });

  it("follows the chain to another fork, where a leaf in the middle differs and the last one does not", async () => {
    const before = await prove(0);
    await api().build.transact(async (db) => {
      const fork = 15;
      await db
        .update(leaf)
        .set({ dataHash: work(1) })
        .where(eq(leaf.index, BigInt(fork)));
      await db.delete(block).where(gte(block.number, BigInt(fork)));
      const blocks = Array.from({ length: HEAD - fork + 1 }, (_, i) =>
        blockRow(fork + i, " of another fork"),
      );
      await db.insert(block).values(blocks);
    });
    const tree = await treeOfIndex();
    const after = await prove(0);
    expect(after).to.deep.equal({ valid: true, size: LEAVES + 2, root: tree.root() });
    expect(after.root).to.not.equal(before.root);
  });

  it("follows the chain to a fork with fewer leaves", async () => {
    await api().build.transact(async (db) => {
      await db.delete(leaf).where(gte(leaf.index, 10n));
      await db.delete(block).where(gte(block.number, 11n));
      await db.insert(block).values(blockRow(11, " of a third fork"));
    });
    expect(await prove(9)).to.deep.equal({ valid: true, size: 10, root: (await treeOfIndex()).root() });
    await api().refused("/v1/ledger/10/proof", 404);
  });
});
