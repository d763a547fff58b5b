import { expect } from "chai";
import {
  buildSchema,
  type FragmentDefinitionNode,
  getIntrospectionQuery,
  getOperationAST,
  Kind,
  parse,
} from "graphql";
import { checkSize, measureOperation } from "./limits.ts";
import { schema } from "./schema.ts";

function measure(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("no operation");
  const fragments = document.definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  return measureOperation(
    schema,
    operation,
    new Map(fragments.map((each) => [each.name.value, each])),
    variables,
  );
}

describe("api: limits of GraphQL", () => {
  it("counts a field once, and what a list holds as often as its `first`", () => {
    expect(measure("{ block { number hash } }")).to.deep.equal({ depth: 2, cost: 3, aliases: 0 });
    // The list, 10 times (edges, node, id).
    expect(measure("{ contributions(first: 10) { edges { node { id } } } }").cost).to.equal(1 + 10 * 3);
    expect(measure("{ contributions { edges { node { id } } } }").cost).to.equal(1 + 20 * 3);
    expect(
      measure("query ($n: Int) { contributions(first: $n) { edges { node { id } } } }", { n: 30 }).cost,
    ).to.equal(91);
    expect(measure("query ($n: Int) { contributions(first: $n) { edges { node { id } } } }").cost).to.equal(
      61,
    );
    expect(measure("{ contributions(first: null) { edges { node { id } } } }").cost).to.equal(61);
  });

  it("multiplies lists within lists", () => {
    const query = `{ contributions(first: 10) { edges { node { upstream(first: 5) { contribution { id } } } } } }`;
    expect(measure(query).cost).to.equal(1 + 10 * (1 + 1 + (1 + 5 * 2)));
  });

  it("does not let a negative list pay for another", () => {
    const query =
      "{ a: contributions(first: -1000) { edges { cursor } } b: contributions(first: 100) { edges { cursor } } }";
    expect(measure(query).cost).to.equal(1 + 2 + 1 + 100 * 2);
  });

  it("measures fragments as what they hold, and each once however often it is spread", () => {
    expect(measure("{ ...a } fragment a on Query { block { number } }")).to.deep.equal(
      measure("{ block { number } }"),
    );
    expect(measure("{ ... on Query { block { number } } ... { block { number } } }").cost).to.equal(4);
    const steps = Array.from(
      { length: 60 },
      (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`,
    ).join(" ");
    const start = performance.now();
    const { cost } = measure(`{ ...f0 } ${steps} fragment f60 on Query { block { number } }`);
    expect(cost).to.equal(2 ** 61);
    expect(performance.now() - start).to.be.below(100);
  });

  it("guesses what lists hold that say nothing of it", () => {
    const other = buildSchema("type Query { many: [Query!]! one: Query name: String }");
    const operation = getOperationAST(parse("{ many { name } one { name } }"));
    expect(operation && measureOperation(other, operation, new Map(), {}).cost).to.equal(1 + 30 + 2);
  });

  it("lets tools read the whole description of the schema, with everything that they ask for", () => {
    const everything = {
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    for (const query of [getIntrospectionQuery(), getIntrospectionQuery(everything)])
      checkSize(measure(query));
  });

  it("measures what is asked of the description of the schema", () => {
    const names = (count: number, prefix: string, rest: string) =>
      Array.from({ length: count }, (_, i) => `${prefix}${i}: ${rest}`).join(" ");
    const fragment = `fragment F on __Type { ${names(300, "a", "kind")} }`;
    const many = `{ __schema { types { ${names(40, "f", "fields { type { ...F } }")} } } } ${fragment}`;
    expect(() => checkSize(measure(many))).to.throw("This query has 12040 aliases, of 30 at most.");
    const one = `{ __type(name: "Query") { ...F } } ${fragment}`;
    expect(() => checkSize(measure(one))).to.throw(/has 300 aliases/);
    const wide = "fields { type { name kind description fields { name args { name description } } } }";
    expect(() => checkSize(measure(`{ __schema { types { ${names(20, "f", wide)} } } }`))).to.throw(
      /may answer \d+ values/,
    );
    const deep = `${"fields { type { ".repeat(6)}name${" } }".repeat(6)}`;
    expect(() => checkSize(measure(`{ __type(name: "Query") { ${deep} } }`))).to.throw(/goes 14 levels deep/);
  });
});
