import { getAddress, isAddress } from "viem";
import type { Schemas } from "../../api/client.ts";
import type { graphqlTypes } from "../../generated/graphql.ts";
import { proposalSubject } from "../../governance.ts";
import type { At } from "../Chain.ts";
import { compare } from "../compare.ts";
import { type Examiner, LIMIT, type Row } from "../Examiner.ts";
import { accountAnswer } from "../expect/accounts.ts";
import { commonsOf } from "../expect/commons.ts";
import { constitutionOf } from "../expect/constitution.ts";
import { judgeRows, orderOfJudges } from "../expect/judges.ts";
import { recordOf } from "../expect/ledger.ts";
import { sightingsOf } from "../expect/links.ts";
import { paymentsOf } from "../expect/money.ts";
import { byNumber } from "../expect/names.ts";
import { identitiesOf, identityOf, orderOfPeople, peopleOf } from "../expect/people.ts";
import { proposalDetailOf, proposalOf } from "../expect/proposals.ts";
import { epochRows, protocolOf } from "../expect/protocol.ts";
import { bucketRows } from "../expect/series.ts";
import { whyOf } from "../expect/why.ts";
import { contributionOf, detailOf, findWork, worksOf } from "../expect/works.ts";
import { by } from "../facts.ts";
import { found } from "../found.ts";
import { connection } from "./connection.ts";
import { labelOf, query } from "./query.ts";
import { project, select, type TypeName } from "./select.ts";

/** A field of GraphQL's query. */
export type Question = keyof (typeof graphqlTypes)["Query"];

/** What holds each field of a query to the chain, over the same facts as REST: a new one without its place does not compile. */
export const QUESTIONS: Readonly<Record<Question, (examiner: Examiner) => Promise<void>>> = {
  block: (examiner) =>
    single(examiner, "block", "Block", async ({ block }) => by("the node's header", block)),
  protocol: (examiner) => single(examiner, "protocol", "Protocol", protocolOf),
  commons: (examiner) => single(examiner, "commons", "Commons", commonsOf),
  constitution: (examiner) => single(examiner, "constitution", "Constitution", constitutionOf),
  contribution: async (examiner) => {
    for (const { args } of examiner.sampled(worksOf(await examiner.now()))) {
      const { contribution: id } = args;
      await single(examiner, `contribution(id: "${id}")`, "Contribution", (at) =>
        detailOf(at, examiner.evidence, found(findWork(at, id), `work ${id}`)),
      );
    }
  },
  contributions: (examiner) =>
    connection(examiner, "contributions", "order: oldest", "Contribution", {
      rows: async (at) =>
        worksOf(at).map((entry) => ({
          key: [entry.place],
          expect: () => contributionOf(at, examiner.evidence, entry),
        })),
      order: rising,
    }),
  account: async (examiner) => {
    const named = [...sightingsOf(await examiner.now()).keys()].filter((who) => isAddress(who));
    for (const address of examiner.sampled(named).map((each) => getAddress(each)))
      await single(examiner, `account(address: "${address}")`, "Account", (at) => accountAnswer(at, address));
  },
  people: (examiner) =>
    connection(examiner, "people", "", "Person", { rows: async (at) => peopleOf(at), order: orderOfPeople }),
  judges: (examiner) =>
    connection(examiner, "judges", "", "Judge", { rows: judgeRows, order: orderOfJudges }),
  identity: async (examiner) => {
    for (const node of examiner.sampled(identitiesOf(await examiner.now())))
      await single(examiner, `identity(node: "${node}")`, "Identity", (at) => identityOf(at, node));
  },
  epochs: (examiner) =>
    connection(examiner, "epochs", "", "Epoch", { rows: async (at) => epochRows(at), order: falling }),
  series: async (examiner) => {
    for (const period of ["hour", "day"] as const)
      await connection(examiner, "series", `period: ${period}, order: oldest`, "Bucket", {
        rows: async (at) => bucketRows(at, period),
        order: rising,
      });
  },
  records: (examiner) =>
    connection<Schemas["Record"]>(examiner, "records", "order: oldest", "Record", {
      rows: async ({ book }) =>
        book.all("Appended").map((entry) => ({ key: [entry.place], expect: () => recordOf(entry) })),
      order: rising,
    }),
  proposals: (examiner) =>
    connection<Schemas["Proposal"]>(examiner, "proposals", "", "Proposal", {
      rows: async (at) =>
        at.book
          .all("ProposalCreated")
          .toReversed()
          .map((entry) => ({ key: [entry.place], expect: () => proposalOf(at, entry) })),
      order: falling,
    }),
  proposal: async (examiner) => {
    const { book } = await examiner.now();
    for (const { args } of examiner.sampled(book.all("ProposalCreated"))) {
      const id = proposalSubject(args.proposalId);
      await single(examiner, `proposal(id: "${id}")`, "ProposalDetail", (at) => {
        const entry = at.book.of("ProposalCreated", "proposalId", args.proposalId).at(-1);
        return proposalDetailOf(at, found(entry, `proposal ${id}`));
      });
    }
  },
  why: async (examiner) => {
    const { book } = await examiner.now();
    for (const { flow, position } of examiner.sampled(book.all("Flowed").flatMap(paymentsOf)))
      await single(examiner, `why(flow: "${flow.id}", position: ${position})`, "Why", (at) => {
        const present = at.book.all("Flowed").find(({ id }) => id === flow.id);
        return whyOf(at, found(present && paymentsOf(present)[position], `flow ${flow.id}`));
      });
  },
  node: async (examiner) => {
    for (const id of await someIds(examiner))
      await ask(examiner, `node(id: "${id}")`, "{ id }", "Node", async () => by("the question", { id }));
  },
  nodes: async (examiner) => {
    const ids = (await someIds(examiner)).slice(0, MOST_NODES);
    await ask(examiner, `nodes(ids: ${JSON.stringify(ids)})`, "{ id }", "Nodes", async () =>
      by(
        "the question",
        ids.map((id) => ({ id })),
      ),
    );
  },
  search: async (examiner) => {
    for (const { args } of examiner.sampled(worksOf(await examiner.now()))) {
      const { contribution: id } = args;
      const selection = `{ contributions ${select("Contribution", true)} people ${select("FoundPerson", true)} }`;
      await ask(examiner, `search(q: "${id}")`, selection, "Found", async (at) => {
        const work = found(findWork(at, id), `work ${id}`);
        const facts = await contributionOf(at, examiner.evidence, work);
        return { contributions: [project("Contribution", facts, true)], people: [] };
      });
    }
  },
};

const MOST_NODES = 30;

type Key = Row<unknown>["key"];

const rising = ([a = 0]: Key, [b = 0]: Key): number => byNumber(Number(a), Number(b));
const falling = (a: Key, b: Key): number => rising(b, a);

/** Of things of each kind that have one. */
async function someIds(examiner: Examiner): Promise<string[]> {
  const at = await examiner.now();
  return [
    ...worksOf(at).map(({ args }) => args.contribution),
    ...identitiesOf(at),
    ...epochRows(at).map(({ key }) => `Epoch:${key[0]}`),
    ...bucketRows(at, "day").map(({ key }) => `Bucket:86400:${key[0]}`),
    ...at.book.all("Appended").map(({ args }) => `Record:${args.index}`),
  ].slice(0, LIMIT);
}

const single = (examiner: Examiner, field: string, type: TypeName, expect: (at: At) => Promise<unknown>) =>
  ask(examiner, field, select(type, false), type, async (at) => project(type, await expect(at), false));

/** Asks for one field of a query, together with the block. */
async function ask(
  examiner: Examiner,
  field: string,
  selection: string,
  name: string,
  expect: (at: At) => Promise<unknown>,
): Promise<void> {
  const { at, result } = await query(examiner, field, selection);
  const tally = examiner.tallyOf(`GraphQL ${name}`);
  tally.rows += 1;
  compare(labelOf(field), { result }, { result: await expect(at) }, tally);
}
