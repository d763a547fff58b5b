// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGenesis} from "../interfaces/IGenesis.sol";
import {IGuardianship} from "../interfaces/IGuardianship.sol";
import {LeafKind} from "../types/LeafKind.sol";
import {Critics} from "./Critics.sol";

/// @notice The part of the Constitution that keeps the guardian's office.
/// @dev Trust: a guardian who means harm, or whose key is stolen, keeps new works out for 7 days of each 30, until the
///      timelock replaces it or its term ends by itself. It cannot touch a work that is registered, a score, a payment or a
///      withdrawal, nor extend its own term. All limits are constants here; `ProofOfValue` only keeps the time.
abstract contract Guardianship is Critics {
    /// @dev One slot.
    struct Office {
        address guardian;
        uint40 termEnd;
        uint40 nextStopAt;
    }

    uint256 private constant TERM = 365 days;
    uint256 private constant LONGEST_STOP = 7 days;
    uint256 private constant STOP_INTERVAL = 30 days;

    Office private _office;

    /// @param first In office from the deployment on; zero: nobody.
    constructor(IGenesis genesis, address first) Critics(genesis) {
        if (first != address(0)) _setGuardian(first);
    }

    /// @inheritdoc IGuardianship
    function setGuardian(address account) external {
        // check
        if (msg.sender != TIMELOCK) revert Constitution_NotTimelock(msg.sender);
        // effect and interaction
        _setGuardian(account);
    }

    /// @inheritdoc IGuardianship
    function stop(uint256 duration, bytes32 reasonHash) external {
        // check
        Office memory office = _office;
        if (msg.sender != office.guardian) revert Constitution_NotGuardian(msg.sender);
        if (block.timestamp >= office.termEnd) {
            revert Constitution_TermEnded(block.timestamp, office.termEnd);
        }
        if (duration == 0 || duration > LONGEST_STOP) revert Constitution_InvalidStop(duration, LONGEST_STOP);
        if (reasonHash == 0) revert Constitution_MissingStopReason();
        if (block.timestamp < office.nextStopAt) {
            revert Constitution_StoppedLately(block.timestamp, office.nextStopAt);
        }
        // effect: times fit 40 bits for 34,000 years
        uint40 until = uint40(block.timestamp + duration);
        _office.nextStopAt = uint40(block.timestamp + STOP_INTERVAL);
        emit Stopped(msg.sender, until, reasonHash);
        // interaction
        PROOF_OF_VALUE.stop(until);
        LEDGER.append(
            LeafKind.Stopped,
            bytes32(uint256(until)),
            msg.sender,
            keccak256(abi.encode(reasonHash))
        );
    }

    /// @inheritdoc IGuardianship
    function liftStop() external {
        // check
        if (msg.sender != _office.guardian && msg.sender != TIMELOCK) {
            revert Constitution_MayNotLift(msg.sender);
        }
        uint40 until = PROOF_OF_VALUE.stoppedUntil();
        if (block.timestamp >= until) revert Constitution_NotStopped(block.timestamp, until);
        // effect
        emit StopLifted(msg.sender, until);
        // interaction
        PROOF_OF_VALUE.stop(uint40(block.timestamp));
        LEDGER.append(
            LeafKind.StopLifted,
            bytes32(block.timestamp),
            msg.sender,
            keccak256(abi.encode(until))
        );
    }

    /// @inheritdoc IGuardianship
    function guardian() external view returns (address account, uint40 termEnd, uint40 nextStopAt) {
        Office memory office = _office;
        return (office.guardian, office.termEnd, office.nextStopAt);
    }

    function _setGuardian(address account) private {
        // effect
        uint40 termEnd = account == address(0) ? 0 : uint40(block.timestamp + TERM);
        _office.guardian = account;
        _office.termEnd = termEnd;
        emit GuardianSet(account, termEnd);
        // interaction
        LEDGER.append(
            LeafKind.GuardianSet,
            bytes32(uint256(uint160(account))),
            msg.sender,
            keccak256(abi.encode(termEnd))
        );
    }
}
