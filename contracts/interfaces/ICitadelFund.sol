// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The commons: the 10%, forfeited bonds and donations.
/// @dev Leaf `Granted`: subject = bytes32 of the recipient, actor = the timelock,
///      dataHash = keccak256(abi.encode(token, amount, epoch, purposeHash)).
interface ICitadelFund {
    /// @notice ETH came in. Tokens come in by their own transfer events.
    event Received(address indexed from, uint256 amount);
    /// @param token The zero address for ETH.
    event Granted(
        address indexed token,
        address indexed to,
        uint256 amount,
        uint32 indexed epoch,
        bytes32 purposeHash
    );
}
