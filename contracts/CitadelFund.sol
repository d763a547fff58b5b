// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICitadelFund} from "./interfaces/ICitadelFund.sol";

/// @title CitadelFund
/// @notice Roles: anyone pays in. Nothing leaves yet: spending comes with the governor, its cap and its purposes.
contract CitadelFund is ICitadelFund {
    receive() external payable {
        emit Received(msg.sender, msg.value);
    }
}
