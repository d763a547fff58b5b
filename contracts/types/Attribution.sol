// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Node} from "./Node.sol";

/// @param weight Parts per million.
struct Share {
    Node node;
    uint32 weight;
}

/// @param contributors 1 to 100 accounts or identities, weights sum to 1,000,000.
/// @param upstream 0 to 100 accepted contributions, weights sum to at most the rule `MaxUpstream`,
///        counted from the contributors' pot.
struct Attribution {
    Share[] contributors;
    Share[] upstream;
}

using AttributionLib for Attribution global;

library AttributionLib {
    /// @notice What the chain keeps of an attribution; everything else is in the event and comes back as calldata.
    function hash(Attribution calldata attribution) internal pure returns (bytes32) {
        return combine(hashShares(attribution.contributors), hashShares(attribution.upstream));
    }

    /// @notice keccak256 of the (node, weight) words, without offset or length.
    /// @dev Copies raw words: a weight with dirty high bits gives another hash, and reading it reverts.
    function hashShares(Share[] calldata shares) internal pure returns (bytes32 result) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            let size := mul(shares.length, 0x40)
            calldatacopy(free, shares.offset, size)
            result := keccak256(free, size)
        }
    }

    /// @notice keccak256(contributorsHash, upstreamHash).
    function combine(bytes32 contributorsHash, bytes32 upstreamHash) internal pure returns (bytes32 result) {
        assembly ("memory-safe") {
            mstore(0x00, contributorsHash)
            mstore(0x20, upstreamHash)
            result := keccak256(0x00, 0x40)
        }
    }
}
