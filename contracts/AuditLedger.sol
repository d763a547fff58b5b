// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuditLedger} from "./interfaces/IAuditLedger.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {LeafKind} from "./types/LeafKind.sol";

/// @title AuditLedger
/// @notice Roles: the protocol's own contracts append decisions; anyone anchors.
/// @dev Trust: a leaf says what its emitter said, and the emitter is part of the leaf; an anchor proves only that the
///      record existed. Assumes keccak256 is collision resistant. Liveness: appending has no precondition but the
///      caller, so it cannot block a decision. Worst case: a flood of anchors makes proofs a few hashes longer.
contract AuditLedger is IAuditLedger {
    bytes1 private constant LEAF = 0x00;
    uint256 private constant INNER = 0x01;

    address private immutable CONSTITUTION;
    address private immutable VALIDATORS;
    address private immutable REGISTRY;
    address private immutable PROOF_OF_VALUE;
    address private immutable REWARDS;
    address private immutable DISPUTES;
    address private immutable FUND;
    address private immutable GOVERNOR;

    /// @inheritdoc IAuditLedger
    uint64 public size;

    /// @dev The peak of 2^height leaves is current while bit `height` of `size` is set, and stale otherwise: leaving it
    ///      makes the next write to the slot cheaper than clearing it would save.
    mapping(uint256 height => bytes32 peak) private _peaks;

    constructor() {
        IGenesis genesis = IGenesis(msg.sender);
        CONSTITUTION = genesis.addressOf(Role.Constitution);
        VALIDATORS = genesis.addressOf(Role.ValidatorRegistry);
        REGISTRY = genesis.addressOf(Role.AttributionRegistry);
        PROOF_OF_VALUE = genesis.addressOf(Role.ProofOfValue);
        REWARDS = genesis.addressOf(Role.RewardLedger);
        DISPUTES = genesis.addressOf(Role.Disputes);
        FUND = genesis.addressOf(Role.CitadelFund);
        GOVERNOR = genesis.addressOf(Role.Governor);
    }

    /// @inheritdoc IAuditLedger
    function append(
        LeafKind kind,
        bytes32 subject,
        address actor,
        bytes32 dataHash
    ) external returns (uint64 index) {
        if (
            msg.sender != PROOF_OF_VALUE &&
            msg.sender != REGISTRY &&
            msg.sender != REWARDS &&
            msg.sender != VALIDATORS &&
            msg.sender != CONSTITUTION &&
            msg.sender != DISPUTES &&
            msg.sender != FUND &&
            msg.sender != GOVERNOR
        ) revert AuditLedger_NotProtocol(msg.sender);
        return _append(kind, subject, actor, dataHash);
    }

    /// @inheritdoc IAuditLedger
    function anchor(bytes32 record) external returns (uint64 index) {
        return _append(LeafKind.Anchored, record, msg.sender, record);
    }

    /// @inheritdoc IAuditLedger
    function peaks() public view returns (uint64 size_, bytes32[] memory peaks_) {
        size_ = size;
        uint256 count;
        for (uint256 rest = size_; rest != 0; rest &= rest - 1) ++count;
        peaks_ = new bytes32[](count);
        uint256 next;
        for (uint256 above = 64; above > 0; --above) {
            uint256 height = above - 1;
            if ((size_ >> height) & 1 == 1) peaks_[next++] = _peaks[height];
        }
    }

    /// @inheritdoc IAuditLedger
    function root() external view returns (bytes32 head) {
        (, bytes32[] memory peaks_) = peaks();
        uint256 i = peaks_.length;
        if (i == 0) return keccak256("");
        head = peaks_[--i];
        while (i > 0) head = _inner(peaks_[--i], head);
    }

    function _append(
        LeafKind kind,
        bytes32 subject,
        address actor,
        bytes32 dataHash
    ) private returns (uint64 index) {
        index = size;
        bytes32 node = keccak256(
            abi.encodePacked(LEAF, index, uint64(block.timestamp), msg.sender, kind, subject, actor, dataHash)
        );
        // One merge for each trailing set bit of the size, as in a binary counter: one on average.
        uint256 height;
        // The size cannot reach 2^64 within any gas supply.
        unchecked {
            for (uint256 rest = index; rest & 1 == 1; rest >>= 1) node = _inner(_peaks[height++], node);
            size = index + 1;
        }
        _peaks[height] = node;
        emit Appended(index, uint64(block.timestamp), msg.sender, kind, subject, actor, dataHash);
    }

    function _inner(bytes32 left, bytes32 right) private pure returns (bytes32 result) {
        assembly ("memory-safe") {
            // 0x01 at byte 31, then the two children: 65 bytes across scratch space and the free memory pointer's slot,
            // which is put back.
            let free := mload(0x40)
            mstore8(0x1f, INNER)
            mstore(0x20, left)
            mstore(0x40, right)
            result := keccak256(0x1f, 0x41)
            mstore(0x40, free)
        }
    }
}
