// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Counted votes per level 0 to 10: 11 lanes of 8 bits. A panel has at most 15 seats, so no lane can
///         overflow, and 88 bits leave room for the round's times in the same slot.
type Histogram is uint88;

using HistogramLib for Histogram global;

library HistogramLib {
    uint256 internal constant LEVELS = 11;

    /// @dev `level` must be below `LEVELS`; the caller refuses others.
    function add(Histogram histogram, uint256 level) internal pure returns (Histogram) {
        return Histogram.wrap(uint88(Histogram.unwrap(histogram) + (1 << (8 * level))));
    }

    function count(Histogram histogram, uint256 level) internal pure returns (uint256) {
        return (Histogram.unwrap(histogram) >> (8 * level)) & 0xff;
    }

    function total(Histogram histogram) internal pure returns (uint256 sum) {
        for (uint256 level; level < LEVELS; ++level) sum += histogram.count(level);
    }

    /// @notice The lower median: the smallest level at or below which lies at least half of the votes.
    /// @dev Meaningless for an empty histogram (0); the caller has a quorum.
    function lowerMedian(Histogram histogram) internal pure returns (uint256 level) {
        uint256 votes = histogram.total();
        uint256 below = histogram.count(0);
        while (below * 2 < votes) below += histogram.count(++level);
    }
}
