import { z } from "@hono/zod-openapi";

// `?fields=`: of each item of a list, or of the one thing that an answer tells of, only what is asked for.

/** An answer of which fields may be left out: in `items`, or in whatever it has beside the block. */
export type Sparse<T> = {
  [key in keyof T]: key extends "next" | "block"
    ? T[key]
    : T[key] extends readonly (infer item)[]
      ? Partial<item>[]
      : Partial<T[key]>;
};

/** What stands beside it in an answer is never left out. */
const BESIDE = new Set(["next", "block"]);

/** What an answer tells of, by its name there. */
function subjectOf(answer: z.ZodObject): { name: string; isList: boolean; subject: z.ZodObject } {
  const [name = ""] = Object.keys(answer.shape).filter((key) => !BESIDE.has(key));
  const given: unknown = answer.shape[name];
  const subject = given instanceof z.ZodArray ? given.element : given;
  if (!(subject instanceof z.ZodObject)) throw new TypeError(`The answer has no fields in ${name}.`);
  return { name, isList: given instanceof z.ZodArray, subject };
}

/** The parameter of a query that names the fields of an answer. */
export function fieldsOf(answer: z.ZodObject) {
  const names = Object.keys(subjectOf(answer).subject.shape);
  const fields = z
    .string()
    .transform((text, { addIssue }) => {
      const asked = [...new Set(text.split(","))];
      const unknown = asked.find((each) => !names.includes(each));
      if (unknown === undefined) return asked;
      addIssue({
        code: "custom",
        message: `has no ${JSON.stringify(unknown.slice(0, 40))}: there are ${names.join(", ")}`,
      });
      return z.NEVER;
    })
    .optional()
    .openapi({
      type: "array",
      items: { type: "string", enum: names },
      minItems: 1,
      description: "Only these, parted by commas; all without it.",
      param: { name: "fields", in: "query", style: "form", explode: false },
    });
  return { fields };
}

/** The schema of an answer of which fields may be left out. */
export function sparseOf<answer extends z.ZodObject>(answer: answer) {
  const { name, isList, subject } = subjectOf(answer);
  const part = subject.partial();
  const sparse = z.object({ ...answer.shape, [name]: isList ? z.array(part) : part });
  return z.union([answer, sparse as z.ZodType<Sparse<z.output<answer>>>]);
}

/** Leaves out what was not asked for. */
export function narrow<T extends object>(found: T, fields: readonly string[]): Sparse<T> {
  const part = (value: unknown) =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).filter(([key]) => fields.includes(key)))
      : value;
  const entries = Object.entries(found).map(([key, value]) => [
    key,
    BESIDE.has(key) ? value : Array.isArray(value) ? value.map(part) : part(value),
  ]);
  return Object.fromEntries(entries);
}
