// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Node} from "../types/Node.sol";
import {IEtherCredits} from "./IEtherCredits.sol";

/// @param deposit Held for it, in wei. @param blockNumber The block in which it was made; 0: there is none.
struct Reservation {
    uint128 deposit;
    uint128 blockNumber;
}

/// @title Sealed reservations: the hash of what somebody means to do, with a deposit, some blocks before it is done.
/// @notice A hash tells nobody which work is meant. What the caller has not reserved is not taken from it, so what is seen on
///         its way cannot be copied. The deposit counts towards the price; whoever lets a reservation expire loses it to the
///         CitadelFund, so that reserving everything in advance is dear.
interface IReservations is IEtherCredits {
    event Reserved(address indexed challenger, bytes32 indexed hash, uint256 deposit);
    /// @notice A reservation was used, and its deposit counted towards the price.
    event Redeemed(
        address indexed challenger,
        bytes32 indexed hash,
        Node indexed contribution,
        uint256 deposit
    );
    /// @notice Somebody else was first, so the deposit was credited back.
    event Released(
        address indexed challenger,
        bytes32 indexed hash,
        Node indexed contribution,
        uint256 deposit
    );
    /// @notice It expired, and the deposit was credited to the CitadelFund.
    event Forfeited(address indexed challenger, bytes32 indexed hash, uint256 deposit);

    error Reservations_EmptyHash();
    error Reservations_AlreadyReserved(address challenger, bytes32 hash);
    error Reservations_DepositTooSmall(uint256 sent, uint256 required);
    error Reservations_NotReserved(address challenger, bytes32 hash);
    error Reservations_TooYoung(uint256 blockNumber, uint256 firstBlock);
    error Reservations_Expired(uint256 blockNumber, uint256 lastBlock);
    error Reservations_NotExpired(uint256 blockNumber, uint256 lastBlock);

    /// @notice Reserves a challenge by its hash.
    /// @param hash See {IDisputes-reservationOf}. It names the caller, for whom alone it is kept.
    /// @dev Requires {depositRequired} (the excess is credited back), and no reservation of this hash by the caller that is
    ///      still there. Opens the challenge from {MATURITY} to {LIFETIME} blocks later. Emits {Reserved}.
    function reserve(bytes32 hash) external payable;

    /// @notice Credits the deposit of an expired reservation to the CitadelFund, for anyone to call.
    /// @dev Emits {Forfeited}.
    function forfeit(address challenger, bytes32 hash) external;

    /// @notice What a reservation takes now, in wei: the whole price of a downward challenge by the present rules.
    function depositRequired() external view returns (uint256);

    /// @notice The reservation of an account; all zero if there is none, or none any more.
    function reservedBy(address challenger, bytes32 hash) external view returns (Reservation memory);

    /// @notice How old a reservation must be to be used, in blocks.
    function MATURITY() external view returns (uint256);

    /// @notice How old a reservation can be to be used, in blocks.
    function LIFETIME() external view returns (uint256);
}
