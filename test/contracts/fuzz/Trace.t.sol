// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {Trace} from "../../../contracts/types/Trace.sol";
import {vm} from "../support/Vm.sol";

/// @notice The history of Voice against OpenZeppelin's.
contract TraceFuzz {
    using Checkpoints for Checkpoints.Trace208;

    Trace private _ours;
    Checkpoints.Trace208 private _theirs;

    function test_AZ10_aTraceKnowsWhatItWasAtEverySecond(
        uint96[9] calldata amounts,
        uint8[9] calldata waits
    ) external {
        uint48 second = 1_000;
        for (uint256 i; i < amounts.length; ++i) {
            // One change in four falls into the second of the one before.
            second += waits[i] % 4;
            _ours.set(second, amounts[i]);
            _theirs.push(second, amounts[i]);
            vm.assertEq(_ours.latest.amount, _theirs.latest(), "latest");
        }
        for (uint48 at = 998; at <= second + 2; ++at)
            vm.assertEq(_ours.amountAt(at), _theirs.upperLookupRecent(at), "as of a second");
    }
}
