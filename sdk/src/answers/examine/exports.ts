import { zeroAddress } from "viem";
import { NodeKind } from "../../generated/enums.ts";
import { nodeAccount, nodeKind } from "../../node.ts";
import type { At, SaidBlock } from "../Chain.ts";
import { compare, plain } from "../compare.ts";
import type { Examiner } from "../Examiner.ts";
import { eventOf } from "../expect/events.ts";
import { recordOf } from "../expect/ledger.ts";
import { paymentFacts, paymentsOf } from "../expect/money.ts";
import { byText, kindOf } from "../expect/names.ts";
import { peopleOf } from "../expect/people.ts";
import { epochRows } from "../expect/protocol.ts";
import { statementOf } from "../expect/statement.ts";
import { contributionOf, worksOf } from "../expect/works.ts";
import { by } from "../facts.ts";
import type { Answer } from "../Gateway.ts";
import { Lie } from "../Lie.ts";
import { parseCsv } from "./csv.ts";

type Rows = (at: At, examiner: Examiner) => Promise<readonly object[]> | readonly object[];

const made = (rows: readonly { expect(): object | Promise<object> }[]): Promise<object[]> =>
  Promise.all(rows.map((row) => row.expect()));

/** Each list as it has to be, row by row. */
const LISTS: Readonly<Record<string, Rows>> = {
  contributions: (at, { evidence }) =>
    Promise.all(worksOf(at).map((entry) => contributionOf(at, evidence, entry))),
  people: (at) => made(peopleOf(at)),
  epochs: (at) => made(epochRows(at)),
  records: ({ book }) => book.all("Appended").map(recordOf),
  payments: ({ book }) => book.all("Flowed").flatMap(paymentsOf).map(paymentFacts),
  shares: (at) =>
    inOrder(at).flatMap(({ args }) =>
      args.attribution.contributors
        .toSorted((a, b) => byText(a.node, b.node))
        .map(({ node, weight }) =>
          by("the log Registered", { contribution: args.contribution, node, kind: kindOf(node), weight }),
        ),
    ),
  citations: (at) =>
    inOrder(at).flatMap(({ args }) =>
      args.attribution.upstream
        .toSorted((a, b) => byText(a.node, b.node))
        .map(({ node, weight }) =>
          by("the log Registered", { contribution: args.contribution, upstream: node, weight }),
        ),
    ),
  events: (at) => at.book.entries.map((entry) => eventOf(at, entry)),
};

/** By their ids. */
const inOrder = (at: At) => worksOf(at).toSorted((a, b) => byText(a.args.contribution, b.args.contribution));

export async function examineExports(examiner: Examiner): Promise<void> {
  for (const [list, rows] of Object.entries(LISTS))
    await examineExport(examiner, `/v1/exports/${list}`, `export of ${list}`, rows);
}

/** Somebody who never took part. */
const NOBODY = "0x000000000000000000000000000000000000dEaD";

/** What each account was paid that was paid anything, and two that were not. */
export async function examineStatements(examiner: Examiner): Promise<void> {
  const flows = (await examiner.now()).book.all("Flowed");
  const nodes = new Set(flows.flatMap(({ args }) => args.payments.map(({ node }) => node)));
  const paid = [...nodes].filter((node) => nodeKind(node) === NodeKind.Account).map(nodeAccount);
  for (const account of [...examiner.sampled(paid), NOBODY, zeroAddress] as const)
    await examineExport(examiner, `/v1/accounts/${account}/statement`, "statement", (at, { evidence }) =>
      statementOf(at, evidence, account),
    );
}

/** A list to its end, in each format. */
async function examineExport(examiner: Examiner, path: string, name: string, rows: Rows): Promise<void> {
  for (const format of ["ndjson", "csv"] as const) {
    const route = `${path}?format=${format}`;
    const { at, answer } = await examiner.askAt(route, blockOf);
    const tally = examiner.tallyOf(name);
    const expected = await rows(at, examiner);
    if (format === "ndjson") compare(route, jsonLines(answer), expected, tally, "lines");
    else compare(route, csvRows(answer, Object.keys(expected[0] ?? {})), asCells(expected), tally, "lines");
  }
}

const HEADER = /^(\d+);hash="(0x[0-9a-f]{64})";timestamp=(\d+)$/;

/** An export has its block in the header alone. */
function blockOf({ headers }: Answer): SaidBlock | undefined {
  const [, number, hash, timestamp] = HEADER.exec(headers.get("Azora-Block") ?? "") ?? [];
  return hash === undefined ? undefined : { number: Number(number), hash, timestamp: Number(timestamp) };
}

function jsonLines({ route, text }: Answer): unknown[] {
  try {
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line): unknown => JSON.parse(line));
  } catch {
    throw new Lie({
      route,
      row: "",
      field: "",
      said: "what cannot be read",
      chain: "lines of JSON",
      proof: "its format",
    });
  }
}

/** With the names of the header. */
function csvRows({ route, text }: Answer, columns: readonly string[]): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text);
  if (columns.length > 0 && header.toSorted().join() !== columns.toSorted().join())
    throw new Lie({ route, row: "", field: "header", said: header, chain: columns, proof: "its format" });
  return rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [header[i] ?? `column ${i}`, cell])));
}

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\n|%]/;
const NUMBER = /^-?\d+$/;

/** As cells have it: text, nothing for null, a space between many. */
function asCells(expected: readonly object[]): object[] {
  return expected.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, fact]) => {
        const value = plain(fact);
        const text = Array.isArray(value) ? value.join(" ") : String(value ?? "");
        const cell = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
        return [column, by(proofOf(fact), cell)];
      }),
    ),
  );
}

const proofOf = (fact: unknown): string =>
  typeof fact === "object" && fact !== null && "proof" in fact ? String(fact.proof) : "the log itself";
