// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @notice Test only: an ERC-20 as most are, for rewards on local chains.
contract PlainToken is ERC20, ERC20Permit {
    constructor(
        address holder,
        uint256 amount
    ) ERC20("Practice Dollar", "PUSD") ERC20Permit("Practice Dollar") {
        _mint(holder, amount);
    }
}
