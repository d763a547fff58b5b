// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEtherCredits} from "../interfaces/IEtherCredits.sol";

/// @notice Pull payments of ETH, for a contract that holds bonds.
/// @dev Reentrancy: the credit is cleared before the call, so a second entry finds nothing.
abstract contract EtherCredits is IEtherCredits {
    /// @inheritdoc IEtherCredits
    mapping(address account => uint256 amount) public etherOwed;

    /// @inheritdoc IEtherCredits
    function withdrawEther(address to) external returns (uint256 amount) {
        return _withdrawEther(msg.sender, to);
    }

    /// @inheritdoc IEtherCredits
    function withdrawEtherFor(address account) external returns (uint256 amount) {
        return _withdrawEther(account, account);
    }

    function _creditEther(address account, uint256 amount) internal {
        etherOwed[account] += amount;
        emit EtherCredited(account, amount);
    }

    function _withdrawEther(address account, address to) private returns (uint256 amount) {
        // check
        if (to == address(0) || to == address(this)) revert EtherCredits_InvalidRecipient(to);
        amount = etherOwed[account];
        if (amount == 0) revert EtherCredits_NothingOwed(account);
        // effect
        etherOwed[account] = 0;
        emit EtherWithdrawn(account, to, amount);
        // interaction
        (bool success, ) = to.call{value: amount}("");
        if (!success) revert EtherCredits_TransferFailed(to, amount);
    }
}
