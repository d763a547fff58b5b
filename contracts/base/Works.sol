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

    /// @dev One more than {openRounds}: a slot that never returns to zero is cheaper to count in.
    uint256 internal _openRoundsPlusOne = 1;

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
        return _openRoundsPlusOne - 1;
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

    function _record(LeafKind kind, Node contribution, bytes32 dataHash) internal {
        LEDGER.append(kind, Node.unwrap(contribution), msg.sender, dataHash);
    }

    function _inPhase(Node contribution, Phase required) internal view returns (Work memory work) {
        work = _works[contribution];
        if (work.phase != required) revert ProofOfValue_WrongPhase(contribution, work.phase, required);
    }
}
