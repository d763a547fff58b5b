// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

import {IAttributionRegistry} from "./interfaces/IAttributionRegistry.sol";
import {IAuditLedger} from "./interfaces/IAuditLedger.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IProofOfValue} from "./interfaces/IProofOfValue.sol";
import {IRewardLedger, Payment, PotOrigin} from "./interfaces/IRewardLedger.sol";
import {IVoice} from "./interfaces/IVoice.sol";
import {Flow} from "./libraries/Flow.sol";
import {Split} from "./libraries/Split.sol";
import {Attribution, Share} from "./types/Attribution.sol";
import {Balance, BalanceLib} from "./types/Balance.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {Node, NodeLib} from "./types/Node.sol";

/// @title RewardLedger
/// @notice Roles: `ProofOfValue` settles what it has just minted here; anyone rewards works in any ERC-20, flows pools and
///         pays accounts out. Nobody can move a credit elsewhere, stop a withdrawal or change a share.
/// @dev Trust: the registered attribution, checked by hash, decides every split. Assumes that AZR moves exactly what it is
///      told to. Of another token nothing is assumed: its books are its own, and at worst it pays out of them what it holds.
///      Reentrancy: a credit is cleared before its token is called, and every state is whole at that moment; while a reward
///      is measured, nothing else may change the ledger's balance. Liveness: a withdrawal calls nothing but the token and,
///      for AZR, `Voice`, which cannot refuse (AZ-09); a flow also reads the registry, which never refuses a read.
contract RewardLedger is IRewardLedger, Multicall {
    using SafeERC20 for IERC20;

    IAttributionRegistry private immutable REGISTRY;
    IAuditLedger private immutable LEDGER;
    address private immutable PROOF_OF_VALUE;
    address private immutable AZR;
    address private immutable FUND;
    IVoice private immutable VOICE;

    /// @dev For the length of a transaction only: a reward's transfer is being measured.
    bool private transient _measuring;

    /// @dev A storage pointer, which a value has none: its place is computed once for reading and writing.
    struct Holding {
        Balance balance;
    }

    /// @dev Pools and credits alike: one graph, one kind of balance.
    mapping(address token => mapping(Node node => Holding)) private _holdings;

    constructor() {
        IGenesis genesis = IGenesis(msg.sender);
        REGISTRY = IAttributionRegistry(genesis.addressOf(Role.AttributionRegistry));
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));
        PROOF_OF_VALUE = genesis.addressOf(Role.ProofOfValue);
        AZR = genesis.addressOf(Role.AzoraToken);
        FUND = genesis.addressOf(Role.CitadelFund);
        VOICE = IVoice(genesis.addressOf(Role.Voice));
    }

    /// @inheritdoc IRewardLedger
    function settle(
        Node contribution,
        Attribution calldata attribution,
        uint256 amount
    ) external returns (bytes32 paymentsHash) {
        // check
        if (msg.sender != PROOF_OF_VALUE) revert RewardLedger_NotProofOfValue(msg.sender);
        _checkAttribution(contribution, attribution);
        // effect: the whole pot is newly minted
        Payment[] memory payments = _split(AZR, attribution, amount, amount);
        emit Flowed(AZR, contribution, PotOrigin.Settlement, amount, amount, payments);
        return _hash(payments);
    }

    /// @inheritdoc IRewardLedger
    function reward(
        address token,
        Node contribution,
        uint256 amount,
        Attribution calldata attribution
    ) external {
        // check
        if (token.code.length == 0) revert RewardLedger_NotToken(token);
        if (!IProofOfValue(PROOF_OF_VALUE).isAccepted(contribution)) {
            revert RewardLedger_NotAccepted(contribution);
        }
        _checkAttribution(contribution, attribution);
        // interaction: nothing is written before it, and what arrived is known only after it
        uint256 arrived = _receive(token, amount);
        // effect: what is paid by hand is never newly minted
        (uint256 citadel, uint256 people) = Split.ninetyTen(arrived);
        Payment[] memory payments = _split(token, attribution, people, 0);
        emit Flowed(token, contribution, PotOrigin.Reward, people, 0, payments);
        emit Rewarded(token, contribution, msg.sender, arrived, citadel);
        // interaction: some tokens refuse to move nothing
        if (citadel > 0) IERC20(token).safeTransfer(FUND, citadel);
        LEDGER.append(
            LeafKind.Rewarded,
            Node.unwrap(contribution),
            msg.sender,
            keccak256(abi.encode(token, arrived, citadel, _hash(payments)))
        );
    }

    /// @inheritdoc IRewardLedger
    function flow(address token, Node node, Attribution calldata attribution) external {
        // check
        Holding storage holding = _holdings[token][node];
        Balance pot = holding.balance;
        (uint256 amount, uint256 minted) = (pot.amount(), pot.minted());
        if (node.isAccount()) revert RewardLedger_CannotFlow(node);
        if (amount == 0) revert RewardLedger_NothingToFlow(token, node);
        // effect
        holding.balance = Balance.wrap(0);
        Payment[] memory payments;
        if (node.isIdentity()) {
            payments = _payIdentity(token, node, attribution, pot);
        } else {
            _checkAttribution(node, attribution);
            payments = _split(token, attribution, amount, minted);
        }
        emit Flowed(token, node, PotOrigin.Pool, amount, minted, payments);
        // interaction
        LEDGER.append(
            LeafKind.Flowed,
            Node.unwrap(node),
            msg.sender,
            keccak256(abi.encode(token, amount, minted, _hash(payments)))
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

    /// @inheritdoc IRewardLedger
    function poolOf(address token, Node node) external view returns (uint256 amount, uint256 minted) {
        if (node.isAccount()) return (0, 0);
        Balance pool = _holdings[token][node].balance;
        return (pool.amount(), pool.minted());
    }

    /// @inheritdoc IRewardLedger
    function creditOf(address token, address account) external view returns (uint256 owed, uint256 earned) {
        Balance credit = _holdings[token][NodeLib.fromAccount(account)].balance;
        return (credit.amount(), credit.minted());
    }

    function _withdraw(address token, address account, address to) private returns (uint256 amount) {
        // check
        if (_measuring) revert RewardLedger_RewardUnderWay();
        if (to == address(0) || to == address(this)) revert RewardLedger_InvalidRecipient(to);
        Holding storage holding = _holdings[token][NodeLib.fromAccount(account)];
        Balance credit = holding.balance;
        amount = credit.amount();
        if (amount == 0) revert RewardLedger_NothingOwed(token, account);
        // effect
        holding.balance = credit.withdrawn();
        emit Withdrawn(token, account, to, amount);
        // interaction
        if (token == AZR) VOICE.sync(account, credit.minted());
        IERC20(token).safeTransfer(to, amount);
    }

    /// @dev Takes a token from the caller and measures what came. A token that calls back meanwhile, as those with hooks do,
    ///      could otherwise have one payment counted twice.
    function _receive(address token, uint256 amount) private returns (uint256 arrived) {
        // check
        if (_measuring) revert RewardLedger_RewardUnderWay();
        // effect and interaction
        _measuring = true;
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransferFrom(msg.sender, address(this), amount);
        uint256 present = IERC20(token).balanceOf(address(this));
        _measuring = false;
        // check: a token may say anything
        if (present <= before) revert RewardLedger_NothingArrived(token);
        arrived = present - before;
        if (arrived > type(uint128).max) {
            revert RewardLedger_TooMuchArrived(token, arrived, type(uint128).max);
        }
    }

    function _payIdentity(
        address token,
        Node identity,
        Attribution calldata attribution,
        Balance pot
    ) private returns (Payment[] memory payments) {
        if (attribution.contributors.length + attribution.upstream.length != 0) {
            revert RewardLedger_UnexpectedAttribution(identity);
        }
        address account = REGISTRY.accountOf(identity);
        if (account == address(0)) revert RewardLedger_IdentityNotLinked(identity);
        Node node = NodeLib.fromAccount(account);
        payments = new Payment[](1);
        payments[0] = Payment(node, pot.amount(), pot.minted());
        Holding storage holding = _holdings[token][node];
        holding.balance = holding.balance.add(pot);
    }

    /// @dev Upstream first, from the whole pot; the contributors share what is left. The weights of the contributors sum to
    ///      the total, so nothing remains.
    function _split(
        address token,
        Attribution calldata attribution,
        uint256 amount,
        uint256 minted
    ) private returns (Payment[] memory payments) {
        Share[] calldata upstream = attribution.upstream;
        Share[] calldata contributors = attribution.contributors;
        payments = new Payment[](upstream.length + contributors.length);
        (uint256 amountPaid, uint256 mintedPaid) = _payShares(token, upstream, amount, minted, payments, 0);
        // Cannot underflow: cumulative weights give at most the pot.
        unchecked {
            _payShares(
                token,
                contributors,
                amount - amountPaid,
                minted - mintedPaid,
                payments,
                upstream.length
            );
        }
    }

    /// @return amountPaid What the shares got together.
    /// @return mintedPaid The newly minted part of it.
    function _payShares(
        address token,
        Share[] calldata shares,
        uint256 amount,
        uint256 minted,
        Payment[] memory payments,
        uint256 offset
    ) private returns (uint256 amountPaid, uint256 mintedPaid) {
        mapping(Node => Holding) storage holdings = _holdings[token];
        uint256 cumulative;
        // The registered weights sum to the total at most: no sum overflows, and no part exceeds its pot.
        unchecked {
            for (uint256 i; i < shares.length; ++i) {
                Node node = shares[i].node;
                cumulative += shares[i].weight;
                uint256 amountUpTo = Flow.upTo(amount, cumulative);
                uint256 mintedUpTo = Flow.upTo(minted, cumulative);
                Payment memory payment = payments[offset + i];
                payment.node = node;
                payment.amount = amountUpTo - amountPaid;
                payment.minted = mintedUpTo - mintedPaid;
                Holding storage holding = holdings[node];
                holding.balance = holding.balance.add(BalanceLib.pack(payment.amount, payment.minted));
                amountPaid = amountUpTo;
                mintedPaid = mintedUpTo;
            }
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
            for {
                let i := 0
            } lt(i, count) {
                i := add(i, 1)
            } {
                mcopy(to, mload(add(add(payments, 0x20), mul(i, 0x20))), 0x60)
                to := add(to, 0x60)
            }
            mstore(0x40, to)
        }
        return keccak256(words);
    }
}
