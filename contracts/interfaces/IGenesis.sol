// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The protocol's contracts in the order of their creation. A contract's address follows from its place, so
///         all of them know each other as immutables and no setter exists. The registry comes last: nothing can be
///         registered, and so nothing minted or forfeited, while any place is still open.
enum Role {
    AuditLedger,
    Constitution,
    Timelock,
    AzoraToken,
    ValidatorRegistry,
    ProofOfValue,
    RewardLedger,
    CitadelFund,
    Disputes,
    Voice,
    Governor,
    AttributionRegistry
}

/// @title Creates the protocol's contracts once, in order, and is inert afterwards.
interface IGenesis {
    event Created(Role indexed role, address child);

    error Genesis_NotDeployer(address caller, address deployer);
    error Genesis_Complete();
    error Genesis_WrongPlace(Role given, Role next);
    error Genesis_CreationFailed(Role role, bytes reason);
    error Genesis_WrongAddress(address actual, address expected);

    /// @notice The only account that may create, until all are created. It has no power afterwards.
    function DEPLOYER() external view returns (address);

    /// @notice How many were created: the next one's place.
    function created() external view returns (uint256);

    /// @notice Creates the contract of the next place.
    /// @param role The place that the caller means: so a call that is repeated by mistake fills no other one.
    /// @dev Requires the deployer and that `role` is next. Emits {Created}. Bubbles the constructor's revert as
    ///      {Genesis_CreationFailed}; nothing is counted then.
    function create(Role role, bytes calldata initCode) external returns (address child);

    /// @notice The address that the contract of this place has or will have.
    function addressOf(Role role) external view returns (address);
}
