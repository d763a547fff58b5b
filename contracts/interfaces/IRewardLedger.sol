// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Attribution} from "../types/Attribution.sol";
import {Node} from "../types/Node.sol";

/// @notice One recipient's part of a flow: into a credit for an account, into a pool for anything else.
struct Payment {
    Node node;
    uint256 amount;
    uint256 minted;
}

/// @title Pools of nodes, credits of accounts, the flow through the graph, and withdrawal, for each token.
/// @dev Leaf preimages (subject, actor, dataHash):
/// - `Flowed`: source, caller, keccak256(abi.encode(token, amount, minted, paymentsHash))
/// - `Rewarded`: contribution, payer, keccak256(abi.encode(token, amount, citadel, paymentsHash))
///   where paymentsHash = keccak256 of the concatenated abi.encode(node, amount, minted) of all payments in order.
interface IRewardLedger {
    /// @notice A pot was split. A settlement's pot comes from the mint, every other one from the source's pool.
    event Flowed(
        address indexed token,
        Node indexed source,
        bool settlement,
        uint256 amount,
        uint256 minted,
        Payment[] payments
    );
    event Rewarded(
        address indexed token,
        Node indexed contribution,
        address indexed payer,
        uint256 amount,
        uint256 citadel
    );
    event Withdrawn(address indexed token, address indexed account, address indexed to, uint256 amount);

    error RewardLedger_NotProofOfValue(address caller);
    error RewardLedger_NothingToFlow(address token, Node node);
    error RewardLedger_CannotFlow(Node node);
    error RewardLedger_IdentityNotLinked(Node identity);
    error RewardLedger_UnexpectedAttribution(Node identity);
    error RewardLedger_AttributionMismatch(Node contribution, bytes32 given, bytes32 stored);
    error RewardLedger_NothingOwed(address token, address account);
    error RewardLedger_InvalidRecipient(address to);

    /// @notice Splits newly minted AZR, already on the ledger's balance, among a contribution's graph.
    /// @dev Requires `ProofOfValue`, which answers for the amount, and the registered attribution. Emits {Flowed}.
    function settle(
        Node contribution,
        Attribution calldata attribution,
        uint256 amount
    ) external returns (bytes32 paymentsHash);

    /// @notice Moves a node's pool one hop: a contribution's through its attribution, a linked identity's to its account.
    /// @param attribution The registered one for a contribution, empty for an identity.
    /// @dev For anyone to call. Emits {Flowed}; appends a leaf.
    function flow(address token, Node node, Attribution calldata attribution) external;

    /// @notice Pays the caller's whole credit to `to`.
    /// @dev Emits {Withdrawn}.
    function withdraw(address token, address to) external returns (uint256 amount);

    /// @notice Pays an account's whole credit to the account itself, for anyone to call.
    /// @dev Emits {Withdrawn}.
    function withdrawFor(address token, address account) external returns (uint256 amount);

    /// @return amount What waits in the pool of a contribution or an identity; zero for an account.
    /// @return minted The part of it that counts as earned once it reaches an account.
    function poolOf(address token, Node node) external view returns (uint256 amount, uint256 minted);

    /// @return owed What an account can withdraw.
    /// @return earned What it has earned in its life: newly minted AZR only.
    function creditOf(address token, address account) external view returns (uint256 owed, uint256 earned);
}
