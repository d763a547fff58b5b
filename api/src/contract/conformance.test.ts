import { createConfig, lintFromString } from "@redocly/openapi-core";
import { expect } from "chai";
import fc from "fast-check";
import { PROBLEM_JSON, problemSchema } from "../http/problem.ts";
import { useApi } from "../testing/api.ts";
import { ALICE, address, hashOf, person, work } from "../testing/names.ts";
import {
  description,
  faultsOfAnswer,
  faultsOfParameter,
  type Operation,
  operations,
  type Parameter,
  shapeOf,
} from "../testing/openapi.ts";
import { proposalRow } from "../testing/rows.ts";
import { HEAD, LEAVES } from "../testing/world.ts";

const RUNS = 100;
const FUZZ_MS = 120_000;

/** What names something of the world, by the name of the parameter; for others their schemas say what fits. */
const THERE: Readonly<Record<string, readonly string[]>> = {
  id: [work(1), work(2), person(1), proposalRow(4).id, hashOf("nothing")],
  node: [person(1), person(2), work(1)],
  address: [ALICE, address(10), `0x${"0".repeat(40)}`],
  index: ["0", "1", String(LEAVES - 1), String(LEAVES), "9007199254740991"],
  hash: [hashOf("nothing")],
  // One that has yet to come is waited for: that is another test.
  minBlock: ["0", "1", String(HEAD)],
};

/** Their form is right, and what they say depends on what else is asked or there. */
const OPAQUE = ["query.cursor", "query.size", "query.from", "query.to"];

const MAX_INT32 = 2 ** 31 - 1;
const NUMBERS = [
  "-1",
  "-0",
  "+1",
  "1.5",
  "1e3",
  "0x10",
  "NaN",
  "Infinity",
  "007",
  "2147483648",
  "9007199254740992",
];
const TEXTS = [
  "",
  " ",
  "null",
  "undefined",
  "true",
  "' OR 1=1 --",
  "\u0000",
  "\ud800",
  "%",
  "%00",
  "[]",
  "{}",
  "ſ",
  "a b:* & !c",
];
const CURSORS = ["newest", "oldest", "amount", "people", "epochs", "ledger"].flatMap((list) =>
  [[-1], [1.5], [2 ** 40], ["1", 1], ["-1", 1], ["9".repeat(78), "0x0"], null].map((keys) =>
    Buffer.from(JSON.stringify([list, keys])).toString("base64url"),
  ),
);
const HEX = [`0x${"F".repeat(64)}`, `0X${"1".repeat(40)}`, `0x${"1".repeat(39)}`, `0x${"1".repeat(65)}`];

/** What people and programs send by mistake, or to find out what happens. */
const ODD = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(...NUMBERS, ...TEXTS, ...CURSORS, ...HEX, "a".repeat(5_000)),
  fc.integer().map(String),
  fc.double().map(String),
);

function fitting(parameter: Parameter): fc.Arbitrary<string> {
  const there = THERE[parameter.name];
  if (there) return fc.constantFrom(...there);
  const { type, enum: names, items, pattern, minimum, maximum } = shapeOf(parameter);
  if (items) return fc.subarray(items.enum, { minLength: 1 }).map((some) => some.join(","));
  if (names) return fc.constantFrom(...names);
  if (type === "integer") return fc.integer({ min: minimum, max: Math.min(maximum, MAX_INT32) }).map(String);
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return fc.constantFrom("ledger", "deploy genesis", "é");
}

/** What is asked of an operation: its parameters' values as they are before they are written into a URL. */
const questions = ({ parameters }: Operation) =>
  fc.tuple(
    ...parameters.map((parameter) => {
      const given = fc.oneof({ weight: 3, arbitrary: fitting(parameter) }, { weight: 1, arbitrary: ODD });
      return parameter.in === "path" ? given : fc.option(given, { nil: undefined });
    }),
  );

/** What does not fit of a question by the description alone: `query.limit`. */
const unfit = (operation: Operation, values: readonly (string | undefined)[]): string[] =>
  operation.parameters.flatMap((parameter, i) => {
    const text = values[i];
    if (text === undefined) return parameter.required ? [placeOf(parameter)] : [];
    const { type } = shapeOf(parameter);
    const value = type === "integer" && /^\d+$/.test(text) ? Number(text) : text.toWellFormed();
    const parts = type === "array" ? text.toWellFormed().split(",") : value;
    return faultsOfParameter(operation, i, parts).length > 0 ? [placeOf(parameter)] : [];
  });

const placeOf = (parameter: Parameter) =>
  `${parameter.in === "path" ? "param" : parameter.in}.${parameter.name}`;

function urlOf({ path, parameters }: Operation, values: readonly (string | undefined)[]): string {
  const search = new URLSearchParams();
  let url = path;
  for (const [i, parameter] of parameters.entries()) {
    const value = values[i]?.toWellFormed();
    if (value === undefined) continue;
    if (parameter.in === "query") search.set(parameter.name, value);
    else url = url.replace(`{${parameter.name}}`, encodeURIComponent(value));
  }
  return search.size > 0 ? `${url}?${search}` : url;
}

/** An empty part of a path, or one that stands for another folder, makes another path; a block that is to come is waited for. */
const isElse = ({ parameters }: Operation, values: readonly (string | undefined)[]) =>
  parameters.some(({ in: place, name }, i) => {
    const value = values[i] ?? "";
    return place === "path" ? /^(|\.|\.\.)$/.test(value) : name === "minBlock" && Number(value) > HEAD;
  });

/** What a refusal names; nothing for an answer that is none. */
async function named(response: Response): Promise<string[]> {
  if (response.status < 400) return [];
  expect(response.headers.get("content-type")).to.equal(PROBLEM_JSON);
  const { errors = [], status, detail } = problemSchema.parse(await response.clone().json());
  expect(status).to.equal(response.status);
  expect(detail).to.match(/\.$/);
  expect(errors, `${response.status} ${detail}`).to.not.deep.equal([]);
  return errors.map(({ path }) => path);
}

/** An operation that takes nothing has nothing to refuse. */
const RULES = { "operation-4xx-response": "off" } as const;

async function lint(): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended-strict"], rules: RULES });
  const found = await lintFromString({
    source: JSON.stringify(description),
    absoluteRef: "openapi.json",
    config,
  });
  return found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ""}`);
}

/** What a refusal may name: what does not fit; or else what only the index can tell. */
function mayBeNamed({ parameters }: Operation, { status }: Response, wrong: string[]): string[] {
  if (wrong.length > 0) return wrong;
  return status === 404 ? parameters.map(placeOf).filter((place) => place.startsWith("param.")) : OPAQUE;
}

describe("api: conformance with its description", function () {
  this.timeout(FUZZ_MS);
  const api = useApi();

  before(() => {
    // Where the index is, so that it counts as fresh.
    api().chain.head = HEAD;
  });

  const reads = operations.filter(({ method }) => method === "GET");
  const writes = operations.filter(({ method }) => method !== "GET");

  it("is linted clean, with every rule that is recommended", async () => {
    const problems = await lint();
    expect(problems).to.deep.equal([]);
  });

  for (const operation of reads)
    it(`${operation.method} ${operation.path} answers what fits, and names what does not`, async () => {
      await fc.assert(
        fc.asyncProperty(questions(operation), async (values) => {
          fc.pre(!isElse(operation, values));
          const response = await api().fetch(urlOf(operation, values));
          const wrong = unfit(operation, values);
          expect(response.status).to.be.oneOf(wrong.length > 0 ? [400] : [200, 400, 404]);
          expect(mayBeNamed(operation, response, wrong)).to.include.members(await named(response));
          expect(await faultsOfAnswer(operation, response)).to.deep.equal([]);
        }),
        { numRuns: operation.parameters.length === 0 ? 1 : RUNS },
      );
    });

  for (const operation of writes)
    it(`${operation.method} ${operation.path} takes no body that it does not describe`, async () => {
      const body = fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.json().map((text) => Buffer.from(text)),
      );
      await fc.assert(
        fc.asyncProperty(questions(operation), body, async (values, bytes) => {
          fc.pre(!isElse(operation, values));
          const response = await api().fetch(urlOf(operation, values), {
            method: operation.method,
            headers: { "Content-Type": "application/json" },
            body: new Uint8Array(bytes),
          });
          const wrong = unfit(operation, values);
          expect(response.status).to.equal(wrong.length > 0 ? 400 : 422);
          expect(wrong.length > 0 ? wrong : ["body"]).to.include.members(await named(response));
          expect(await faultsOfAnswer(operation, response)).to.deep.equal([]);
        }),
        { numRuns: RUNS },
      );
    });

  it("takes any path, query and header without failing", async () => {
    const path = fc.constantFrom(...new Set(operations.map((each) => each.path)));
    const headers = fc.constantFrom(
      "If-None-Match",
      "Accept",
      "Content-Type",
      "Accept-Encoding",
      "Prefer",
      "Range",
    );
    const text = fc.string({ unit: "grapheme-ascii", maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(path, text, headers, text, async (at, query, name, value) => {
        const init = { headers: { [name]: value } };
        const response = await api().fetch(
          `${at.replaceAll(/[{}]/g, "%")}?${query.replaceAll("#", "%")}`,
          init,
        );
        expect(response.status).to.be.below(500);
      }),
      { numRuns: 5 * RUNS },
    );
  });

  it("refuses every other method with 405, and says which the path takes", async () => {
    for (const { path } of operations) {
      const { detail } = await api().refused(path, 405, { method: "PATCH" });
      expect(detail).to.match(/ takes .*, not PATCH\.$/);
    }
  });

  it("answers 504 for a block that does not come in time, and says so", async () => {
    const { detail } = await api().refused(`/v1/head?minBlock=${HEAD + 1}`, 504);
    expect(detail).to.match(/did not reach block 41/);
  });
});
