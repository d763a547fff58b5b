// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {IAttributionRegistry} from "../interfaces/IAttributionRegistry.sol";
import {IDisputes} from "../interfaces/IDisputes.sol";
import {IProofOfValue, Phase, RearmReason, Work} from "../interfaces/IProofOfValue.sol";
import {LeafKind} from "../types/LeafKind.sol";
import {Node} from "../types/Node.sol";
import {Rule, RuleWord} from "../types/Rules.sol";
import {Epochs} from "./Epochs.sol";

/// @notice The part of ProofOfValue that keeps where each work stands, and how many still wait for a score.
abstract contract Works is Epochs {
    IAttributionRegistry internal immutable REGISTRY;
    IDisputes internal immutable DISPUTES;

    /// @dev In the lower 64 bits one more than {openRounds}, for a slot that never returns to zero is cheaper to count in;
    ///      above them {stoppedUntil}, so that asking for it costs a registration no further read.
    uint256 private _gate = 1;
    uint256 private constant COUNT_BITS = 64;

    mapping(Node contribution => Work) internal _works;

    constructor(IGenesis genesis) {
        REGISTRY = IAttributionRegistry(genesis.addressOf(Role.AttributionRegistry));
        DISPUTES = IDisputes(genesis.addressOf(Role.Disputes));
    }

    /// @inheritdoc IProofOfValue
    function workOf(Node contribution) external view returns (Work memory) {
        return _works[contribution];
    }

    /// @inheritdoc IProofOfValue
    function isAccepted(Node contribution) external view returns (bool) {
        Phase phase = _works[contribution].phase;
        return phase == Phase.Accepted || phase == Phase.Settled;
    }

    /// @inheritdoc IProofOfValue
    function openRounds() public view returns (uint256) {
        return uint64(_gate) - 1;
    }

    /// @inheritdoc IProofOfValue
    function stoppedUntil() external view returns (uint40) {
        // Nothing above it.
        return uint40(_gate >> COUNT_BITS);
    }

    /// @inheritdoc IProofOfValue
    function stop(uint40 until) external {
        if (msg.sender != address(CONSTITUTION)) revert ProofOfValue_NotConstitution(msg.sender);
        _gate = (uint256(until) << COUNT_BITS) | uint64(_gate);
    }

    /// @dev A new round for the same opening: a fresh seed, seats as of now.
    function _arm(Node contribution, Work memory work, RearmReason reason) internal {
        // effect
        uint16 round = work.round + 1;
        RuleWord registration = CONSTITUTION.word(work.rulesVersion, Rule.ArmingDelay.wordOf());
        uint40 drawBlock = uint40(block.number + registration.get(Rule.ArmingDelay));
        Work storage stored = _works[contribution];
        stored.phase = Phase.Armed;
        stored.round = round;
        stored.armedAt = uint40(block.number);
        emit Rearmed(contribution, round, reason, uint40(block.number), drawBlock);
        // interaction
        _record(LeafKind.Rearmed, contribution, keccak256(abi.encode(round, reason, uint40(block.number))));
    }

    /// @dev The present panel has missed its second draw, or fallen short twice.
    function _giveUp(Node contribution, Work memory work) internal virtual;

    /// @dev One more work comes in, unless the guardian has stopped them. There will never be 2^64 of them.
    function _admit() internal {
        uint256 gate = _gate;
        uint256 until = gate >> COUNT_BITS;
        if (block.timestamp < until) revert ProofOfValue_Stopped(block.timestamp, until);
        _gate = gate + 1;
    }

    /// @dev One more work waits for a score, which was in before.
    function _wait() internal {
        _gate += 1;
    }

    /// @dev One work waits no longer. Each was counted, so the count never falls below its one.
    function _waitNoMore() internal {
        _gate -= 1;
    }

    function _record(LeafKind kind, Node contribution, bytes32 dataHash) internal {
        LEDGER.append(kind, Node.unwrap(contribution), msg.sender, dataHash);
    }

    function _inPhase(Node contribution, Phase required) internal view returns (Work memory work) {
        work = _works[contribution];
        if (work.phase != required) revert ProofOfValue_WrongPhase(contribution, work.phase, required);
    }
}
