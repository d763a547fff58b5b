import type { Hex } from "viem";
import { proposalSubject } from "../../governance.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { record } from "./record.ts";
import type { Call, State } from "./state.ts";

// Votes are OpenZeppelin's and are not modelled: only what the governor leaves on the ledger is.

/** `AzoraGovernor.queue`, of a proposal that passed. */
export function queue(state: State, call: Call, proposalId: bigint, operationId: Hex, eta: bigint): void {
  const hash = dataHash.ProposalQueued(operationId, eta);
  record(state, call, "governor", "ProposalQueued", proposalSubject(proposalId), hash);
}

/** `AzoraGovernor.execute`, after what the proposal calls. */
export function execute(state: State, call: Call, proposalId: bigint, operationId: Hex): void {
  const hash = dataHash.ProposalExecuted(operationId);
  record(state, call, "governor", "ProposalExecuted", proposalSubject(proposalId), hash);
}
