// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title ETH leaves by pull only, so that nobody can block a transition by refusing a payment.
interface IEtherCredits {
    event EtherCredited(address indexed account, uint256 amount);
    event EtherWithdrawn(address indexed account, address indexed to, uint256 amount);

    error EtherCredits_NothingOwed(address account);
    error EtherCredits_InvalidRecipient(address to);
    error EtherCredits_TransferFailed(address to, uint256 amount);

    /// @notice ETH credited and not yet withdrawn, in wei.
    function etherOwed(address account) external view returns (uint256);

    /// @notice Pays the caller's whole credit to `to`.
    function withdrawEther(address to) external returns (uint256 amount);

    /// @notice Pays an account's whole credit to the account itself, for anyone to call.
    function withdrawEtherFor(address account) external returns (uint256 amount);
}
