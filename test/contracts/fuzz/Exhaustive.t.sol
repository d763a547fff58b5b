// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Emission} from "../../../contracts/libraries/Emission.sol";
import {Flow} from "../../../contracts/libraries/Flow.sol";
import {Split} from "../../../contracts/libraries/Split.sol";
import {Histogram, HistogramLib} from "../../../contracts/types/Histogram.sol";
import {PanelLib} from "../../../contracts/types/Panel.sol";
import {vm} from "../support/Vm.sol";

/// @notice Every case of small domains, where fuzzing tries some of large ones. What the domains leave out stands in
///         docs/invariants.md.
contract Exhaustive {
    uint256 private constant MOST_VOTES = 7;
    /// @dev From here on every budget is zero wei.
    uint256 private constant LAST_EPOCH = 80 * 208;
    uint256 private constant MOST_WEI = 10_000;
    /// @dev Seat numbers have 16 bits.
    uint256 private constant MOST_SEATS = 65_535;
    /// @dev A first panel is no larger, so that a second one fits its slot.
    uint256 private constant LARGEST_FIRST = 7;
    uint256 private constant WEIGHT_STEP = Flow.TOTAL / 20;

    /// @notice The median of every multiset of 1 to 7 votes on the levels 0 to 10: 31,823 of them.
    /// @dev The levels are chosen in ascending order, so the median needs no sorting to be known.
    function test_AZ08_theMedianOfEveryPanelUpToSevenVotes() external pure {
        uint256 tried;
        for (uint256 count = 1; count <= MOST_VOTES; ++count) {
            uint256[] memory levels = new uint256[](count);
            for (bool more = true; more; more = _next(levels)) {
                Histogram votes;
                for (uint256 i; i < count; ++i) votes = votes.add(levels[i]);
                if (votes.lowerMedian() != levels[(count - 1) / 2]) vm.assertTrue(false, "lower median");
                ++tried;
            }
        }
        vm.assertEq(tried, 31_823, "multisets");
    }

    /// @notice Every epoch until budgets are zero, one by one: the sum never exceeds the supply.
    function test_AZ01_theSumOfTheBudgetsOfEveryEpoch() external pure {
        uint256 sum;
        for (uint256 epoch; epoch <= LAST_EPOCH; ++epoch) {
            sum += Emission.budget(epoch);
            if (sum > Emission.MAX_SUPPLY) vm.assertTrue(false, "above the supply");
        }
        vm.assertEq(Emission.budget(LAST_EPOCH), 0, "the last budget");
    }

    /// @notice Every amount up to 10,000 wei: a floored tenth, and nothing lost.
    function test_AZ02_theSplitOfEverySmallAmount() external pure {
        for (uint256 amount; amount <= MOST_WEI; ++amount) {
            (uint256 citadel, uint256 people) = Split.ninetyTen(amount);
            bool isTenth = citadel * 10 <= amount && amount < (citadel + 1) * 10;
            if (!isTenth || citadel + people != amount) vm.assertTrue(false, "split");
        }
    }

    /// @notice Every division of the whole into four parts of twentieths, of every pot up to 40 wei: nothing is lost, and
    ///         no part is off by a wei or more.
    function test_AZ04_thePartsOfEverySmallPot() external pure {
        for (uint256 pot; pot <= 40; ++pot) {
            for (uint256 a; a <= Flow.TOTAL; a += WEIGHT_STEP) {
                for (uint256 b = a; b <= Flow.TOTAL; b += WEIGHT_STEP) {
                    for (uint256 c = b; c <= Flow.TOTAL; c += WEIGHT_STEP) _checkParts(pot, a, b, c);
                }
            }
        }
    }

    /// @notice The first panel for every limit and number of seats: odd, within both, and two more would be too many.
    function test_theFirstPanelOfEveryBench() external pure {
        for (uint256 limit = 1; limit <= LARGEST_FIRST; ++limit) {
            for (uint256 seats; seats <= MOST_SEATS; ++seats) {
                uint256 n = PanelLib.sizeFor(limit, seats);
                bool fits = n == 0 ? seats < 4 : n % 2 == 1 && n <= limit && 3 * n + 1 <= seats;
                bool isLargest = n + 2 > limit || 3 * (n + 2) + 1 > seats;
                if (!fits || (n > 0 && !isLargest)) vm.assertTrue(false, "a first panel");
            }
        }
    }

    /// @notice The second panel over every first one and number of seats: odd, at most 2n + 1, with enough others, and two
    ///         more would be too many. Whole wherever the first panel could be drawn.
    function test_theSecondPanelOfEveryBench() external pure {
        for (uint256 n = 1; n <= LARGEST_FIRST; n += 2) {
            for (uint256 seats; seats <= MOST_SEATS; ++seats) {
                uint256 size = PanelLib.secondSizeFor(n, seats);
                bool fits = size == 0 ? seats <= n : size % 2 == 1 && size <= 2 * n + 1 && size + n <= seats;
                bool isLargest = size + 2 > 2 * n + 1 || size + 2 + n > seats;
                if (!fits || (size > 0 && !isLargest)) vm.assertTrue(false, "a second panel");
                if (3 * n + 1 <= seats && size != 2 * n + 1) vm.assertTrue(false, "a whole second panel");
            }
        }
    }

    /// @param a The sums of the first one, two and three weights.
    function _checkParts(uint256 pot, uint256 a, uint256 b, uint256 c) private pure {
        uint256 paid;
        uint256 before;
        for (uint256 i; i < 4; ++i) {
            uint256 cumulative =
                i == 0
                    ? a
                    : i == 1
                        ? b
                        : i == 2
                            ? c
                            : Flow.TOTAL;
            uint256 part = Flow.upTo(pot, cumulative) - paid;
            uint256 exact = pot * (cumulative - before); // in millionths
            bool isClose = part * Flow.TOTAL < exact + Flow.TOTAL && exact < (part + 1) * Flow.TOTAL;
            if (!isClose) vm.assertTrue(false, "a part");
            paid += part;
            before = cumulative;
        }
        if (paid != pot) vm.assertTrue(false, "the sum of the parts");
    }

    /// @dev The next ascending choice of levels; false after the last one.
    function _next(uint256[] memory levels) private pure returns (bool) {
        for (uint256 i = levels.length; i > 0; --i) {
            uint256 level = levels[i - 1] + 1;
            if (level >= HistogramLib.LEVELS) continue;
            for (uint256 j = i - 1; j < levels.length; ++j) levels[j] = level;
            return true;
        }
        return false;
    }
}
