// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The kinds of decision on the audit ledger. Append only: the numbers are part of every leaf.
///         The preimage of each kind's `dataHash` stands in the interface of the contract that appends it
///         and in docs/ledger.md.
enum LeafKind {
    Anchored,
    Registered,
    Rearmed,
    Drawn,
    Scored,
    Challenged,
    Resolved,
    Voided,
    Finalized,
    Uncritiqued,
    Settled,
    Flowed,
    Rewarded,
    LinkProposed,
    LinkVetoed,
    AttestorSet,
    Seated,
    Unseated,
    Slashed,
    Amended,
    Critiqued,
    Granted,
    ProposalQueued,
    ProposalExecuted,
    CriticSet,
    ArticlesAmended,
    Reopened,
    Stipend,
    GuardianSet,
    Stopped,
    StopLifted
}
