// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttributionRegistry} from "../interfaces/IAttributionRegistry.sol";
import {Share} from "../types/Attribution.sol";
import {Node, NodeKind} from "../types/Node.sol";

/// @notice What a list of shares must be, whoever checks the nodes themselves.
library Attributions {
    uint256 internal constant MAX_SHARES = 100;
    /// @dev 0.01% in parts per million.
    uint256 internal constant MIN_WEIGHT = 100;

    /// @notice Checks count, order and least weight. Reverts with the registry's errors.
    /// @return sum Of the weights, in parts per million.
    function check(Share[] calldata shares) internal pure returns (uint256 sum) {
        if (shares.length > MAX_SHARES) {
            revert IAttributionRegistry.AttributionRegistry_TooManyShares(shares.length, MAX_SHARES);
        }
        Node last;
        for (uint256 i; i < shares.length; ++i) {
            Node node = shares[i].node;
            uint256 weight = shares[i].weight;
            // Strictly ascending: one pass refuses every duplicate, and the null node.
            if (!(last < node)) revert IAttributionRegistry.AttributionRegistry_NotAscending(i, node);
            if (weight < MIN_WEIGHT) {
                revert IAttributionRegistry.AttributionRegistry_WeightTooSmall(node, weight, MIN_WEIGHT);
            }
            last = node;
            // At most 100 x 2^32.
            unchecked {
                sum += weight;
            }
        }
    }

    /// @notice Whether a node may be credited: an account, or an identity.
    function isContributor(Node node) internal pure returns (bool) {
        NodeKind kind = node.kind();
        return kind == NodeKind.Account || kind == NodeKind.Identity;
    }
}
