// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice How much may be minted. Scores divide a budget, they never set the supply.
library Emission {
    uint256 internal constant FIRST_BUDGET = 1_000_000e18;
    /// @dev Epochs between halvings.
    uint256 internal constant HALVING = 208;
    /// @dev 208 x 1,000,000 x (1 + 1/2 + 1/4 + ...), approached from below.
    uint256 internal constant MAX_SUPPLY = 416_000_000e18;

    /// @notice 1,000,000 AZR >> (epoch / 208), in wei.
    function budget(uint256 epoch) internal pure returns (uint256) {
        return FIRST_BUDGET >> (epoch / HALVING);
    }

    /// @notice min(priceCap, budget / points), in wei a point: so points x rate <= budget.
    function rate(uint256 priceCap, uint256 budget_, uint256 points_) internal pure returns (uint256) {
        if (points_ == 0) return priceCap;
        uint256 even = budget_ / points_;
        return even < priceCap ? even : priceCap;
    }

    /// @notice 0 for level 0, else 2^(level - 1): one level is a factor of two.
    function points(uint256 level) internal pure returns (uint256) {
        return level == 0 ? 0 : 1 << (level - 1);
    }
}
