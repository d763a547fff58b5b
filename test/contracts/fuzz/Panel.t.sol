// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Panel, PanelLib} from "../../../contracts/types/Panel.sol";
import {bound, vm} from "../support/Vm.sol";

contract PanelFuzz {
    function test_drawsDistinctSeatsInRange(bytes32 seed, uint256 seats, uint256 limit) external pure {
        seats = bound(seats, 4, 10_000);
        limit = bound(limit, 1, PanelLib.MAX_SIZE);
        uint256 n = PanelLib.sizeFor(limit, seats);
        Panel panel = PanelLib.draw(seed, n, seats);
        vm.assertEq(panel.size(), n, "size");
        for (uint256 i; i < n; ++i) {
            uint256 seat = panel.seatAt(i);
            vm.assertTrue(seat < seats, "in range");
            for (uint256 j; j < i; ++j) vm.assertTrue(panel.seatAt(j) != seat, "distinct");
        }
    }

    function test_isTheLargestOddPanelWithThreeTimesAsManySeats(uint256 seats, uint256 limit) external pure {
        seats = bound(seats, 0, 100);
        limit = bound(limit, 0, 20);
        uint256 expected;
        for (uint256 n = 1; n <= limit; n += 2) if (3 * n + 1 <= seats) expected = n;
        vm.assertEq(PanelLib.sizeFor(limit, seats), expected, "size");
    }

    function test_theQuorumIsTwoThirdsRoundedUp(uint256 n) external pure {
        n = bound(n, 1, PanelLib.MAX_SIZE);
        uint256 quorum = PanelLib.quorum(n);
        vm.assertTrue(3 * quorum >= 2 * n && 3 * (quorum - 1) < 2 * n, "ceil(2n / 3)");
    }

    /// @dev Over 256 runs of 7 of 30 a fixed seat is missing in all of them with probability 10^-30.
    function test_everySeatIsDrawnSometimes() external pure {
        uint256 drawn;
        for (uint256 i; i < 256; ++i) {
            Panel panel = PanelLib.draw(bytes32(i), 7, 30);
            for (uint256 j; j < 7; ++j) drawn |= 1 << panel.seatAt(j);
        }
        vm.assertEq(drawn, (1 << 30) - 1, "all seats");
    }

    function test_theSameSeedGivesTheSamePanelAndAnotherHardlyEver(bytes32 one, bytes32 two) external pure {
        vm.assume(one != two);
        uint256 panel = Panel.unwrap(PanelLib.draw(one, 15, 10_000));
        vm.assertEq(panel, Panel.unwrap(PanelLib.draw(one, 15, 10_000)), "same seed");
        vm.assertTrue(panel != Panel.unwrap(PanelLib.draw(two, 15, 10_000)), "another seed");
    }
}
