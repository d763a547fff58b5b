import type { Schemas } from "../../api/client.ts";
import { isLocalChain } from "../../chains.ts";
import { proposalSubject } from "../../governance.ts";
import { compare } from "../compare.ts";
import type { Examiner } from "../Examiner.ts";
import { commonsOf } from "../expect/commons.ts";
import { constitutionOf } from "../expect/constitution.ts";
import { byNumber } from "../expect/names.ts";
import { proposalDetailOf, proposalOf } from "../expect/proposals.ts";
import { epochRows, protocolOf } from "../expect/protocol.ts";
import { bucketRows } from "../expect/series.ts";
import { by } from "../facts.ts";
import { found } from "../found.ts";
import { parseAnswer } from "../Gateway.ts";

type Key = readonly (number | bigint | string)[];

const rising = ([a = 0]: Key, [b = 0]: Key): number => byNumber(Number(a), Number(b));
const falling = (a: Key, b: Key): number => rising(b, a);

export async function examineHead(examiner: Examiner): Promise<void> {
  await examiner.answer<Schemas["HeadAnswer"]>("HeadAnswer", "/v1/head", async () => ({}));
}

/** All addresses follow from that of Genesis, which is of the network and not of the API. */
export async function examineNetwork(examiner: Examiner): Promise<void> {
  const { chainId, genesis, block, addresses } = examiner.chain.deployment;
  const answer = await examiner.gateway.get("/v1/network");
  const tally = examiner.tallyOf("Network");
  const { rpcUrl, ...said } = Object(parseAnswer(answer));
  const expected = by("the address of Genesis", {
    chainId,
    local: isLocalChain(chainId),
    genesis,
    block,
    addresses,
  });
  tally.rows += 1;
  // Which node an operator names is the operator's word.
  compare(answer.route, { ...said, rpcUrl: null }, { ...expected, rpcUrl: by("the operator", null) }, tally);
}

export async function examineProtocol(examiner: Examiner): Promise<void> {
  await examiner.whole<Schemas["ProtocolAnswer"]>("ProtocolAnswer", "/v1/protocol", async (at) => ({
    protocol: await protocolOf(at),
  }));
}

export async function examineEpochs(examiner: Examiner): Promise<void> {
  const list = { rows: async (at: Parameters<typeof epochRows>[0]) => epochRows(at), order: falling };
  await examiner.list<Schemas["Epoch"]>("EpochPage", "/v1/epochs", list);
}

/** Whole, and what lies between two of the times, the last first. */
export async function examineSeries(examiner: Examiner): Promise<void> {
  for (const period of ["hour", "day"] as const) {
    await examiner.list<Schemas["Bucket"]>("BucketPage", `/v1/series?period=${period}&order=oldest`, {
      rows: async (at) => bucketRows(at, period),
      order: rising,
    });
    const starts = bucketRows(await examiner.now(), period).map(({ key: [start = 0] }) => Number(start));
    const [from = 0, until = 0] = [starts[1] ?? starts[0], starts.at(-1)];
    const between = `period=${period}&from=${from}&until=${until}`;
    await examiner.list<Schemas["Bucket"]>("BucketPage", `/v1/series?${between}`, {
      rows: async (at) =>
        bucketRows(at, period)
          .filter(({ key: [start = 0] }) => Number(start) >= from && Number(start) < until)
          .toReversed(),
      order: falling,
    });
  }
}

export async function examineCommons(examiner: Examiner): Promise<void> {
  await examiner.whole<Schemas["CommonsAnswer"]>("CommonsAnswer", "/v1/commons", async (at) => ({
    commons: await commonsOf(at),
  }));
}

export async function examineConstitution(examiner: Examiner): Promise<void> {
  await examiner.whole<Schemas["ConstitutionAnswer"]>(
    "ConstitutionAnswer",
    "/v1/constitution",
    async (at) => ({ constitution: await constitutionOf(at) }),
  );
}

/** All, and each proposer's. */
export async function examineProposals(examiner: Examiner): Promise<void> {
  const list = (query: string, isIn: (proposer: string) => boolean) =>
    examiner.list<Schemas["Proposal"]>("ProposalPage", `/v1/proposals${query}`, {
      rows: async (at) =>
        at.book
          .all("ProposalCreated")
          .filter(({ args }) => isIn(args.proposer))
          .toReversed()
          .map((entry) => ({ key: [entry.place], expect: () => proposalOf(at, entry) })),
      order: falling,
    });
  await list("", () => true);
  const { book } = await examiner.now();
  const proposers = new Set(book.all("ProposalCreated").map(({ args }) => args.proposer));
  for (const proposer of examiner.sampled([...proposers]))
    await list(`?proposer=${proposer}`, (each) => each === proposer);
}

export async function examineProposal(examiner: Examiner): Promise<void> {
  const { book } = await examiner.now();
  for (const { args } of examiner.sampled(book.all("ProposalCreated"))) {
    const id = proposalSubject(args.proposalId);
    await examiner.whole<Schemas["ProposalAnswer"]>("ProposalAnswer", `/v1/proposals/${id}`, async (at) => {
      const entry = at.book.of("ProposalCreated", "proposalId", args.proposalId).at(-1);
      return { proposal: await proposalDetailOf(at, found(entry, `proposal ${id}`)) };
    });
  }
}
