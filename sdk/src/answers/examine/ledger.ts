import type { Schemas } from "../../api/client.ts";
import { LeafKind, leafKindNames } from "../../generated/enums.ts";
import { hashLeaf, type Leaf } from "../../ledger/leaf.ts";
import { MerkleLedger } from "../../ledger/MerkleLedger.ts";
import type { Book, Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import type { Examiner, Row } from "../Examiner.ts";
import { recordOf } from "../expect/ledger.ts";
import { byNumber, nameIn } from "../expect/names.ts";
import { by } from "../facts.ts";
import { found } from "../found.ts";

type Appended = Entry<"Appended">["args"];
type Key = Row<Schemas["Record"]>["key"];

const oldest = ([a = 0]: Key, [b = 0]: Key): number => byNumber(Number(a), Number(b));
const newest = (a: Key, b: Key): number => oldest(b, a);

/**
 * The records, which come to the root that the contract has: each leaf is in it. In both orders, and by each kind, subject
 * and actor.
 */
export async function examineRecords(examiner: Examiner): Promise<void> {
  const list = (query: string, order: typeof oldest, isIn: (args: Appended) => boolean = () => true) =>
    examiner.list<Schemas["Record"]>("RecordPage", `/v1/ledger?${query}`, {
      rows: async (at) =>
        at.book
          .all("Appended")
          .filter(({ args }) => isIn(args))
          .map((entry) => ({ key: [entry.place], expect: () => recordOf(entry) }))
          .sort((a, b) => order(a.key, b.key)),
      order,
    });
  const at = await examiner.now();
  await requireRoot(at);
  await list("order=oldest", oldest);
  await list("order=newest", newest);
  const distinct = <value>(read: (args: Appended) => value) =>
    examiner.sampled([...new Set(at.book.all("Appended").map(({ args }) => read(args)))]);
  for (const kind of distinct((args) => args.kind))
    await list(`kind=${nameIn(leafKindNames, kind)}`, newest, (args) => args.kind === kind);
  for (const subject of distinct((args) => args.subject))
    await list(`subject=${subject}`, newest, (args) => args.subject === subject);
  for (const actor of distinct((args) => args.actor))
    await list(`actor=${actor}`, newest, (args) => args.actor === actor);
}

export async function examineRecord(examiner: Examiner): Promise<void> {
  for (const index of await someRecords(examiner))
    await examiner.whole<Schemas["RecordAnswer"]>("RecordAnswer", `/v1/ledger/${index}`, async (at) => ({
      record: recordOf(found(at.book.all("Appended")[index], `record ${index}`)),
    }));
}

/** Proofs of inclusion under the root that the contract has now, and under the one that it had when the leaf was its last. */
export async function examineProofs(examiner: Examiner): Promise<void> {
  for (const index of await someRecords(examiner))
    for (const size of [undefined, index + 1]) {
      const query = size === undefined ? "" : `?size=${size}`;
      await examiner.answer<Schemas["ProofAnswer"]>(
        "ProofAnswer",
        `/v1/ledger/${index}/proof${query}`,
        (at) => proofOf(at, index, size),
      );
    }
}

async function proofOf(at: At, index: number, asked: number | undefined) {
  const tree = at.book.derive(treeOf);
  const size = asked ?? tree.size;
  await requireRoot(at);
  return {
    record: recordOf(found(at.book.all("Appended")[index], `record ${index}`)),
    ...by("the logs Appended, whose root is the contract's", {
      size,
      root: tree.root(size),
      path: tree.inclusionProof(index, size),
    }),
  };
}

/** From the size at which each of some records was the last one to the present one, and to the size before that. */
export async function examineConsistency(examiner: Examiner): Promise<void> {
  const ask = (from: number, to?: number) =>
    examiner.answer<Schemas["ConsistencyAnswer"]>(
      "ConsistencyAnswer",
      `/v1/ledger/consistency?from=${from}${to === undefined ? "" : `&to=${to}`}`,
      (at) => consistencyOf(at, from, to),
    );
  for (const index of await someRecords(examiner)) {
    await ask(index + 1);
    if (index > 0) await ask(index, index + 1);
  }
}

async function consistencyOf(at: At, from: number, asked: number | undefined) {
  const tree = at.book.derive(treeOf);
  const to = asked ?? tree.size;
  await requireRoot(at);
  return by("the logs Appended, whose root is the contract's", {
    older: { size: from, root: tree.root(from) },
    newer: { size: to, root: tree.root(to) },
    proof: tree.consistencyProof(from, to),
  });
}

async function someRecords(examiner: Examiner): Promise<readonly number[]> {
  const { book } = await examiner.now();
  return examiner.sampled([...book.all("Appended").keys()]);
}

function treeOf(book: Book): MerkleLedger {
  const leaves = book.all("Appended").map(({ args }) => hashLeaf({ ...args, kind: kindOf(args.kind) }));
  return new MerkleLedger(leaves);
}

function kindOf(kind: number): Leaf["kind"] {
  const known = Object.values(LeafKind).find((each) => each === kind);
  if (known === undefined) throw new RangeError(`${kind} is no kind of leaf.`);
  return known;
}

/** A node that leaves out or alters a leaf. */
export class NodeError extends Error {
  override name = "NodeError";
}

/** @throws NodeError unless the logs come to the root that the contract has */
async function requireRoot({ book, client, contracts, block }: At): Promise<void> {
  const root = await client.readContract({ ...contracts.ledger, functionName: "root" });
  if (book.derive(treeOf).root() !== root)
    throw new NodeError(
      `The node contradicts itself: at block ${block.number} its logs of the audit ledger do not come to the contract's root.`,
    );
}
