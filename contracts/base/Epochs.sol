// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuditLedger} from "../interfaces/IAuditLedger.sol";
import {IConstitution} from "../interfaces/IConstitution.sol";
import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {IProofOfValue} from "../interfaces/IProofOfValue.sol";
import {Emission} from "../libraries/Emission.sol";
import {Rule} from "../types/Rules.sol";

/// @notice The part of ProofOfValue that counts points by epoch and fixes what a point is worth.
/// @dev A sealed epoch's points never change, whatever becomes of the rule `SealDelay`: so the sum of its settlements
///      never exceeds its budget. A work that comes too late for an epoch seals it, so that what it missed is fixed too.
abstract contract Epochs is IProofOfValue {
    /// @dev One slot.
    struct Epoch {
        uint128 points;
        bool isSealed;
    }

    IConstitution internal immutable CONSTITUTION;
    IAuditLedger internal immutable LEDGER;

    /// @inheritdoc IProofOfValue
    uint256 public immutable GENESIS_TIME;

    /// @inheritdoc IProofOfValue
    uint256 public immutable EPOCH_LENGTH;

    mapping(uint32 epoch => Epoch) private _epochs;

    constructor(IGenesis genesis, uint256 epochLength) {
        if (epochLength == 0) revert ProofOfValue_InvalidEpochLength(epochLength);
        CONSTITUTION = IConstitution(genesis.addressOf(Role.Constitution));
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));
        GENESIS_TIME = block.timestamp;
        EPOCH_LENGTH = epochLength;
        emit EpochsStarted(block.timestamp, epochLength);
    }

    /// @inheritdoc IProofOfValue
    function sealEpoch(uint32 epoch) external {
        if (_epochs[epoch].isSealed) revert ProofOfValue_EpochAlreadySealed(epoch);
        _seal(epoch);
    }

    /// @inheritdoc IProofOfValue
    function epochAt(uint256 timestamp) public view returns (uint256) {
        return (timestamp - GENESIS_TIME) / EPOCH_LENGTH;
    }

    /// @inheritdoc IProofOfValue
    function epochOf(uint32 epoch) external view returns (uint256 points, bool isSealed) {
        return (_epochs[epoch].points, _epochs[epoch].isSealed);
    }

    /// @inheritdoc IProofOfValue
    function sealableAt(uint32 epoch) public view returns (uint256) {
        uint256 delay = CONSTITUTION.valueOf(Rule.SealDelay, CONSTITUTION.version());
        return GENESIS_TIME + (uint256(epoch) + 1) * EPOCH_LENGTH + delay;
    }

    /// @dev Adds points to the epoch in which a window ended or, if that one is closed, to the present one.
    function _join(uint256 windowEnd, uint256 points) internal returns (uint32 epoch, bool late) {
        // Seconds since genesis by the epoch's length: far below 2^32.
        epoch = uint32(epochAt(windowEnd));
        if (block.timestamp >= sealableAt(epoch)) _seal(epoch);
        late = _epochs[epoch].isSealed;
        if (late) epoch = uint32(epochAt(block.timestamp));
        _epochs[epoch].points += uint128(points);
    }

    /// @dev Fixes an epoch's points, if that has not been done.
    function _seal(uint32 epoch) internal {
        Epoch storage state = _epochs[epoch];
        if (state.isSealed) return;
        uint256 from = sealableAt(epoch);
        if (block.timestamp < from) revert ProofOfValue_EpochNotSealed(epoch, from);
        state.isSealed = true;
        uint256 budget = Emission.budget(epoch);
        uint256 points = state.points;
        emit EpochSealed(epoch, points, budget, points == 0 ? 0 : budget / points);
    }

    /// @param missing Points that are not counted in the epoch, and would have been.
    /// @return In wei a point.
    function _rateOf(uint32 epoch, uint256 priceCap, uint256 missing) internal view returns (uint256) {
        return Emission.rate(priceCap, Emission.budget(epoch), _epochs[epoch].points + missing);
    }
}
