import { azoraGovernorAbi } from "@azora/sdk";
import { type Api, unwrap } from "@azora/sdk/api";
import { all } from "./api.ts";
import { type Comparison, pinned, same } from "./compare.ts";

/** By the numbers of OpenZeppelin's enum. */
const STATES = ["Pending", "Active", "Canceled", "Defeated", "Succeeded", "Queued", "Expired", "Executed"];

/** Compares every proposal with the governor. */
export async function compareProposals(comparison: Comparison, api: Api): Promise<void> {
  const { client, network } = comparison;
  const { governor: address } = network.deployment.addresses;
  const listed = await all((query) => api.GET("/v1/proposals", { params: { query } }));
  for (const { id } of listed) {
    const at = await unwrap(api.GET("/v1/proposals/{id}", { params: { path: { id } } }));
    const { proposal } = at;
    const governor = { ...pinned(at), address, abi: azoraGovernorAbi } as const;
    const args = [BigInt(id)] as const;
    const say = (what: string, indexed: string | number, onChain: string | number | bigint) =>
      same(comparison, `${what} of proposal ${id}`, indexed, onChain);
    const [state, [against, inFavour, abstain], snapshot, deadline, proposer, eta] = await Promise.all([
      client.readContract({ ...governor, functionName: "state", args }),
      client.readContract({ ...governor, functionName: "proposalVotes", args }),
      client.readContract({ ...governor, functionName: "proposalSnapshot", args }),
      client.readContract({ ...governor, functionName: "proposalDeadline", args }),
      client.readContract({ ...governor, functionName: "proposalProposer", args }),
      client.readContract({ ...governor, functionName: "proposalEta", args }),
    ]);
    say("The state", proposal.state, STATES[state] ?? state);
    say("The votes against", proposal.votesAgainst, against);
    say("The votes for", proposal.votesFor, inFavour);
    say("The abstentions", proposal.votesAbstain, abstain);
    say("The start of the vote", proposal.voteStart, snapshot);
    say("The end of the vote", proposal.voteEnd, deadline);
    say("The proposer", proposal.proposer, proposer);
    say("The earliest execution", proposal.eta ?? 0, eta);
    if (proposal.state === "Pending") continue; // the governor tells no quorum of a time to come
    const quorum = await client.readContract({ ...governor, functionName: "quorum", args: [snapshot] });
    say("The quorum", proposal.quorum, quorum);
  }
}
