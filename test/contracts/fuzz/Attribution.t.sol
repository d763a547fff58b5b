// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttributionRegistry} from "../../../contracts/interfaces/IAttributionRegistry.sol";
import {Attributions} from "../../../contracts/libraries/Attributions.sol";
import {Attribution, AttributionLib, Share} from "../../../contracts/types/Attribution.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {bound, vm} from "../support/Vm.sol";
import {Weights} from "../support/Weights.sol";

contract AttributionFuzz {
    function _shares(bytes32 seed, uint256 count) private pure returns (Share[] memory shares) {
        shares = new Share[](count);
        uint256[] memory weights = Weights.make(seed, count, 1_000_000, 100);
        uint256 node;
        for (uint256 i; i < count; ++i) {
            node += 1 + (uint256(keccak256(abi.encode(seed, i))) >> 9);
            shares[i] = Share(Node.wrap(bytes32(node)), uint32(weights[i]));
        }
    }

    function hashShares(Share[] calldata shares) external pure returns (bytes32) {
        return AttributionLib.hashShares(shares);
    }

    function hash(Attribution calldata attribution) external pure returns (bytes32) {
        return attribution.hash();
    }

    function check(Share[] calldata shares) external pure returns (uint256) {
        return Attributions.check(shares);
    }

    function test_theHashIsThatOfTheWords(bytes32 seed, uint256 count) external view {
        count = bound(count, 1, 100);
        Share[] memory shares = _shares(seed, count);
        bytes memory words;
        for (uint256 i; i < count; ++i) {
            words = abi.encodePacked(words, shares[i].node, uint256(shares[i].weight));
        }
        vm.assertEq(this.hashShares(shares), keccak256(words), "shares");
        Share[] memory none = new Share[](0);
        vm.assertEq(this.hashShares(none), keccak256(""), "no shares");
        vm.assertEq(
            this.hash(Attribution(shares, none)),
            keccak256(abi.encode(keccak256(words), keccak256(""))),
            "both"
        );
        vm.assertTrue(
            this.hash(Attribution(none, shares)) != this.hash(Attribution(shares, none)),
            "their order counts"
        );
    }

    function test_anotherWeightGivesAnotherHash(
        bytes32 seed,
        uint256 count,
        uint256 place,
        uint32 weight
    ) external view {
        count = bound(count, 1, 100);
        Share[] memory shares = _shares(seed, count);
        bytes32 before = this.hashShares(shares);
        place = place % count;
        vm.assume(weight != shares[place].weight);
        shares[place].weight = weight;
        vm.assertTrue(this.hashShares(shares) != before, "another weight");
    }

    function test_ascendingSharesAreWhole(bytes32 seed, uint256 count) external view {
        count = bound(count, 1, 100);
        vm.assertEq(this.check(_shares(seed, count)), 1_000_000, "sum");
    }

    function test_sharesOutOfOrderAreRefused(bytes32 seed, uint256 count, uint256 place) external {
        count = bound(count, 2, 100);
        Share[] memory shares = _shares(seed, count);
        place = bound(place, 1, count - 1);
        shares[place].node = shares[place - 1].node;
        vm.expectRevert(
            abi.encodeWithSelector(
                IAttributionRegistry.AttributionRegistry_NotAscending.selector,
                place,
                shares[place].node
            )
        );
        this.check(shares);
    }

    function test_smallSharesAreRefused(bytes32 seed, uint256 count, uint256 place, uint256 weight) external {
        count = bound(count, 1, 100);
        Share[] memory shares = _shares(seed, count);
        place = place % count;
        weight = bound(weight, 0, 99);
        shares[place].weight = uint32(weight);
        vm.expectRevert(
            abi.encodeWithSelector(
                IAttributionRegistry.AttributionRegistry_WeightTooSmall.selector,
                shares[place].node,
                weight,
                100
            )
        );
        this.check(shares);
    }
}
