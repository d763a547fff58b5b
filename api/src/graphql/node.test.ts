import { expect } from "chai";
import { isInterfaceType, isObjectType } from "graphql";
import { z } from "zod";
import { useApi } from "../testing/api.ts";
import { ALICE, aliceNode, eventId, person, work } from "../testing/names.ts";
import { proposalRow } from "../testing/rows.ts";
import { schema } from "./schema.ts";

/** Where a thing of each type is found otherwise, and what there is of it. */
const THINGS: Readonly<Record<string, { question: string; fields: string }>> = {
  Contribution: { question: `contribution(id: "${work(2)}")`, fields: "number title amount" },
  Account: { question: `account(address: "${ALICE}")`, fields: "address earned" },
  Identity: { question: `identity(node: "${person(2)}")`, fields: "node credited" },
  Proposal: { question: "proposals(first: 1)", fields: "description state" },
  Epoch: { question: "epochs(first: 1)", fields: "number points" },
  Record: { question: "records(first: 1)", fields: "index subject" },
  Person: { question: "people(first: 1)", fields: "node earned" },
  Judge: { question: "judges(first: 1)", fields: "account seat" },
  Bucket: { question: "series(first: 1, period: hour)", fields: "start judged" },
  PayoutStep: { question: `why(flow: "${eventId(1)}", position: 1)`, fields: "flow position amount" },
};

const thingSchema = z.looseObject({ id: z.string() });

/** The first thing in an answer that has an id. */
function thingIn(answer: unknown): z.infer<typeof thingSchema> {
  const { success, data } = thingSchema.safeParse(answer);
  if (success) return data;
  return thingIn(typeof answer === "object" && answer !== null ? Object.values(answer).flat()[0] : undefined);
}

describe("api: nodes of GraphQL", () => {
  const api = useApi();

  async function ask(query: string, variables = {}) {
    const response = await api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return z
      .object({
        data: z.record(z.string(), z.unknown()).nullish(),
        errors: z.array(z.object({ message: z.string() })).optional(),
      })
      .parse(await response.json());
  }

  const wrap = (question: string, selection: string) => {
    if (question.startsWith("why")) return `{ ${question} { steps { ${selection} } } }`;
    const isList = question.includes("first:");
    return `{ ${question} { ${isList ? `edges { node { ${selection} } }` : selection} } }`;
  };

  it("are all things of this kind", () => {
    const node = schema.getType("Node");
    if (!isInterfaceType(node)) throw new Error("There are no nodes.");
    const types = schema.getPossibleTypes(node).map(({ name }) => name);
    expect(types).to.have.members(Object.keys(THINGS));
    // And whatever a list has is one.
    for (const type of Object.values(schema.getTypeMap())) {
      const edge =
        isObjectType(type) && /Connection$/.test(type.name)
          ? type.name.replace(/Connection$/, "")
          : undefined;
      if (edge !== undefined) expect(types).to.include(edge);
    }
  });

  for (const [type, { question, fields }] of Object.entries(THINGS))
    it(`are asked for again by their id: ${type}`, async () => {
      const { data } = await ask(wrap(question, `id ${fields}`));
      const thing = thingIn(data);
      const again = `... on ${type} { id ${fields} }`;
      const found = await ask(`query ($id: ID!) { node(id: $id) { __typename id ${again} } }`, {
        id: thing.id,
      });
      expect(found.errors).to.equal(undefined);
      expect(found.data?.["node"]).to.deep.equal({ __typename: type, ...thing });
    });

  it("are given in the order of their ids, with null for what there is not", async () => {
    const ids = [
      work(1),
      "Epoch:99",
      aliceNode,
      proposalRow(4).id,
      `0x01${"00".repeat(31)}`,
      "Record:0",
      `0x${"00".repeat(32)}`,
    ];
    const { data } = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { ids });
    expect(data?.["nodes"]).to.deep.equal([
      { __typename: "Contribution", id: work(1) },
      null,
      { __typename: "Account", id: aliceNode },
      { __typename: "Proposal", id: proposalRow(4).id },
      null,
      { __typename: "Record", id: "Record:0" },
      { __typename: "Account", id: `0x${"00".repeat(32)}` },
    ]);
  });

  it("are refused by an id that can be of nothing, and when there are too many", async () => {
    for (const id of [
      "",
      "0x",
      "Epoch",
      "Contribution:5",
      "Nothing:5",
      "Epoch:",
      "Epoch:-1",
      work(1).toUpperCase(),
    ]) {
      const { errors } = await ask("query ($id: ID!) { node(id: $id) { id } }", { id });
      expect(errors?.[0]?.message, id).to.match(/is no id of anything here\.$/);
    }
    for (const id of [
      ...["Epoch:x", "Epoch:99999999999", "Epoch:0x1", "Epoch:1e1", "Epoch:01", "Record:1.5", "Record:00"],
      ...["Bucket:60:0", "PayoutStep:1:1"],
    ]) {
      const { data, errors } = await ask("query ($id: ID!) { node(id: $id) { id } }", { id });
      expect([data?.["node"], errors], id).to.deep.equal([null, undefined]);
    }
    const many = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: Array(31).fill("Epoch:0"),
    });
    expect(many.errors?.[0]?.message).to.match(/30 at most, not 31/);
    const wide = await ask(
      `{ nodes(ids: []) { ... on Contribution { citedBy(first: 50) { contribution { citedBy(first: 50) { weight } } } } } }`,
    );
    expect(wide.errors?.[0]?.message).to.match(/This query may answer/);
    // To find one costs more than its values.
    const often = Array.from({ length: 5 }, (_, k) => `a${k}: nodes(ids: $ids) { id }`).join(" ");
    const found = await ask(`query ($ids: [ID!]!) { ${often} }`, { ids: ["Epoch:0"] });
    expect(found.errors?.[0]?.message).to.match(/This query may answer/);
  });
});
