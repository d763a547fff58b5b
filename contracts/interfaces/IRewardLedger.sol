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

/// @notice Where a pot that was split came from.
enum PotOrigin {
    Pool,
    Settlement,
    Reward
}

/// @title Pools of nodes, credits of accounts, the flow through the graph, and withdrawal, for each token.
/// @dev Leaf preimages (subject, actor, dataHash):
/// - `Flowed`: source, caller, keccak256(abi.encode(token, amount, minted, paymentsHash))
/// - `Rewarded`: contribution, payer, keccak256(abi.encode(token, amount, citadel, paymentsHash))
///   where paymentsHash = keccak256 of the concatenated abi.encode(node, amount, minted) of all payments in order.
interface IRewardLedger {
    /// @notice A pot was split. A settlement's pot comes from the mint, a reward's from whoever pays it, and every other one
    ///         from the source's pool, which is empty then.
    event Flowed(
        address indexed token,
        Node indexed source,
        PotOrigin origin,
        uint256 amount,
        uint256 minted,
        Payment[] payments
    );
    /// @notice Somebody paid a token to a work: `amount` arrived, of which `citadel` went on to the fund. A {Flowed} of the
    ///         rest comes right before it.
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
    error RewardLedger_NotAccepted(Node contribution);
    error RewardLedger_NotToken(address token);
    /// @dev The ledger's balance of the token did not rise by the transfer.
    error RewardLedger_NothingArrived(address token);
    error RewardLedger_TooMuchArrived(address token, uint256 amount, uint256 limit);
    /// @dev A withdrawal or another reward, from within the transfer of a reward.
    error RewardLedger_RewardUnderWay();

    /// @notice Splits newly minted AZR, already on the ledger's balance, among a contribution's graph.
    /// @dev Requires `ProofOfValue`, which answers for the amount, and the registered attribution. Emits {Flowed}.
    function settle(
        Node contribution,
        Attribution calldata attribution,
        uint256 amount
    ) external returns (bytes32 paymentsHash);

    /// @notice Pays any ERC-20 to an accepted contribution: a tenth to the fund, the rest through its graph, never earned.
    /// @param amount What the caller has approved. Credited is what arrives.
    /// @dev Requires a phase from `Accepted` on, the registered attribution, and that something arrives, below 2^128.
    ///      Emits {Flowed} and {Rewarded}; appends a leaf.
    function reward(
        address token,
        Node contribution,
        uint256 amount,
        Attribution calldata attribution
    ) external;

    /// @notice Moves a node's pool one hop: a contribution's through its attribution, a linked identity's to its account.
    /// @param attribution The registered one for a contribution, empty for an identity.
    /// @dev For anyone to call. Emits {Flowed}; appends a leaf.
    function flow(address token, Node node, Attribution calldata attribution) external;

    /// @notice Pays the caller's whole credit to `to`. A withdrawal of AZR brings the account's Voice up to what it earned.
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
