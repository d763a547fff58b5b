// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Emission} from "../../../contracts/libraries/Emission.sol";
import {bound, vm} from "../support/Vm.sol";

contract EmissionFuzz {
    /// @dev From here on every budget is zero wei.
    uint256 private constant LAST_HALVING = 80;

    function test_AZ01_allBudgetsTogetherStayBelow416Million() external pure {
        uint256 sum;
        for (uint256 i; i < LAST_HALVING; ++i)
            sum += Emission.HALVING * Emission.budget(i * Emission.HALVING);
        vm.assertEq(Emission.budget(LAST_HALVING * Emission.HALVING), 0, "the end");
        vm.assertEq(Emission.MAX_SUPPLY, 416_000_000 ether, "the limit");
        vm.assertTrue(sum < Emission.MAX_SUPPLY, "below the limit");
        vm.assertTrue(Emission.MAX_SUPPLY - sum < 416e18, "and close to it");
    }

    function test_AZ01_budgetsUpToAnyEpochStayBelow416Million(uint256 epoch) external pure {
        epoch = bound(epoch, 0, LAST_HALVING * Emission.HALVING);
        uint256 halvings = epoch / Emission.HALVING;
        uint256 sum = ((epoch % Emission.HALVING) + 1) * Emission.budget(epoch);
        for (uint256 i; i < halvings; ++i) sum += Emission.HALVING * Emission.budget(i * Emission.HALVING);
        vm.assertLe(sum, Emission.MAX_SUPPLY, "sum of budgets");
    }

    function test_AZ01_budgetsNeverGrow(uint32 epoch) external pure {
        vm.assertLe(Emission.budget(uint256(epoch) + 1), Emission.budget(epoch), "the next budget");
    }

    function test_AZ01_pointsTimesRateStayWithinBudgetAndCap(
        uint256 cap,
        uint32 epoch,
        uint128 points
    ) external pure {
        uint256 budget = Emission.budget(epoch);
        uint256 rate = Emission.rate(cap, budget, points);
        vm.assertLe(rate, cap, "rate");
        if (points > 0) vm.assertLe(rate * points, budget, "what all points get");
    }

    function test_AZ01_thePoolIsUsedUpButForLessThanAWeiAPoint(uint32 epoch, uint128 points) external pure {
        vm.assume(points > 0);
        uint256 budget = Emission.budget(epoch);
        uint256 rate = Emission.rate(type(uint256).max, budget, points);
        vm.assertTrue(budget - rate * points < points, "the rest");
    }

    function test_oneLevelIsAFactorOfTwo(uint256 level) external pure {
        level = bound(level, 0, 10);
        uint256 points = Emission.points(level);
        if (level == 0) vm.assertEq(points, 0, "level 0");
        else if (level == 1) vm.assertEq(points, 1, "level 1");
        else vm.assertEq(points, 2 * Emission.points(level - 1), "twice the level below");
    }
}
