// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Balance, BalanceLib} from "../../../contracts/types/Balance.sol";
import {vm} from "../support/Vm.sol";

contract BalanceFuzz {
    function add(Balance one, Balance two) external pure returns (Balance) {
        return one.add(two);
    }

    function test_AZ04_addsBothLanes(
        uint128 amount,
        uint128 minted,
        uint256 more,
        uint256 moreMinted
    ) external view {
        // Brought into range rather than assumed: half of all pairs would be thrown away.
        more = more % (uint256(type(uint128).max - amount) + 1);
        moreMinted = moreMinted % (uint256(type(uint128).max - minted) + 1);
        Balance sum = this.add(BalanceLib.pack(amount, minted), BalanceLib.pack(more, moreMinted));
        vm.assertEq(sum.amount(), uint256(amount) + more, "amount");
        vm.assertEq(sum.minted(), uint256(minted) + moreMinted, "minted");
    }

    function test_AZ04_refusesAnAmountThatLeavesItsLane(
        uint128 amount,
        uint256 more,
        uint64 minted
    ) external {
        // From the first sum that leaves the lane to the largest addend; an empty lane takes every one.
        if (amount == 0) amount = 1;
        more = type(uint128).max - (more % amount);
        vm.expectRevert(abi.encodeWithSelector(BalanceLib.Balance_Overflow.selector, amount, more));
        this.add(BalanceLib.pack(amount, minted), BalanceLib.pack(more, minted));
    }

    function test_aWithdrawalTakesTheAmountAndLeavesWhatWasEarned(
        uint128 amount,
        uint128 minted
    ) external pure {
        Balance rest = BalanceLib.pack(amount, minted).withdrawn();
        vm.assertEq(rest.amount(), 0, "amount");
        vm.assertEq(rest.minted(), minted, "minted");
    }
}
