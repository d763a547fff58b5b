// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LeafKind} from "../types/LeafKind.sol";

/// @title Append-only Merkle accumulator over every decision of the protocol.
/// @notice The tree is that of RFC 9162, section 2.1, with keccak256: a leaf is
///         keccak256(0x00, index, timestamp, emitter, kind, subject, actor, dataHash), tightly packed as
///         (bytes1, uint64, uint64, address, uint8, bytes32, address, bytes32); an inner node is
///         keccak256(0x01, left, right). The peaks of the Merkle mountain range, folded from right to left, are the
///         RFC's tree head, so its inclusion and consistency proofs apply as they stand.
/// @dev Leaf preimages (subject, actor, dataHash) of the kind that no other interface specifies:
/// - `Anchored`: the record, the caller, the record again
interface IAuditLedger {
    /// @notice Exactly the fields of the leaf.
    event Appended(
        uint64 indexed index,
        uint64 timestamp,
        address indexed emitter,
        LeafKind kind,
        bytes32 indexed subject,
        address actor,
        bytes32 dataHash
    );

    error AuditLedger_NotProtocol(address caller);

    /// @notice Appends a decision of one of the protocol's own contracts, and only of those.
    /// @dev Emits {Appended}.
    /// @return index The leaf's place, from 0.
    function append(
        LeafKind kind,
        bytes32 subject,
        address actor,
        bytes32 dataHash
    ) external returns (uint64 index);

    /// @notice Anchors anybody's outside record.
    /// @dev Emits {Appended}.
    function anchor(bytes32 record) external returns (uint64 index);

    /// @notice Number of leaves.
    function size() external view returns (uint64);

    /// @notice The peaks from the highest to the lowest: one a set bit of `size`.
    function peaks() external view returns (uint64 size_, bytes32[] memory peaks_);

    /// @notice The tree head of RFC 9162 over all leaves; keccak256 of nothing for an empty ledger.
    function root() external view returns (bytes32);
}
