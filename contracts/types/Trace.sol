// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice An amount from some second on. One slot: 48 + 96 + 32 bits.
/// @param count How many points came before; kept in the latest one only.
struct Point {
    uint48 since;
    uint96 amount;
    uint32 count;
}

/// @notice An amount with its history. The latest point has a slot of its own instead of standing at the end of an array,
///         so that the first one, which most accounts never go beyond, costs one new slot and not two.
struct Trace {
    Point latest;
    mapping(uint256 index => Point) earlier;
}

using TraceLib for Trace global;

library TraceLib {
    /// @dev Seconds never go back, so points are in order; a second change within one replaces the first. What is kept is
    ///      below 2^96, and points fewer than blocks.
    function set(Trace storage trace, uint48 since, uint256 amount) internal {
        Point memory latest = trace.latest;
        // Points are fewer than 2^32: one a block at most, of an account that somebody pays to change.
        unchecked {
            if (latest.since != since && latest.since != 0) trace.earlier[latest.count++] = latest;
        }
        trace.latest = Point(since, uint96(amount), latest.count);
    }

    /// @notice The amount as of a second, that second included.
    function amountAt(Trace storage trace, uint256 second) internal view returns (uint256) {
        Point memory latest = trace.latest;
        if (latest.since <= second) return latest.amount;
        // The first of the earlier points after the second; what is before it counts.
        uint256 low;
        uint256 high = latest.count;
        // Both stay below 2^32.
        unchecked {
            while (low < high) {
                uint256 middle = (low + high) / 2;
                if (trace.earlier[middle].since > second) high = middle;
                else low = middle + 1;
            }
            return low == 0 ? 0 : trace.earlier[low - 1].amount;
        }
    }
}
