// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Splits by cumulative weights: the k-th part is floor(pot x W_k / total) - floor(pot x W_(k-1) / total), where
///         W_k is the sum of the first k weights. The parts of a full set of weights add up to the pot exactly.
library Flow {
    /// @dev Parts per million.
    uint256 internal constant TOTAL = 1_000_000;

    /// @notice What the first weights of sum `cumulative` get together; subtract what was paid so far.
    /// @dev pot < 2^128 and cumulative <= 10^6, so the product fits.
    function upTo(uint256 pot, uint256 cumulative) internal pure returns (uint256) {
        unchecked {
            return (pot * cumulative) / TOTAL;
        }
    }
}
