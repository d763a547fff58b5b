// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice Test only: an account of one owner that does several calls as one, and tells of it as a Safe does. An account with
///   a key may lend its code (EIP-7702), and is then its own owner.
contract PracticeSafe is IERC1271 {
    struct Call {
        address to;
        uint256 value;
        bytes data;
    }

    error PracticeSafe_NotOwner(address caller);

    /// @notice As Safes have it.
    event ExecutionSuccess(bytes32 indexed txHash, uint256 payment);
    event ExecutionFailure(bytes32 indexed txHash, uint256 payment);

    address private immutable OWNER;

    constructor(address owner) {
        OWNER = owner;
    }

    /// @dev What pays for its calls may come from anywhere.
    receive() external payable {
        this;
    }

    /// @notice All calls or none; that they failed is an event, and no failure of the transaction.
    function execute(bytes32 txHash, Call[] calldata calls) external {
        if (msg.sender != OWNER && msg.sender != address(this)) revert PracticeSafe_NotOwner(msg.sender);
        try this.perform(calls) {
            emit ExecutionSuccess(txHash, 0);
        } catch {
            emit ExecutionFailure(txHash, 0);
        }
    }

    /// @notice For itself only.
    function perform(Call[] calldata calls) external {
        if (msg.sender != address(this)) revert PracticeSafe_NotOwner(msg.sender);
        for (uint256 i; i < calls.length; ++i) {
            Address.functionCallWithValue(calls[i].to, calls[i].data, calls[i].value);
        }
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        (address signer, , ) = ECDSA.tryRecover(hash, signature);
        return signer == OWNER ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}
