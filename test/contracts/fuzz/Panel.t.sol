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

    function test_theSecondIsTwiceTheFirstAndOneOrTheLargestOddOneOfTheOthers(
        uint256 n,
        uint256 seats
    ) external pure {
        n = 2 * bound(n, 0, PanelLib.MAX_SIZE / 4) + 1;
        seats = bound(seats, 0, 4 * n);
        uint256 expected;
        for (uint256 size = 1; size <= 2 * n + 1; size += 2) if (size + n <= seats) expected = size;
        vm.assertEq(PanelLib.secondSizeFor(n, seats), expected, "size");
    }

    function test_theQuorumIsTwoThirdsRoundedUp(uint256 n) external pure {
        n = bound(n, 1, PanelLib.MAX_SIZE);
        uint256 quorum = PanelLib.quorum(n);
        vm.assertTrue(3 * quorum >= 2 * n && 3 * (quorum - 1) < 2 * n, "ceil(2n / 3)");
    }

    /// @dev The words are read from the hashes' bytes here, the last two of a hash first.
    function test_aCandidateIsTheNextWordOfTheSeedAndFairBelowTheLastFullRound(
        bytes32 seed,
        uint256 index,
        uint256 seats
    ) external pure {
        index = bound(index, 0, 10_000);
        seats = bound(seats, 1, 65_535);
        bytes32 random = keccak256(abi.encode(seed, index / 16));
        uint256 low = 31 - 2 * (index % 16);
        uint256 word = uint256(uint8(random[low])) + 256 * uint256(uint8(random[low - 1]));
        (bool fair, uint256 seat) = PanelLib.candidate(seed, index, seats);
        vm.assertEq(seat, word - (word / seats) * seats, "the rest");
        vm.assertEq(fair ? 1 : 0, word / seats < 65_536 / seats ? 1 : 0, "no number has one word more");
    }

    function test_drawingCandidateByCandidateIsTheSameDraw(
        bytes32 seed,
        uint256 n,
        uint256 seats
    ) external pure {
        n = bound(n, 1, PanelLib.MAX_SIZE);
        seats = bound(seats, n, 65_535);
        Panel panel = PanelLib.draw(seed, n, seats);
        uint256 packed;
        uint256 found;
        for (uint256 i; found < n; ++i) {
            (bool fair, uint256 seat) = PanelLib.candidate(seed, i, seats);
            if (!fair || PanelLib.contains(packed, found, seat)) continue;
            vm.assertEq(panel.seatAt(found), seat, "in the same order");
            packed |= seat << (16 * found++);
        }
        vm.assertEq(Panel.unwrap(PanelLib.pack(packed, n)), Panel.unwrap(panel), "the same panel");
    }

    /// @dev Of 40,000 seats the first 25,536 would have two words and the rest one, if none were refused: 78% of all seats
    ///      drawn would be among them, instead of 64%. So many draws are off by 1% with probability below 10^-2, and these
    ///      are always the same.
    function test_candidatesFavourNoSeat() external pure {
        uint256 refused;
        uint256 low;
        for (uint256 i; i < 16_000; ++i) {
            (bool fair, uint256 seat) = PanelLib.candidate(keccak256("fair"), i, 40_000);
            if (!fair) ++refused;
            else if (seat < 25_536) ++low;
        }
        _isClose(refused, 16_000, 389_648); // 25,536 of 65,536 words
        _isClose(low, 16_000 - refused, 638_400);
    }

    /// @dev The first words of this seed are 40,000 and 15,862. No run would meet the very first refused one by chance.
    function test_theFirstWordAfterTheLastFullRoundIsRefused() external pure {
        bytes32 seed = bytes32(uint256(4_065));
        (bool isFirstFair, uint256 first) = PanelLib.candidate(seed, 0, 40_000);
        vm.assertTrue(!isFirstFair && first == 0, "it would favour seat 0");
        (bool isLastFair, uint256 last) = PanelLib.candidate(seed, 0, 40_001);
        vm.assertTrue(isLastFair && last == 40_000, "with one seat more it is the last fair one");
        vm.assertEq(PanelLib.draw(seed, 1, 40_000).seatAt(0), 15_862, "the next word");
    }

    function _isClose(uint256 count, uint256 all, uint256 ppm) private pure {
        uint256 found = (count * 1_000_000) / all;
        vm.assertTrue(found < ppm + 10_000 && ppm < found + 10_000, "within 1%");
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
