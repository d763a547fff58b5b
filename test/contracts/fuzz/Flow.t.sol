// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Flow} from "../../../contracts/libraries/Flow.sol";
import {bound, vm} from "../support/Vm.sol";
import {Weights} from "../support/Weights.sol";

contract FlowFuzz {
    uint256 private constant LEAST = 100;

    function test_AZ04_weightsArePartsPerMillion() external pure {
        vm.assertEq(Flow.TOTAL, 1_000_000, "the whole");
        vm.assertEq(Flow.upTo(10 ether, 250_000), 2.5 ether, "a quarter");
    }

    function test_AZ04_thePartsOfAPotAddUpToIt(uint128 pot, bytes32 seed, uint256 count) external pure {
        count = bound(count, 1, 100);
        uint256[] memory weights = Weights.make(seed, count, Flow.TOTAL, LEAST);
        uint256 paid;
        uint256 cumulative;
        for (uint256 i; i < count; ++i) {
            cumulative += weights[i];
            uint256 part = Flow.upTo(pot, cumulative) - paid;
            uint256 exact = (uint256(pot) * weights[i]) / Flow.TOTAL;
            vm.assertTrue(part == exact || part == exact + 1, "within a wei of the exact part");
            paid += part;
        }
        vm.assertEq(cumulative, Flow.TOTAL, "weights");
        vm.assertEq(paid, pot, "parts");
    }

    function test_AZ04_upstreamAndContributorsTogetherGetThePot(
        uint128 pot,
        bytes32 seed,
        uint256 count,
        uint256 upstream
    ) external pure {
        count = bound(count, 1, 100);
        upstream = bound(upstream, 0, Flow.TOTAL);
        uint256 up = Flow.upTo(pot, upstream);
        uint256 rest = pot - up;
        uint256[] memory weights = Weights.make(seed, count, Flow.TOTAL, LEAST);
        uint256 paid;
        uint256 cumulative;
        for (uint256 i; i < count; ++i) {
            cumulative += weights[i];
            paid += Flow.upTo(rest, cumulative) - paid;
        }
        vm.assertEq(up + paid, pot, "everything");
    }

    function test_AZ04_aLargerShareNeverGetsLess(uint128 pot, uint256 less, uint256 more) external pure {
        more = bound(more, 0, Flow.TOTAL);
        less = bound(less, 0, more);
        vm.assertLe(Flow.upTo(pot, less), Flow.upTo(pot, more), "monotone");
        vm.assertLe(Flow.upTo(pot, more), pot, "at most the pot");
    }
}
