import type { Address, Hex } from "viem";
import { readDeed } from "../../../deeds.ts";
import { explain } from "../../../errors/explain.ts";
import { azoraGovernorAbi } from "../../../generated/abis.ts";
import type { ProposalContent } from "../../../governance.ts";
import { PROPOSAL_STATES, type ProposalStateName } from "../../../governanceCalls.ts";
import { short } from "../../../units.ts";
import { readLogs } from "../../../view/index.ts";
import type { OpenChain } from "../../chain.ts";
import { RefusedError, UsageError } from "../../exit.ts";
import type { Output } from "../../output.ts";

/** A proposal as it stands: what it does, and how far it is. Times in seconds, votes in Voice. */
export interface Proposal {
  id: bigint;
  content: ProposalContent;
  proposer: Address;
  state: ProposalStateName;
  voteStart: bigint;
  voteEnd: bigint;
  /** When it can be executed; 0 until it is queued. */
  eta: bigint;
  votesFor: bigint;
  votesAgainst: bigint;
  votesAbstain: bigint;
}

/** A few digits could fit another proposal tomorrow. */
const SHORTEST = 6;

/** Every proposal from the logs, which alone have what it does, and its state from the governor. The latest first. */
export async function readProposals(chain: OpenChain, output: Output): Promise<Proposal[]> {
  const { client, network } = chain;
  const { deployment } = network;
  output.update("Reading the chain's logs.");
  const logs = await readLogs(client, deployment, BigInt(deployment.block), await client.getBlockNumber());
  output.end();
  const created = logs.flatMap((log) => (log.eventName === "ProposalCreated" ? [log.args] : []));
  return Promise.all(
    created.toReversed().map(async ({ proposalId, proposer, targets, values, calldatas, description }) => ({
      id: proposalId,
      proposer,
      content: { targets, values, calldatas, description },
      ...(await standing(chain, proposalId)),
    })),
  );
}

async function standing({ client, network }: OpenChain, id: bigint) {
  const { governor: address } = network.deployment.addresses;
  const governor = { address, abi: azoraGovernorAbi, args: [id] } as const;
  const [state, [votesAgainst, votesFor, votesAbstain], voteStart, voteEnd, eta] = await Promise.all([
    client.readContract({ ...governor, functionName: "state" }),
    client.readContract({ ...governor, functionName: "proposalVotes" }),
    client.readContract({ ...governor, functionName: "proposalSnapshot" }),
    client.readContract({ ...governor, functionName: "proposalDeadline" }),
    client.readContract({ ...governor, functionName: "proposalEta" }),
  ]).catch((error) => {
    throw explain(error);
  });
  const name = PROPOSAL_STATES[state];
  if (name === undefined)
    throw new RefusedError(`The governor gives proposal ${id} an unknown state, ${state}.`);
  return { state: name, votesAgainst, votesFor, votesAbstain, voteStart, voteEnd, eta };
}

/** The proposal with this id, or the only one that begins so. */
export async function findProposal(chain: OpenChain, output: Output, text: string): Promise<Proposal> {
  if (!/^\d+$/.test(text) || text.length < SHORTEST)
    throw new UsageError(
      `"${text}" is not a proposal: write its number, or the first ${SHORTEST} digits of it or more.`,
    );
  const all = await readProposals(chain, output);
  const exact = all.find(({ id }) => String(id) === text);
  if (exact !== undefined) return exact;
  const [found, ...others] = all.filter(({ id }) => String(id).startsWith(text));
  if (found === undefined) throw new RefusedError(`There is no proposal ${text}.`);
  if (others.length > 0)
    throw new UsageError(`${others.length + 1} proposals begin with ${text}: write more of it.`);
  return found;
}

export const titleOf = ({ content }: Pick<Proposal, "content">): string =>
  content.description.trim().split("\n")[0] ?? "";

/** What a proposal does, a line for each call: by name where it is known, else its bytes. */
export function deedsOf({ targets, calldatas, values }: ProposalContent): string[] {
  return targets.map((target, index) => {
    const value = values[index] ?? 0n;
    const paid = value > 0n ? ` with ${value} wei` : "";
    return `${nameOf(calldatas[index] ?? "0x")} at ${short(target)}${paid}`;
  });
}

function nameOf(data: Hex): string {
  const deed = readDeed(data);
  if (deed !== undefined) return `${deed.name}(${deed.args.map(({ value }) => value).join(", ")})`;
  return data === "0x" ? "a plain payment" : `unknown call ${data.slice(0, 10)}`;
}
