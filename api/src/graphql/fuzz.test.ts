import { expect } from "chai";
import fc from "fast-check";
import { type GraphQLArgument, type GraphQLField, getNamedType, isEnumType, isLeafType } from "graphql";
import { z } from "zod";
import { useApi } from "../testing/api.ts";
import { ALICE, hashOf, person, work } from "../testing/names.ts";
import { schema } from "./schema.ts";

const RUNS = 60;

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string().min(5), extensions: z.object({ code: z.string() }) }))
    .optional(),
});

const TEXT = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "ledger",
    "#1",
    "0x",
    "0xa",
    "github:alice",
    "WyJuZXdlc3QiLFs0Nl1d",
    "WyJuZXdlc3QiLFstMV1d",
    "a".repeat(300),
  ),
);
const HEX = fc.constantFrom(
  ALICE,
  work(1),
  person(1),
  hashOf("nothing"),
  `0x${"F".repeat(40)}`,
  "0x",
  "alice",
  7,
);
const NUMBER = fc.oneof(fc.integer({ min: -3, max: 120 }), fc.integer(), fc.maxSafeInteger(), fc.double());

/** What may be given for an argument: what fits its type, mostly, and what does not. */
function givenTo({ type }: GraphQLArgument): fc.Arbitrary<unknown> {
  const named = getNamedType(type);
  const fitting = isEnumType(named)
    ? fc.constantFrom(...named.getValues().map(({ name }) => name))
    : ({ Int: NUMBER, Long: NUMBER, Bytes32: HEX, Address: HEX }[named.name] ?? TEXT);
  return fc.oneof({ weight: 6, arbitrary: fitting }, fc.constantFrom(null, true, [], {}), TEXT);
}

describe("api: GraphQL, whatever its arguments are", function () {
  this.timeout(120_000);
  const api = useApi();

  async function ask({ name, args, type }: GraphQLField<unknown, unknown>, values: readonly unknown[]) {
    const given = args
      .map((arg, i) => ({ arg, value: values[i] }))
      .filter(({ value }) => value !== undefined);
    const variables = Object.fromEntries(given.map(({ arg, value }) => [arg.name, value]));
    const kinds = given.map(({ arg }) => `$${arg.name}: ${arg.type}`).join(", ");
    const pairs = given.map(({ arg }) => `${arg.name}: $${arg.name}`).join(", ");
    const inner = isLeafType(getNamedType(type)) ? "" : "{ __typename }";
    const query = `query ${kinds && `(${kinds})`} { ${name} ${pairs && `(${pairs})`} ${inner} }`;
    const response = await api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    expect(response.status).to.be.below(500);
    return answerSchema.parse(await response.json());
  }

  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
    it(`${field.name} answers or says what is wrong`, async () => {
      const values = fc.tuple(...field.args.map((arg) => fc.option(givenTo(arg), { nil: undefined })));
      await fc.assert(
        fc.asyncProperty(values, async (given) => {
          const { errors = [] } = await ask(field, given);
          for (const { extensions, message } of errors)
            expect(extensions.code, message).to.be.oneOf([
              "BAD_USER_INPUT",
              "GRAPHQL_VALIDATION_FAILED",
              "QUERY_TOO_LARGE",
            ]);
        }),
        { numRuns: field.args.length === 0 ? 1 : RUNS },
      );
    });
});
