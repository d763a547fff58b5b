// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title AZR: a plain ERC-20 with ERC-2612 permits.
interface IAzoraToken is IERC20, IERC20Permit {
    error AzoraToken_NotMinter(address caller);
    error AzoraToken_SupplyExceeded(uint256 supply, uint256 maxSupply);

    /// @notice `ProofOfValue`, for ever.
    function MINTER() external view returns (address);

    /// @notice Mints `citadel` to the fund and `people` to the reward ledger.
    /// @dev Requires the minter. The recipients are fixed, so that not even the minter could pay somebody else.
    function mint(uint256 citadel, uint256 people) external;
}
