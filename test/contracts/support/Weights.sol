// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Random weights of a given sum, each at least `least`.
library Weights {
    function make(
        bytes32 seed,
        uint256 count,
        uint256 sum,
        uint256 least
    ) internal pure returns (uint256[] memory weights) {
        weights = new uint256[](count);
        uint256 rest = sum - count * least;
        for (uint256 i; i < count; ++i) {
            uint256 extra = i + 1 == count ? rest : uint256(keccak256(abi.encode(seed, i))) % (rest + 1);
            // Halved now and then, so that not all of it goes to the first.
            if (i + 1 < count && uint8(seed[i % 32]) % 4 != 0) extra /= 1 + (count - i) / 2;
            weights[i] = least + extra;
            rest -= extra;
        }
    }
}
