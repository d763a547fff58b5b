// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The tree head of RFC 9162, section 2.1.1, by its recursion over all leaves; independent of the ledger's peaks.
library Tree {
    function head(bytes32[] memory leaves, uint256 from, uint256 to) internal pure returns (bytes32) {
        uint256 count = to - from;
        if (count == 0) return keccak256("");
        if (count == 1) return leaves[from];
        uint256 k = 1;
        while (k * 2 < count) k *= 2;
        return
            keccak256(
                abi.encodePacked(bytes1(0x01), head(leaves, from, from + k), head(leaves, from + k, to))
            );
    }
}
