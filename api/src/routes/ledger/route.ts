import type { MerkleLedger } from "@azora/sdk";
import { createRoute } from "@hono/zod-openapi";
import type { Context as HonoContext } from "hono";
import type { Context } from "../../context.ts";
import type { Db } from "../../database/pools.ts";
import { answers, readFor, readSparse, sparseAnswers, waitFor } from "../../http/answers.ts";
import { toPage } from "../../http/cursors.ts";
import { notFound, ProblemError } from "../../http/errors.ts";
import { NOT_FOUND, READ_OUTCOMES } from "../../http/problem.ts";
import { readQuery } from "../../http/queries.ts";
import { createRouter } from "../../http/router.ts";
import { fieldsOf } from "../../http/sparse.ts";
import { LedgerTree } from "./LedgerTree.ts";
import { findLeaf, listRecords, toRecord } from "./list.ts";
import {
  consistencyAnswer,
  consistencyQuery,
  proofAnswer,
  proofQuery,
  recordAnswer,
  recordPage,
  recordParams,
  recordQuery,
} from "./schema.ts";

const list = createRoute({
  method: "get",
  path: "/v1/ledger",
  operationId: "listRecords",
  tags: ["Ledger"],
  summary: "Decisions on the audit ledger",
  request: { query: recordQuery.extend(fieldsOf(recordPage)) },
  responses: { 200: sparseAnswers(recordPage, "A page of records."), ...READ_OUTCOMES },
});

const get = createRoute({
  method: "get",
  path: "/v1/ledger/{index}",
  operationId: "getRecord",
  tags: ["Ledger"],
  summary: "One decision",
  request: { params: recordParams, query: readQuery.extend(fieldsOf(recordAnswer)) },
  responses: { 200: sparseAnswers(recordAnswer, "The record."), ...NOT_FOUND, ...READ_OUTCOMES },
});

const prove = createRoute({
  method: "get",
  path: "/v1/ledger/{index}/proof",
  operationId: "proveRecord",
  tags: ["Ledger"],
  summary: "A proof that a decision is on the ledger",
  description:
    "Check it against the head that the contract AuditLedger gives you, through a node that you trust: the root here is only as good as this index.",
  request: { params: recordParams, query: proofQuery },
  responses: { 200: answers(proofAnswer, "The proof."), ...NOT_FOUND, ...READ_OUTCOMES },
});

const compare = createRoute({
  method: "get",
  path: "/v1/ledger/consistency",
  operationId: "proveConsistency",
  tags: ["Ledger"],
  summary: "A proof that the ledger was only appended to",
  description:
    "Between a head that you kept and a later one. Check it against both heads as the contract AuditLedger gave them to you: the roots here are only as good as this index.",
  request: { query: consistencyQuery },
  responses: { 200: answers(consistencyAnswer, "The proof."), ...READ_OUTCOMES },
});

export const ledgerRoutes = ({ index }: Context) => {
  const tree = new LedgerTree();
  /** Reads of the tree, in turn. What there is to wait for is waited for before, where nobody else waits for it. */
  async function inTree<answer extends object>(
    c: HonoContext,
    minBlock: number | undefined,
    work: (db: Db, treeAt: (db: Db) => Promise<MerkleLedger>) => Promise<answer>,
  ) {
    await index.read(async () => undefined, waitFor(c, index, minBlock));
    return tree.inTurn((at) => readFor(c, index, {}, ({ db }) => work(db, at)));
  }
  const router = createRouter().openapi(list, async (c) => {
    const query = c.req.valid("query");
    return c.json(
      await readSparse(c, index, query, async ({ db }) => toPage(await listRecords(db, query))),
      200,
    );
  });
  // Before the record of an index, of which it would be a wrong one.
  router.openapi(compare, async (c) => {
    const { from, to: asked, minBlock } = c.req.valid("query");
    const read = inTree(c, minBlock, async (db, treeAt) => {
      const ledger = await treeAt(db);
      const to = asked ?? ledger.size;
      if (to > ledger.size || to < 1) throw unfit("query.to", 1, ledger.size, "no larger than the ledger");
      if (from > to) throw unfit("query.from", 1, to, "no larger than the newer one");
      const headAt = (size: number) => ({ size, root: ledger.root(size) });
      return { older: headAt(from), newer: headAt(to), proof: ledger.consistencyProof(from, to) };
    });
    return c.json(await read, 200);
  });
  return router
    .openapi(get, async (c) => {
      const { index: place } = c.req.valid("param");
      const read = readSparse(c, index, c.req.valid("query"), async ({ db }) => ({
        record: await readRecord(db, place),
      }));
      return c.json(await read, 200);
    })
    .openapi(prove, async (c) => {
      const { index: place } = c.req.valid("param");
      const { size: asked, minBlock } = c.req.valid("query");
      const read = inTree(c, minBlock, async (db, treeAt) => {
        const record = await readRecord(db, place);
        const ledger = await treeAt(db);
        const size = asked ?? ledger.size;
        if (size <= place || size > ledger.size)
          throw unfit(
            "query.size",
            place + 1,
            ledger.size,
            "to hold the record and be no larger than the ledger",
          );
        return { record, size, root: ledger.root(size), path: ledger.inclusionProof(place, size) };
      });
      return c.json(await read, 200);
    });
};

async function readRecord(db: Db, place: number) {
  const leaf = await findLeaf(db, place);
  if (leaf === undefined) throw notFound(`The ledger has no record ${place}.`, "param.index");
  return toRecord(leaf);
}

function unfit(path: string, least: number, most: number, why: string): ProblemError {
  const message = `must be from ${least} to ${most}, ${why}`;
  return new ProblemError(400, `The request does not fit: ${path} ${message}.`, {
    errors: [{ path, message }],
  });
}
