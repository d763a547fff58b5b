// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Puppet} from "./Puppet.sol";

/// @notice Test only: an ERC-20 that, while it is being moved, makes its puppet act.
contract HostileToken is ERC20 {
    Puppet private immutable PUPPET;

    constructor(Puppet puppet, address holder, uint256 amount) ERC20("Hostile", "EVIL") {
        _mint(holder, amount);
        PUPPET = puppet;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (address(PUPPET) != address(0)) PUPPET.react();
        super._update(from, to, amount);
    }
}
