// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Node, NodeLib} from "../../../contracts/types/Node.sol";
import {vm} from "../support/Vm.sol";

/// @notice Who plays: judges, people, identities and attestors, all fixed.
library Cast {
    uint256 internal constant JUDGES = 30;
    uint256 internal constant PEOPLE = 6;
    uint256 internal constant IDENTITIES = 3;
    uint256 internal constant ATTESTORS = 2;

    function judge(uint256 index) internal pure returns (address) {
        return address(uint160(0x10000 + (index % JUDGES)));
    }

    function person(uint256 index) internal pure returns (address) {
        return address(uint160(0x20000 + (index % PEOPLE)));
    }

    function guardian() internal pure returns (address) {
        return address(0x30000);
    }

    function identity(uint256 index) internal pure returns (Node) {
        return NodeLib.fromIdentity(string(abi.encodePacked("github:", uint8(97 + (index % IDENTITIES)))));
    }

    function judges() internal pure returns (address[] memory all) {
        all = new address[](JUDGES);
        for (uint256 i; i < JUDGES; ++i) all[i] = judge(i);
    }

    /// @dev Keys in the order of their addresses.
    function attestorKey(uint256 index) internal pure returns (uint256) {
        bool turned = vm.addr(0xa1) > vm.addr(0xa2);
        return (index % ATTESTORS == 0) == turned ? 0xa2 : 0xa1;
    }

    function attestors() internal pure returns (address[] memory all) {
        all = new address[](ATTESTORS);
        for (uint256 i; i < ATTESTORS; ++i) all[i] = vm.addr(attestorKey(i));
    }

    /// @notice All accounts that can come to own something: people, then judges.
    function owner(uint256 index) internal pure returns (address) {
        index = index % (PEOPLE + JUDGES);
        return index < PEOPLE ? person(index) : judge(index - PEOPLE);
    }
}
