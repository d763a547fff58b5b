// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {IAttributionRegistry} from "../interfaces/IAttributionRegistry.sol";
import {IProofOfValue, Phase, RearmReason, Work} from "../interfaces/IProofOfValue.sol";
import {LeafKind} from "../types/LeafKind.sol";
import {Node} from "../types/Node.sol";
import {Rule, RuleWord} from "../types/Rules.sol";
import {Epochs} from "./Epochs.sol";

/// @notice The part of ProofOfValue that keeps where each work stands, and how many still wait for a score.
abstract contract Works is Epochs {
    IAttributionRegistry internal immutable REGISTRY;

    /// @dev One more than {openRounds}: a slot that never returns to zero is cheaper to count in.
    uint256 internal _openRoundsPlusOne = 1;

    mapping(Node contribution => Work) internal _works;

    constructor(IGenesis genesis) {
        REGISTRY = IAttributionRegistry(genesis.addressOf(Role.AttributionRegistry));
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
        _works[contribution].phase = Phase.Armed;
        _works[contribution].round = round;
        _works[contribution].armedAt = uint40(block.number);
        emit Rearmed(contribution, round, reason, uint40(block.number), drawBlock);
        // interaction
        _record(LeafKind.Rearmed, contribution, keccak256(abi.encode(round, reason, uint40(block.number))));
    }

    function _void(Node contribution, Work memory work) internal {
        // effect
        _works[contribution].phase = Phase.Void;
        _openRoundsPlusOne -= 1;
        emit Voided(contribution, work.opening, work.round);
        // interaction
        _record(LeafKind.Voided, contribution, keccak256(abi.encode(work.opening, work.round)));
        REGISTRY.releaseBond(contribution, false);
    }

    function _record(LeafKind kind, Node contribution, bytes32 dataHash) internal {
        LEDGER.append(kind, Node.unwrap(contribution), msg.sender, dataHash);
    }

    function _inPhase(Node contribution, Phase required) internal view returns (Work memory work) {
        work = _works[contribution];
        if (work.phase != required) revert ProofOfValue_WrongPhase(contribution, work.phase, required);
    }
}
