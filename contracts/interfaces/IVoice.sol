// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";

/// @title Votes for what was earned: ERC-5805 with the clock of ERC-6372 in seconds.
/// @notice An account has one unit for each wei of newly minted AZR that it had earned when it last withdrew AZR. Units have
///         no transfer, so they cannot be sold, lent or borrowed; their votes can be delegated, and are their owner's own
///         until then, without a transaction.
interface IVoice is IERC5805 {
    /// @param units All that the account has from now on.
    event UnitsRaised(address indexed account, uint256 units);

    error Voice_NotRewardLedger(address caller);

    /// @notice Brings an account's units up to what it has earned.
    /// @dev Requires the `RewardLedger`, and refuses it nothing: less than before, or the same, changes nothing. Emits
    ///      {UnitsRaised} and `DelegateVotesChanged` if it rises.
    function sync(address account, uint256 earned) external;

    /// @notice What an account had earned when it last withdrew AZR, in wei; its own, whomever it has delegated to.
    function unitsOf(address account) external view returns (uint256);

    /// @notice The sum of all units, in wei.
    function totalUnits() external view returns (uint256);
}
