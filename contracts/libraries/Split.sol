// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The 90/10 split, the only place where it stands.
library Split {
    /// @dev One part in ten goes to the commons.
    uint256 internal constant CITADEL_DIVISOR = 10;

    /// @notice citadel = floor(amount / 10); the people get the rest, so nothing is lost to rounding.
    function ninetyTen(uint256 amount) internal pure returns (uint256 citadel, uint256 people) {
        citadel = amount / CITADEL_DIVISOR;
        // Cannot underflow: citadel <= amount.
        unchecked {
            people = amount - citadel;
        }
    }
}
