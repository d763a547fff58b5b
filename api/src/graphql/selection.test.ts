import { expect } from "chai";
import { type GraphQLObjectType, getNamedType, isLeafType } from "graphql";
import { z } from "zod";
import { useApi } from "../testing/api.ts";
import { schema } from "./schema.ts";

const work = z.record(z.string(), z.unknown());
const answerSchema = z.object({
  data: z.record(z.string(), z.object({ edges: z.array(z.object({ node: work })) })),
});

describe("api: what GraphQL reads of works", () => {
  const api = useApi();
  const type = schema.getType("Contribution") as GraphQLObjectType;
  const names = Object.values(type.getFields())
    .filter((field) => field.args.length === 0 && isLeafType(getNamedType(field.type)))
    .map(({ name }) => name);

  async function ask(query: string, operationName?: string) {
    const response = await api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query, operationName }),
    });
    return answerSchema.parse(await response.json()).data;
  }
  const nodesOf = (list: { edges: { node: Record<string, unknown> }[] } | undefined) =>
    list?.edges.map(({ node }) => node) ?? [];

  /** All fields of the first works, each read with all others. */
  async function whole() {
    const { list } = await ask(`{ list: contributions { edges { node { ${names.join(" ")} } } } }`);
    const works = nodesOf(list);
    expect(works.length).to.be.greaterThan(3);
    return works;
  }
  const only = (works: Record<string, unknown>[], ...fields: string[]) =>
    works.map((each) => Object.fromEntries(fields.map((field) => [field, each[field]])));

  it("is the same of each field, whatever is read beside it", async () => {
    const works = await whole();
    expect(names).to.include.members(["id", "title", "phase", "points", "registeredAt", "registeredTx"]);
    for (const name of names) {
      const { list } = await ask(`{ list: contributions { edges { node { ${name} } } } }`);
      expect(nodesOf(list)).to.deep.equal(only(works, name));
    }
  });

  it("is found in fragments, under other names, and where selections are merged", async () => {
    const works = await whole();
    const { list } = await ask(`
      query { list: contributions { edges { node { ...A ... on Contribution { phase } } } }
              list: contributions { edges { node { points } } ...B } }
      fragment A on Contribution { title ... on Node { id } }
      fragment B on ContributionConnection { edges { node { registeredAt } } }`);
    expect(nodesOf(list)).to.deep.equal(only(works, "title", "id", "phase", "points", "registeredAt"));
    const { short } = await ask("{ short: contributions { edges { node { at: registeredAt } } } }");
    expect(nodesOf(short)).to.deep.equal(works.map(({ registeredAt }) => ({ at: registeredAt })));
  });

  it("is not that of another operation which shares a fragment with it", async () => {
    const works = await whole();
    const document = `
      query One { ...Shared }
      query Two { ...Shared list: contributions { edges { node { uri } } } }
      fragment Shared on Query { list: contributions { edges { node { level } } } }`;
    for (const [name, fields] of [
      ["One", ["level"]],
      ["Two", ["level", "uri"]],
      ["One", ["level"]],
    ] as const)
      expect(nodesOf((await ask(document, name)).list)).to.deep.equal(only(works, ...fields));
  });

  it("is what hangs on a work as well, and nothing if only the page is asked for", async () => {
    const shares = "contributors { weight }";
    const alone = await ask(`{ list: contributions { edges { node { ${shares} } } } }`);
    const beside = await ask(`{ list: contributions { edges { node { ${names.join(" ")} ${shares} } } } }`);
    expect(nodesOf(alone.list)).to.deep.equal(only(nodesOf(beside.list), "contributors"));
    expect(JSON.stringify(alone)).to.include('"weight":');
    const response = await api().fetch("/graphql?query={contributions{pageInfo{hasNextPage}edges{cursor}}}");
    const { data } = z.object({ data: z.object({ contributions: work }) }).parse(await response.json());
    expect(data.contributions["edges"]).to.have.length.greaterThan(3);
  });
});
