// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGenesis, Role} from "./interfaces/IGenesis.sol";

/// @title Genesis
/// @notice Roles: the deployer, until all places are filled; nobody afterwards.
/// @dev Assumes EIP-161: a contract's first CREATE has nonce 1. Worst case: a wrong init code in some place; whoever uses
///      the protocol compares the code of each place first, and trusts it only when {created} is complete. Nothing here can
///      touch a child after its creation.
contract Genesis is IGenesis {
    uint256 private constant COUNT = uint256(type(Role).max) + 1;

    /// @inheritdoc IGenesis
    address public immutable DEPLOYER;

    /// @inheritdoc IGenesis
    uint256 public created;

    constructor(address deployer) {
        DEPLOYER = deployer;
    }

    /// @inheritdoc IGenesis
    function create(Role role, bytes calldata initCode) external returns (address child) {
        if (msg.sender != DEPLOYER) revert Genesis_NotDeployer(msg.sender, DEPLOYER);
        if (created == COUNT) revert Genesis_Complete();
        if (uint256(role) != created) revert Genesis_WrongPlace(role, Role(created));
        created += 1;

        bytes memory code = initCode;
        assembly ("memory-safe") {
            child := create(0, add(code, 0x20), mload(code))
        }
        if (child == address(0)) revert Genesis_CreationFailed(role, _returnData());
        if (child != addressOf(role)) revert Genesis_WrongAddress(child, addressOf(role));
        emit Created(role, child);
    }

    /// @inheritdoc IGenesis
    function addressOf(Role role) public view returns (address) {
        // RLP of [this, nonce] for a nonce below 0x80; the first place has nonce 1.
        bytes32 hash = keccak256(abi.encodePacked(bytes2(0xd694), address(this), uint8(uint256(role) + 1)));
        return address(uint160(uint256(hash)));
    }

    function _returnData() private pure returns (bytes memory data) {
        assembly ("memory-safe") {
            data := mload(0x40)
            mstore(data, returndatasize())
            returndatacopy(add(data, 0x20), 0, returndatasize())
            mstore(0x40, and(add(add(data, returndatasize()), 0x3f), not(0x1f)))
        }
    }
}
