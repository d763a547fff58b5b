import type { Schemas } from "../../api/client.ts";
import { Flow } from "../../generated/constants.ts";
import { LeafKind } from "../../generated/enums.ts";
import { proposalSubject } from "../../governance.ts";
import type { Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { critiquesOf } from "./critiques.ts";
import { recordOf } from "./ledger.ts";
import { byAddress, byNumber, nameIn } from "./names.ts";

export type Proposed = Entry<"ProposalCreated">;
type Proposal = Schemas["Proposal"];

/** By the numbers of OpenZeppelin's enum; none of these expires. */
const STATES = [
  "Pending",
  "Active",
  "Canceled",
  "Defeated",
  "Succeeded",
  "Queued",
  "Expired",
  "Executed",
] as const;
const CHOICES = ["Against", "For", "Abstain"] as const;
const VOTES = 100;
const RECORDS = 20;

export async function proposalOf(at: At, entry: Proposed): Promise<Expected<Proposal>> {
  const { client, contracts, book } = at;
  const { governor } = contracts;
  const { proposalId, description } = entry.args;
  const args = [proposalId] as const;
  const [state, [against, inFavour, abstain], snapshot, deadline, proposer, eta] = await Promise.all([
    client.readContract({ ...governor, functionName: "state", args }),
    client.readContract({ ...governor, functionName: "proposalVotes", args }),
    client.readContract({ ...governor, functionName: "proposalSnapshot", args }),
    client.readContract({ ...governor, functionName: "proposalDeadline", args }),
    client.readContract({ ...governor, functionName: "proposalProposer", args }),
    client.readContract({ ...governor, functionName: "proposalEta", args }),
  ]);
  return {
    ...by("the log ProposalCreated", {
      id: proposalSubject(proposalId),
      description,
      proposedAt: entry.time,
      block: Number(entry.blockNumber),
      tx: entry.transactionHash,
    }),
    state: by("eth_call AzoraGovernor.state", nameOfState(state)),
    ...by("eth_call AzoraGovernor.proposalProposer, proposalSnapshot, proposalDeadline and proposalEta", {
      proposer,
      voteStart: Number(snapshot),
      voteEnd: Number(deadline),
      eta: eta === 0n ? null : Number(eta),
    }),
    ...by("eth_call AzoraGovernor.proposalVotes", {
      votesFor: inFavour.toString(),
      votesAgainst: against.toString(),
      votesAbstain: abstain.toString(),
    }),
    quorum: by("eth_call AzoraGovernor.quorum", (await quorumOf(at, snapshot)).toString()),
    voters: by("the logs VoteCast", votesOf(at, proposalId).length),
    executedAt: by(
      "the log ProposalExecuted",
      book.of("ProposalExecuted", "proposalId", proposalId).at(-1)?.time ?? null,
    ),
  };
}

function nameOfState(number: number): Proposal["state"] {
  const state = nameIn(STATES, number);
  if (state === "Expired") throw new RangeError("A proposal has expired, which none can.");
  return state;
}

/** The governor tells no quorum of a time to come: there it is what it would be now. */
async function quorumOf({ client, contracts, block }: At, snapshot: bigint): Promise<bigint> {
  const { governor, voice } = contracts;
  if (snapshot < BigInt(block.timestamp))
    return client.readContract({ ...governor, functionName: "quorum", args: [snapshot] });
  const [total, ppm, floor] = await Promise.all([
    client.readContract({ ...voice, functionName: "totalUnits" }),
    client.readContract({ ...governor, functionName: "QUORUM_PPM" }),
    client.readContract({ ...governor, functionName: "QUORUM_FLOOR" }),
  ]);
  const part = (total * ppm) / BigInt(Flow.TOTAL);
  return part > floor ? part : floor;
}

const votesOf = ({ book }: At, id: bigint) => [
  ...book.of("VoteCast", "proposalId", id),
  ...book.of("VoteCastWithParams", "proposalId", id),
];

export async function proposalDetailOf(
  at: At,
  entry: Proposed,
): Promise<Expected<Schemas["ProposalDetail"]>> {
  const { proposalId, targets, values, calldatas } = entry.args;
  const subject = proposalSubject(proposalId);
  return {
    ...(await proposalOf(at, entry)),
    calls: targets.map((target, i) =>
      by("the log ProposalCreated", {
        target,
        value: (values[i] ?? 0n).toString(),
        calldata: calldatas[i] ?? "0x",
      }),
    ),
    votes: votesOf(at, proposalId)
      .sort((a, b) => byNumber(b.args.weight, a.args.weight) || byAddress(b.args.voter, a.args.voter))
      .slice(0, VOTES)
      .map(({ args, time, transactionHash }) =>
        by("the log VoteCast", {
          voter: args.voter,
          choice: nameIn(CHOICES, args.support),
          weight: args.weight.toString(),
          reason: args.reason,
          castAt: time,
          tx: transactionHash,
        }),
      ),
    critiques: critiquesOf(at, subject),
    records: at.book
      .of("Appended", "subject", subject)
      .filter(({ args: { kind } }) => kind !== LeafKind.Anchored)
      .slice(0, RECORDS)
      .map(recordOf),
  };
}
