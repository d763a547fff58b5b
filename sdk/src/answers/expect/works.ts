import { type Hex, zeroAddress } from "viem";
import type { Schemas } from "../../api/client.ts";
import { LeafKind, NodeKind, Outcome, Phase, phaseNames, RearmReason } from "../../generated/enums.ts";
import { compareNodes, nodeKind } from "../../node.ts";
import type { Book, Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import { EVIDENCE, type Evidence } from "../Evidence.ts";
import { by, type Expected } from "../facts.ts";
import { challengeOf } from "./challenge.ts";
import { critiquesOf } from "./critiques.ts";
import { recordOf } from "./ledger.ts";
import { flowsOf, poolOf, rewardsOf, tokenPoolsOf } from "./money.ts";
import { accountOf, kindOf, nameIn, orNobody } from "./names.ts";
import { roundsOf } from "./rounds.ts";

type Work = Schemas["Contribution"];
type Detail = Schemas["ContributionDetail"];
export type Registered = Entry<"Registered">;

/** The most that the detail of a work has of each. */
const CITED_BY = 100;
const RECORDS = 200;

/** Works in the order of their numbers, the first of which is 1. */
export const worksOf = ({ book }: At): readonly Registered[] => book.all("Registered");

export const findWork = ({ book }: At, id: string): Registered | undefined =>
  book.of("Registered", "contribution", id).at(-1);

export const numberOf = ({ book }: At, { args }: Registered): number =>
  book.derive(numbers).get(args.contribution) ?? 0;

const numbers = (book: Book) =>
  new Map(book.all("Registered").map(({ args }, i) => [args.contribution, i + 1]));

export const workOf = ({ client, contracts }: At, id: Hex) =>
  client.readContract({ ...contracts.proofOfValue, functionName: "workOf", args: [id] });

export const phaseOf = async (at: At, id: Hex) => nameIn(phaseNames, (await workOf(at, id)).phase);

/** The phase of each work, as the last of its events has it. */
export const phasesOf = ({ book }: At): ReadonlyMap<Hex, Phase> => book.derive(phases);

function phases(book: Book): Map<Hex, Phase> {
  const last = new Map<Hex, { place: number; phase: Phase }>();
  const note = (id: Hex, { place }: { place: number }, phase: Phase) => {
    if (place > (last.get(id)?.place ?? -1)) last.set(id, { place, phase });
  };
  for (const name of ["Registered", "Reopened", "Rearmed"] as const)
    for (const entry of book.all(name)) note(entry.args.contribution, entry, Phase.Armed);
  for (const entry of book.all("Drawn")) note(entry.args.contribution, entry, Phase.Voting);
  for (const name of ["Scored", "Resolved"] as const)
    for (const entry of book.all(name)) note(entry.args.contribution, entry, Phase.Scored);
  for (const entry of book.all("Voided")) note(entry.args.contribution, entry, Phase.Void);
  for (const entry of book.all("Settled")) note(entry.args.contribution, entry, Phase.Settled);
  for (const entry of book.all("Finalized"))
    note(entry.args.contribution, entry, entry.args.points === 0n ? Phase.Rejected : Phase.Accepted);
  return new Map([...last].map(([id, { phase }]) => [id, phase]));
}

/** Works whose registration cites this one. */
const citing = ({ book }: At, id: Hex): readonly Registered[] =>
  book.which("Registered", "upstream", ({ attribution }) => attribution.upstream.map(({ node }) => node), id);

/** Until a second panel is called, a score is the work's. */
const isFirst = (at: At, { place, args }: Entry<"Scored">): boolean =>
  !at.book
    .of("Rearmed", "contribution", args.contribution)
    .some((each) => each.args.reason === RearmReason.Contested && each.place < place);

const lastScored = (at: At, id: Hex) =>
  at.book.of("Scored", "contribution", id).findLast((each) => isFirst(at, each));

function levelOf(at: At, id: Hex): number | null {
  const told = [
    lastScored(at, id),
    at.book.of("Resolved", "contribution", id).at(-1),
    at.book.of("Finalized", "contribution", id).at(-1),
  ];
  return told.findLast((entry) => entry !== undefined)?.args.level ?? null;
}

/** The round whose median is the level. */
export function scoredRoundOf(at: At, id: Hex): number | null {
  const upheld = at.book.of("Resolved", "contribution", id).at(-1)?.args;
  if (upheld?.outcome === Outcome.Upheld) return upheld.round;
  return lastScored(at, id)?.args.round ?? null;
}

const finalizedOf = ({ book }: At, id: Hex) => book.of("Finalized", "contribution", id).at(-1)?.args;

export function epochOf(at: At, id: Hex): number | null {
  const finalized = finalizedOf(at, id);
  return finalized === undefined || finalized.points === 0n ? null : finalized.epoch;
}

export const amountOf = ({ book }: At, id: Hex): bigint =>
  book.of("Settled", "contribution", id).at(-1)?.args.amount ?? 0n;

/** A work as lists have it. */
export async function contributionOf(at: At, evidence: Evidence, entry: Registered): Promise<Expected<Work>> {
  const { contribution: id, registrant, evidenceHash, attribution, uri } = entry.args;
  const told = await evidence.of(evidenceHash, registrant);
  const finalized = finalizedOf(at, id);
  return {
    ...by("the log Registered", {
      id,
      number: numberOf(at, entry),
      evidenceHash,
      uri,
      registrant,
      contributorCount: attribution.contributors.length,
      upstreamCount: attribution.upstream.length,
      registeredAt: entry.time,
      registeredBlock: Number(entry.blockNumber),
      registeredTx: entry.transactionHash,
    }),
    citedByCount: by("the logs Registered of who cites it", citing(at, id).length),
    ...by(EVIDENCE, { title: told?.title ?? null, summary: told?.summary ?? null }),
    phase: by("eth_call ProofOfValue.workOf", await phaseOf(at, id)),
    level: by("the logs Scored, Resolved and Finalized", levelOf(at, id)),
    ...by("the log Finalized", { points: finalized?.points.toString() ?? null, epoch: epochOf(at, id) }),
    amount: by("the log Settled", amountOf(at, id).toString()),
  };
}

export async function detailOf(at: At, evidence: Evidence, entry: Registered): Promise<Expected<Detail>> {
  const { contribution: id, rulesVersion, registrant } = entry.args;
  const { book, client, contracts } = at;
  const args = [id] as const;
  const [work, bond, attributionHash] = await Promise.all([
    workOf(at, id),
    client.readContract({ ...contracts.registry, functionName: "bondOf", args }),
    client.readContract({ ...contracts.registry, functionName: "attributionHashOf", args }),
  ]);
  const listed = await contributionOf(at, evidence, entry);
  return {
    ...listed,
    rulesVersion: by("the log Registered", rulesVersion),
    attributionHash: by("eth_call AttributionRegistry.attributionHashOf", attributionHash),
    bond: by("eth_call AttributionRegistry.bondOf", bond.toString()),
    bondOwner: by(
      "the logs Registered and Reopened",
      book.of("Reopened", "contribution", id).at(-1)?.args.payer ?? registrant,
    ),
    ...by("eth_call ProofOfValue.workOf", { opening: work.opening, round: work.round }),
    late: by("the log Finalized", isLate(at, id)),
    scoredRound: by("the logs Scored and Resolved", scoredRoundOf(at, id)),
    challenge: await challengeOf(at, id),
    challengeEnd: by(
      "eth_call ProofOfValue.challengeEndOf",
      work.phase === Phase.Scored
        ? Number(
            await client.readContract({ ...contracts.proofOfValue, functionName: "challengeEndOf", args }),
          )
        : null,
    ),
    sealableAt: by("eth_call ProofOfValue.sealableAt", await sealableAt(at, epochOf(at, id))),
    contributors: await sharesOf(at, entry),
    upstream: await upstreamOf(at, evidence, entry),
    citedBy: await citedByOf(at, evidence, id),
    rounds: await roundsOf(at, entry),
    settlement: settlementOf(at, id),
    pool: await poolOf(at, id),
    tokenPools: await tokenPoolsOf(at, id),
    rewards: rewardsOf(at, id),
    flows: flowsOf(at, id),
    critiques: critiquesOf(at, id),
    records: book
      .of("Appended", "subject", id)
      .filter(({ args: { kind } }) => kind !== LeafKind.Anchored)
      .slice(0, RECORDS)
      .map(recordOf),
    evidenceAvailable: by(EVIDENCE, listed.title.value !== null),
  };
}

/** Of a work that was accepted. */
export function isLate(at: At, id: Hex): boolean {
  const finalized = finalizedOf(at, id);
  return finalized !== undefined && finalized.points > 0n && finalized.late;
}

export async function sealableAt({ client, contracts }: At, epoch: number | null): Promise<number | null> {
  if (epoch === null) return null;
  const args = [epoch] as const;
  return Number(await client.readContract({ ...contracts.proofOfValue, functionName: "sealableAt", args }));
}

/** Whom a work credits, in the order of their nodes, with the accounts whose links are in effect. */
function sharesOf(at: At, { args }: Registered): Promise<Expected<Schemas["Share"]>[]> {
  const shares = args.attribution.contributors.toSorted((a, b) => compareNodes(a.node, b.node));
  return Promise.all(
    shares.map(async ({ node, weight }) => ({
      ...by("the log Registered", { node, kind: kindOf(node), weight }),
      account: by(
        "eth_call AttributionRegistry.accountOf",
        accountOf(node) ?? (await linkedAccount(at, node)),
      ),
    })),
  );
}

/** The account behind an identity, if its link is in effect. */
export async function linkedAccount({ client, contracts }: At, node: Hex) {
  if (nodeKind(node) !== NodeKind.Identity) return null;
  const registry = { ...contracts.registry, functionName: "accountOf", args: [node] } as const;
  return orNobody((await client.readContract(registry)) ?? zeroAddress);
}

async function citationOf(
  at: At,
  evidence: Evidence,
  entry: Registered,
  weight: number,
): Promise<Expected<Schemas["Citation"]>> {
  const { contribution: id, evidenceHash, registrant } = entry.args;
  return {
    ...by("the log Registered", { id, number: numberOf(at, entry), weight }),
    title: by(EVIDENCE, (await evidence.of(evidenceHash, registrant))?.title ?? null),
    phase: by("eth_call ProofOfValue.workOf", await phaseOf(at, id)),
  };
}

async function upstreamOf(at: At, evidence: Evidence, { args }: Registered) {
  const cited = args.attribution.upstream.flatMap(({ node, weight }) => {
    const entry = findWork(at, node);
    return entry === undefined ? [] : [{ entry, weight }];
  });
  cited.sort((a, b) => a.entry.place - b.entry.place);
  return Promise.all(cited.map(({ entry, weight }) => citationOf(at, evidence, entry, weight)));
}

async function citedByOf(at: At, evidence: Evidence, id: Hex) {
  const some = citing(at, id).slice(0, CITED_BY);
  return Promise.all(
    some.map((entry) => {
      const share = entry.args.attribution.upstream.find(({ node }) => node === id);
      return citationOf(at, evidence, entry, share?.weight ?? 0);
    }),
  );
}

function settlementOf({ book }: At, id: Hex): Expected<Schemas["Settlement"]> {
  const entry = book.of("Settled", "contribution", id).at(-1);
  if (entry === undefined) return by("the log Settled", null);
  const { epoch, points, rate, amount, citadel } = entry.args;
  return by("the log Settled", {
    epoch,
    points: points.toString(),
    rate: rate.toString(),
    amount: amount.toString(),
    citadel: citadel.toString(),
    people: (amount - citadel).toString(),
    settledAt: entry.time,
    tx: entry.transactionHash,
  });
}
