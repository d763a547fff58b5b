import type { Answer, Told } from "./Liar.ts";
import { isOf, type Read, resolve, type Schema, schemaOf } from "./schemas.ts";
import { textLies } from "./textLies.ts";

/** A lie about a field of an answer. */
export interface Lie extends Told {
  /** The path of the API's description. */
  readonly route: string;
  /** The field without places in lists, and what becomes of it: `items[].phase other`. */
  readonly name: string;
}

type Step = string | number;
type Lied = Omit<Lie, "route" | "question">;

/** Every lie about every field that the description says an answer has, told where it is best told. */
export function liesAbout({ path, headers, content }: Read, seen: ReadonlyMap<string, Answer>): Lie[] {
  const answers = [...seen].filter(([question, { status }]) => status === 200 && isOf(path, question));
  const lies = new Map<string, Lie>();
  for (const [question, answer] of answers) {
    const told = [
      ...bodyLies(content, question, answer),
      ...headers.flatMap((header) => headerLies(header, answer)),
    ];
    for (const lied of told)
      if (!lies.has(lied.name)) lies.set(lied.name, { ...lied, route: path, question });
  }
  return [...lies.values()];
}

function bodyLies(content: Read["content"], question: string, answer: Answer): Iterable<Lied> {
  const [type = ""] = (answer.headers["content-type"] ?? "").split(";");
  if (question.startsWith("/graphql")) return graphqlLies(question, answer);
  const schema = content.get(type);
  if (schema === undefined) throw new Error(`${question} is of the type ${type}, which is not described.`);
  if (type === "text/event-stream") return eventLies(schema, answer);
  if (type !== "application/json") return textLies(type, question, answer);
  const { properties, items } = resolve(schema).schema;
  if (properties === undefined && items === undefined) return [byteLie];
  return fieldLies(schema, JSON.parse(answer.body.toString()), []);
}

/** What GraphQL answers has the fields that were asked for, each of them in every row. */
function graphqlLies(question: string, { body }: Answer): Lied[] {
  const value: unknown = JSON.parse(body.toString());
  const [, field = ""] = /result: (\w+)/.exec(decodeURIComponent(question)) ?? [];
  return [...valueLies(value, [])].map((lie) => ({ ...lie, name: lie.name.replace("data.result", field) }));
}

function* valueLies(value: unknown, at: readonly Step[]): Generator<Lied> {
  const schema = schemaOf(value);
  if (value === null || typeof value !== "object") yield* fieldLies(schema, value, at);
  else if (Array.isArray(value)) {
    yield* rowLies(schema.items ?? {}, value, at);
    for (const [i, each] of value.entries()) yield* valueLies(each, [...at, i]);
  } else {
    yield lieOf(at, "null", () => null);
    for (const [field, each] of Object.entries(value)) yield* valueLies(each, [...at, field]);
  }
}

/** Of bytes that only their hash describes. */
const byteLie: Lied = {
  name: "byte other",
  change: (answer) => {
    const body = Buffer.from(answer.body);
    body.writeUInt8(body.readUInt8(body.length - 3) ^ 1, body.length - 3);
    return { ...answer, body };
  },
};

const FRAME = /(?<=\n\n)id: .*\ndata: (.*)\n\n/;

/** Of the first event of a stream, and that there is none. */
function eventLies(schema: Schema, { body }: Answer): Lied[] {
  const [, data = "{}"] = FRAME.exec(body.toString()) ?? [];
  const inFrame = (answer: Answer, change: (frame: string, data: string) => string): Answer => ({
    ...answer,
    body: Buffer.from(answer.body.toString().replace(FRAME, change)),
  });
  const lies = [...fieldLies(schema, JSON.parse(data), [])].map((lie) => ({
    name: lie.name,
    change: (answer: Answer) =>
      inFrame(answer, (frame, truth) =>
        frame.replace(truth, lie.change({ ...answer, body: Buffer.from(truth) }).body.toString()),
      ),
  }));
  return [
    ...lies,
    { name: "event left out", change: (answer) => inFrame(answer, () => "") },
    { name: "event doubled", change: (answer) => inFrame(answer, (frame) => `${frame}${frame}`) },
  ];
}

/** Without places in lists. */
const nameOf = (at: readonly Step[]): string =>
  at
    .map((step) => (typeof step === "number" ? "[]" : `.${step}`))
    .join("")
    .replace(/^\./, "");

function lieOf(at: readonly Step[], what: string, change: (value: unknown) => unknown): Lied {
  return {
    name: `${nameOf(at)} ${what}`,
    change: (answer) => ({ ...answer, body: Buffer.from(changed(answer.body.toString(), at, change)) }),
  };
}

const GONE = Symbol("gone");

function changed(body: string, at: readonly Step[], change: (value: unknown) => unknown): string {
  return JSON.stringify(changeIn(JSON.parse(body), at, change));
}

function changeIn(
  value: unknown,
  [step, ...rest]: readonly Step[],
  change: (value: unknown) => unknown,
): unknown {
  if (step === undefined) return change(value);
  if (typeof step === "number" && Array.isArray(value))
    return value.with(step, changeIn(value[step], rest, change));
  const fields: Record<string, unknown> = { ...Object(value) };
  const made = changeIn(fields[step], rest, change);
  if (made === GONE) delete fields[step];
  else fields[step] = made;
  return fields;
}

/** Of a value and all that is in it. */
function* fieldLies(of: Schema, value: unknown, at: readonly Step[]): Generator<Lied> {
  const { schema, nullable } = resolve(of);
  if (value === null) {
    yield lieOf(at, "invented", () => invented(schema));
    return;
  }
  if (nullable) yield lieOf(at, "left out", () => null);
  if (at.length > 0 && typeof at.at(-1) === "string") yield lieOf(at, "gone", () => GONE);
  if (schema.items !== undefined && Array.isArray(value)) yield* listLies(schema.items, value, at);
  else if (schema.properties !== undefined || typeof schema.additionalProperties === "object")
    yield* objectLies(schema, value, at);
  else yield lieOf(at, "other", (truth) => otherThan(schema, truth));
}

function* listLies(items: Schema, values: readonly unknown[], at: readonly Step[]): Generator<Lied> {
  yield* rowLies(items, values, at);
  for (const [i, value] of values.entries()) yield* fieldLies(items, value, [...at, i]);
}

function* rowLies(items: Schema, values: readonly unknown[], at: readonly Step[]): Generator<Lied> {
  if (values.length === 0) {
    yield lieOf(at, "invented row", () => [invented(items)]);
    return;
  }
  yield lieOf(at, "last row left out", (rows) => (rows as unknown[]).slice(0, -1));
  yield lieOf(at, "first row left out", (rows) => (rows as unknown[]).slice(1));
  yield lieOf(at, "row doubled", (rows) => [...(rows as unknown[]), (rows as unknown[]).at(-1)]);
  if (new Set(values.map((each) => JSON.stringify(each))).size > 1)
    yield lieOf(at, "reversed", (rows) => (rows as unknown[]).toReversed());
}

function* objectLies(schema: Schema, value: unknown, at: readonly Step[]): Generator<Lied> {
  const { properties = {}, additionalProperties } = schema;
  for (const [field, each] of Object.entries(Object(value))) {
    const of = properties[field] ?? additionalProperties;
    if (typeof of !== "object") throw new Error(`${nameOf([...at, field])} is not described.`);
    yield* fieldLies(of, each, [...at, field]);
  }
}

function otherThan(schema: Schema, value: unknown): unknown {
  if (schema.enum !== undefined && schema.enum.length > 1) return schema.enum.find((each) => each !== value);
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  const text = String(value);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return `${text.slice(0, -1)}${text.endsWith("1") ? 2 : 1}`;
  if (/^\d+$/.test(text)) return `${text.slice(0, -1)}${text.endsWith("1") ? 2 : 1}`;
  // Of a cursor, what comes after its end is left out of account.
  return `x${text.slice(1)}y`;
}

/** Something that fits a schema. */
function invented(of: Schema): unknown {
  const { schema } = resolve(of);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.properties !== undefined)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([field, each]) => [field, invented(each)]),
    );
  if (schema.items !== undefined) return [invented(schema.items)];
  if (schema.type === "integer" || schema.type === "number") return 7;
  if (schema.type === "boolean") return true;
  if (schema.pattern?.includes("{64}")) return `0x${"5".repeat(64)}`;
  if (schema.pattern?.includes("{40}")) return `0x${"5".repeat(40)}`;
  return "7";
}

function headerLies(header: string, { headers }: Answer): Lied[] {
  const name = header.toLowerCase();
  const truth = headers[name];
  if (truth === undefined) return [];
  const lie = (what: string, value: string): Lied => ({
    name: `header ${header} ${what}`,
    change: (answer) => ({ ...answer, headers: { ...answer.headers, [name]: value } }),
  });
  // Each of the numbers and hashes in it.
  const parts = [...truth.matchAll(/[0-9a-f]+(?=$|[;"])/g)].map(({ index, 0: part }, i) =>
    lie(`part ${i}`, `${truth.slice(0, index)}${flipped(part)}${truth.slice(index + part.length)}`),
  );
  const gone: Lied = {
    name: `header ${header} gone`,
    change: ({ headers: { [name]: _, ...rest }, ...answer }) => ({ ...answer, headers: rest }),
  };
  return [
    gone,
    ...(parts.length > 0
      ? parts
      : [lie("other", `${truth.slice(0, -2)}${truth.endsWith('x"') ? "y" : "x"}"`)]),
  ];
}

/** A number becomes one that is far away: the ledger may have been the same a block before. */
const flipped = (part: string): string =>
  /^\d+$/.test(part) ? `9${part}` : `${part.slice(0, -1)}${part.endsWith("1") ? 2 : 1}`;
