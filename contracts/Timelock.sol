// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

import {IGenesis, Role} from "./interfaces/IGenesis.sol";

/// @title Timelock
/// @notice Roles: the governor proposes, cancels and executes, and nobody else does; the timelock alone administers its roles.
/// @dev OpenZeppelin's TimelockController, unchanged: only its constructor is told by Genesis where the governor will be.
///      Trust: that of the governor. Only the governor executes, so that each execution leaves its record on the ledger;
///      anyone may have it do so. Liveness: what was queued can be executed at any time after its delay.
contract Timelock is TimelockController {
    /// @param delay In seconds, from queueing to execution.
    /// @param others More accounts that may propose, cancel and execute: practice accounts of a local chain, and nobody
    ///        anywhere else.
    constructor(
        uint256 delay,
        address[] memory others
    ) TimelockController(delay, _withGovernor(others), _withGovernor(others), address(0)) {}

    function _withGovernor(address[] memory others) private view returns (address[] memory all) {
        all = new address[](others.length + 1);
        all[0] = IGenesis(msg.sender).addressOf(Role.Governor);
        for (uint256 i; i < others.length; ++i) all[i + 1] = others[i];
    }
}
