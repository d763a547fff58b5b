// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {IAzoraToken} from "./interfaces/IAzoraToken.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {Emission} from "./libraries/Emission.sol";

/// @title AzoraToken
/// @notice Roles: `ProofOfValue` mints, to the fund and the reward ledger only. Nobody burns, pauses or blocks.
/// @dev The supply limit follows from the emission; the check here stands in case the emission had a fault.
contract AzoraToken is ERC20Permit, IAzoraToken {
    /// @inheritdoc IAzoraToken
    address public immutable MINTER;

    address private immutable FUND;
    address private immutable REWARDS;

    constructor() ERC20("Azora", "AZR") ERC20Permit("Azora") {
        IGenesis genesis = IGenesis(msg.sender);
        MINTER = genesis.addressOf(Role.ProofOfValue);
        FUND = genesis.addressOf(Role.CitadelFund);
        REWARDS = genesis.addressOf(Role.RewardLedger);
    }

    /// @inheritdoc IAzoraToken
    function mint(uint256 citadel, uint256 people) external {
        // check
        if (msg.sender != MINTER) revert AzoraToken_NotMinter(msg.sender);
        uint256 supply = totalSupply() + citadel + people;
        if (supply > Emission.MAX_SUPPLY) revert AzoraToken_SupplyExceeded(supply, Emission.MAX_SUPPLY);
        // effect
        _mint(FUND, citadel);
        _mint(REWARDS, people);
    }

    /// @inheritdoc ERC20Permit
    function nonces(address owner) public view override(ERC20Permit, IERC20Permit) returns (uint256) {
        return super.nonces(owner);
    }
}
