// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Seats of judges, their ETH bonds, and who held which seat number when.
/// @dev Leaf preimages (subject, actor, dataHash):
/// - `Seated`: bytes32 of the account, the account, keccak256(abi.encode(seat, bond))
/// - `Unseated`: bytes32 of the account, who ended it, keccak256(abi.encode(seat, reasonHash))
/// - `Slashed`: bytes32 of the account, the prover, keccak256(abi.encode(contribution, round, fault, amount, reward))
interface IValidatorRegistry {
    event Seated(address indexed account, uint16 indexed seat, uint256 bond);
    event Unseated(address indexed account, uint16 indexed seat, bytes32 reasonHash);
    event Slashed(
        address indexed account,
        bytes32 indexed contribution,
        uint16 round,
        uint8 fault,
        uint256 amount,
        uint256 reward,
        address indexed prover
    );
    /// @notice An account named at genesis, which may take a seat without having earned it.
    event GenesisNamed(address indexed account);

    error ValidatorRegistry_NotEligible(address account);
    error ValidatorRegistry_AlreadySeated(address account);
    error ValidatorRegistry_WrongBond(uint256 sent, uint256 required);
    error ValidatorRegistry_TooFewNamed(uint256 count, uint256 minimum);
    error ValidatorRegistry_InvalidAccount(address account);

    /// @notice Takes a seat with the next seat number.
    /// @dev Requires an account named at genesis that has never sat, and exactly the rule `SeatBond`.
    ///      Emits {Seated}; appends a leaf.
    function enter() external payable returns (uint16 seat);

    function seatCount() external view returns (uint256);

    /// @notice Number of seats at the end of a block (so far, for the present one).
    function seatCountAt(uint256 blockNumber) external view returns (uint256);

    /// @notice Who held a seat number at the end of a block; zero if nobody.
    function holderAt(uint256 seat, uint256 blockNumber) external view returns (address);

    /// @notice Whether an account sits now.
    function isSeated(address account) external view returns (bool);

    /// @notice The present seat number; meaningless unless {isSeated}.
    function seatOf(address account) external view returns (uint16);

    /// @notice The bond held, in wei.
    function bondOf(address account) external view returns (uint256);

    function isGenesis(address account) external view returns (bool);
}
