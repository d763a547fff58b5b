// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Split} from "../../../contracts/libraries/Split.sol";

contract SplitFuzz {
    function test_AZ02_citadelIsTheFloorOfATenth(uint256 amount) external pure {
        (uint256 citadel, uint256 people) = Split.ninetyTen(amount);
        assert(citadel == amount / 10);
        assert(citadel + people == amount);
    }

    function test_AZ02_thePeopleNeverGetLessThanNineTenths(uint128 amount) external pure {
        (, uint256 people) = Split.ninetyTen(amount);
        assert(people * 10 >= uint256(amount) * 9);
    }
}
