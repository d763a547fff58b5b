// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Histogram, HistogramLib} from "../../../contracts/types/Histogram.sol";
import {bound, vm} from "../support/Vm.sol";

contract HistogramFuzz {
    uint256 private constant MOST_VOTES = 15;

    function _votes(
        bytes32 seed,
        uint256 count
    ) private pure returns (uint256[] memory levels, Histogram votes) {
        levels = new uint256[](count);
        for (uint256 i; i < count; ++i) {
            levels[i] = uint8(seed[i]) % HistogramLib.LEVELS;
            votes = votes.add(levels[i]);
        }
    }

    function _sort(uint256[] memory values) private pure {
        for (uint256 i = 1; i < values.length; ++i) {
            for (uint256 j = i; j > 0 && values[j - 1] > values[j]; --j) {
                (values[j - 1], values[j]) = (values[j], values[j - 1]);
            }
        }
    }

    function test_AZ08_theMedianIsThatOfTheSortedVotes(bytes32 seed, uint256 count) external pure {
        count = bound(count, 1, MOST_VOTES);
        (uint256[] memory levels, Histogram votes) = _votes(seed, count);
        _sort(levels);
        vm.assertEq(votes.lowerMedian(), levels[(count - 1) / 2], "lower median");
        vm.assertEq(votes.total(), count, "total");
    }

    function test_countsEveryLevelByItself(bytes32 seed, uint256 count) external pure {
        count = bound(count, 0, MOST_VOTES);
        (uint256[] memory levels, Histogram votes) = _votes(seed, count);
        for (uint256 level; level < HistogramLib.LEVELS; ++level) {
            uint256 expected;
            for (uint256 i; i < count; ++i) if (levels[i] == level) ++expected;
            vm.assertEq(votes.count(level), expected, "votes of a level");
        }
    }

    function test_AZ08_theOrderOfVotesChangesNothing(bytes32 seed, uint256 count, uint256 by) external pure {
        count = bound(count, 1, MOST_VOTES);
        (uint256[] memory levels, Histogram votes) = _votes(seed, count);
        Histogram turned;
        by = by % count;
        for (uint256 i; i < count; ++i) turned = turned.add(levels[(i + by) % count]);
        vm.assertEq(Histogram.unwrap(turned), Histogram.unwrap(votes), "histogram");
    }

    /// @dev Three of five honest votes at least, and the honest ones a level apart: so is the median.
    function test_aMinorityCannotMoveTheMedianOutOfTheHonestVotes(
        bytes32 seed,
        uint256 honest
    ) external pure {
        honest = bound(honest, 4, 7);
        uint256 low = uint8(seed[31]) % 10;
        Histogram votes;
        for (uint256 i; i < honest; ++i) votes = votes.add(low + (uint8(seed[i]) % 2));
        for (uint256 i = honest; i < 7; ++i) votes = votes.add(uint8(seed[i]) % HistogramLib.LEVELS);
        uint256 median = votes.lowerMedian();
        vm.assertTrue(median == low || median == low + 1, "one of the honest levels");
    }
}
