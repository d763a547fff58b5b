// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

import {IAttributionRegistry} from "./interfaces/IAttributionRegistry.sol";
import {IAuditLedger} from "./interfaces/IAuditLedger.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IRewardLedger, Payment} from "./interfaces/IRewardLedger.sol";
import {Flow} from "./libraries/Flow.sol";
import {Attribution, Share} from "./types/Attribution.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {Node, NodeLib} from "./types/Node.sol";

/// @title RewardLedger
/// @notice Roles: `ProofOfValue` settles what it has just minted here; anyone flows pools and pays accounts out. Nobody can
///         move a credit elsewhere, stop a withdrawal or change a share.
/// @dev Trust: the registered attribution, checked by hash, decides every split. Assumes that AZR moves exactly what it is
///      told to. Reentrancy: a credit is cleared before its token is called, and every state is whole at that moment; a
///      hostile token can therefore only reach its own ledger. Liveness: a withdrawal reads nothing but this contract and
///      the token (AZ-09); a flow also reads the registry, which never refuses a read.
contract RewardLedger is IRewardLedger, Multicall {
    using SafeERC20 for IERC20;

    /// @dev One slot.
    struct Pool {
        uint128 balance;
        uint128 minted;
    }

    /// @dev One slot. `earned` only grows.
    struct Credit {
        uint128 owed;
        uint128 earned;
    }

    IAttributionRegistry private immutable REGISTRY;
    IAuditLedger private immutable LEDGER;
    address private immutable PROOF_OF_VALUE;
    address private immutable AZR;

    /// @inheritdoc IRewardLedger
    mapping(address token => mapping(Node node => Pool)) public poolOf;

    /// @inheritdoc IRewardLedger
    mapping(address token => mapping(address account => Credit)) public creditOf;

    constructor() {
        IGenesis genesis = IGenesis(msg.sender);
        REGISTRY = IAttributionRegistry(genesis.addressOf(Role.AttributionRegistry));
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));
        PROOF_OF_VALUE = genesis.addressOf(Role.ProofOfValue);
        AZR = genesis.addressOf(Role.AzoraToken);
    }

    /// @inheritdoc IRewardLedger
    function settle(Node contribution, Attribution calldata attribution, uint256 amount)
        external
        returns (bytes32 paymentsHash)
    {
        // check
        if (msg.sender != PROOF_OF_VALUE) revert RewardLedger_NotProofOfValue(msg.sender);
        _checkAttribution(contribution, attribution);
        // effect: the whole pot is newly minted
        Payment[] memory payments = _split(AZR, attribution, Pool(uint128(amount), uint128(amount)));
        emit Flowed(AZR, contribution, true, amount, amount, payments);
        return _hash(payments);
    }

    /// @inheritdoc IRewardLedger
    function flow(address token, Node node, Attribution calldata attribution) external {
        // check
        Pool memory pot = poolOf[token][node];
        if (pot.balance == 0) revert RewardLedger_NothingToFlow(token, node);
        // effect
        delete poolOf[token][node];
        Payment[] memory payments = node.isIdentity()
            ? _payIdentity(token, node, attribution, pot)
            : _payContribution(token, node, attribution, pot);
        emit Flowed(token, node, false, pot.balance, pot.minted, payments);
        // interaction
        LEDGER.append(
            LeafKind.Flowed,
            Node.unwrap(node),
            msg.sender,
            keccak256(abi.encode(token, pot.balance, pot.minted, _hash(payments)))
        );
    }

    /// @inheritdoc IRewardLedger
    function withdraw(address token, address to) external returns (uint256 amount) {
        return _withdraw(token, msg.sender, to);
    }

    /// @inheritdoc IRewardLedger
    function withdrawFor(address token, address account) external returns (uint256 amount) {
        return _withdraw(token, account, account);
    }

    function _withdraw(address token, address account, address to) private returns (uint256 amount) {
        // check
        if (to == address(0) || to == address(this)) revert RewardLedger_InvalidRecipient(to);
        Credit storage credit = creditOf[token][account];
        amount = credit.owed;
        if (amount == 0) revert RewardLedger_NothingOwed(token, account);
        // effect
        credit.owed = 0;
        emit Withdrawn(token, account, to, amount);
        // interaction
        IERC20(token).safeTransfer(to, amount);
    }

    function _payIdentity(address token, Node identity, Attribution calldata attribution, Pool memory pot)
        private
        returns (Payment[] memory payments)
    {
        if (attribution.contributors.length + attribution.upstream.length != 0) {
            revert RewardLedger_UnexpectedAttribution(identity);
        }
        address account = REGISTRY.accountOf(identity);
        if (account == address(0)) revert RewardLedger_IdentityNotLinked(identity);
        payments = new Payment[](1);
        payments[0] = Payment(NodeLib.fromAccount(account), pot.balance, pot.minted);
        _pay(token, payments[0]);
    }

    function _payContribution(address token, Node contribution, Attribution calldata attribution, Pool memory pot)
        private
        returns (Payment[] memory)
    {
        if (!contribution.isContribution()) revert RewardLedger_CannotFlow(contribution);
        _checkAttribution(contribution, attribution);
        return _split(token, attribution, pot);
    }

    /// @dev Upstream first, from the whole pot; the contributors share what is left. The weights of the contributors sum to
    ///      the total, so nothing remains.
    function _split(address token, Attribution calldata attribution, Pool memory pot)
        private
        returns (Payment[] memory payments)
    {
        Share[] calldata upstream = attribution.upstream;
        Share[] calldata contributors = attribution.contributors;
        payments = new Payment[](upstream.length + contributors.length);
        Pool memory paid = _payShares(token, upstream, pot, payments, 0);
        // Cannot underflow: cumulative weights give at most the pot.
        unchecked {
            pot = Pool(pot.balance - paid.balance, pot.minted - paid.minted);
        }
        _payShares(token, contributors, pot, payments, upstream.length);
    }

    /// @return paid What the shares got together.
    function _payShares(
        address token,
        Share[] calldata shares,
        Pool memory pot,
        Payment[] memory payments,
        uint256 offset
    ) private returns (Pool memory paid) {
        uint256 cumulative;
        for (uint256 i; i < shares.length; ++i) {
            cumulative += shares[i].weight;
            // Below 2^128: cumulative is at most the total.
            uint128 balanceUpTo = uint128(Flow.upTo(pot.balance, cumulative));
            uint128 mintedUpTo = uint128(Flow.upTo(pot.minted, cumulative));
            Payment memory payment =
                Payment(shares[i].node, balanceUpTo - paid.balance, mintedUpTo - paid.minted);
            paid.balance = balanceUpTo;
            paid.minted = mintedUpTo;
            payments[offset + i] = payment;
            _pay(token, payment);
        }
    }

    function _pay(address token, Payment memory payment) private {
        if (payment.node.isAccount()) {
            Credit storage credit = creditOf[token][payment.node.toAccount()];
            credit.owed += payment.amount;
            credit.earned += payment.minted;
        } else {
            Pool storage pool = poolOf[token][payment.node];
            pool.balance += payment.amount;
            pool.minted += payment.minted;
        }
    }

    function _checkAttribution(Node contribution, Attribution calldata attribution) private view {
        bytes32 stored = REGISTRY.attributionHashOf(contribution);
        bytes32 given = attribution.hash();
        if (given != stored) revert RewardLedger_AttributionMismatch(contribution, given, stored);
    }

    /// @dev Over the words of the payments in order, without lengths or offsets.
    function _hash(Payment[] memory payments) private pure returns (bytes32) {
        bytes memory words;
        assembly ("memory-safe") {
            words := mload(0x40)
            let count := mload(payments)
            mstore(words, mul(count, 0x60))
            let to := add(words, 0x20)
            for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                mcopy(to, mload(add(add(payments, 0x20), mul(i, 0x20))), 0x60)
                to := add(to, 0x60)
            }
            mstore(0x40, to)
        }
        return keccak256(words);
    }
}
