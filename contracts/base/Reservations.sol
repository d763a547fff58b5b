// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {IReservations, Reservation} from "../interfaces/IReservations.sol";
import {Node} from "../types/Node.sol";
import {EtherCredits} from "./EtherCredits.sol";

/// @notice Sealed reservations with deposits; what they are of is the heir's business.
abstract contract Reservations is IReservations, EtherCredits {
    /// @inheritdoc IReservations
    /// @dev A minute. Who sees the use of a reservation on its way, and makes one of its own then, can use that this much
    ///      later: so it must keep the first out of as many blocks in a row.
    uint256 public constant MATURITY = 5;

    /// @inheritdoc IReservations
    /// @dev Six hours: long enough to go on after an interruption, short beside a window of three days, so that who holds
    ///      every work reserved throughout pays a dozen deposits for each.
    uint256 public constant LIFETIME = 1_800;

    address internal immutable FUND;

    mapping(address challenger => mapping(bytes32 hash => Reservation)) private _reservations;

    constructor() {
        FUND = IGenesis(msg.sender).addressOf(Role.CitadelFund);
    }

    /// @inheritdoc IReservations
    function reserve(bytes32 hash) external payable {
        // check
        if (hash == 0) revert Reservations_EmptyHash();
        // Else its holder could make an old one young, and would never lose a deposit.
        if (_reservations[msg.sender][hash].blockNumber != 0) {
            revert Reservations_AlreadyReserved(msg.sender, hash);
        }
        uint256 deposit = depositRequired();
        if (msg.value < deposit) revert Reservations_DepositTooSmall(msg.value, deposit);
        // effect: the rules bound a deposit far below 2^128 wei
        _reservations[msg.sender][hash] = Reservation(uint128(deposit), uint128(block.number));
        emit Reserved(msg.sender, hash, deposit);
        if (msg.value > deposit) _creditEther(msg.sender, msg.value - deposit);
    }

    /// @inheritdoc IReservations
    function forfeit(address challenger, bytes32 hash) external {
        // check
        Reservation memory reservation = _existing(challenger, hash);
        uint256 last = reservation.blockNumber + LIFETIME;
        if (block.number <= last) revert Reservations_NotExpired(block.number, last);
        // effect
        delete _reservations[challenger][hash];
        emit Forfeited(challenger, hash, reservation.deposit);
        _creditEther(FUND, reservation.deposit);
    }

    /// @inheritdoc IReservations
    function reservedBy(address challenger, bytes32 hash) external view returns (Reservation memory) {
        return _reservations[challenger][hash];
    }

    /// @inheritdoc IReservations
    function depositRequired() public view virtual returns (uint256);

    /// @dev The deposit of a reservation of the caller that may be used now.
    function _usable(bytes32 hash) internal view returns (uint256 deposit) {
        Reservation memory reservation = _existing(msg.sender, hash);
        uint256 first = reservation.blockNumber + MATURITY;
        if (block.number < first) revert Reservations_TooYoung(block.number, first);
        uint256 last = reservation.blockNumber + LIFETIME;
        if (block.number > last) revert Reservations_Expired(block.number, last);
        return reservation.deposit;
    }

    /// @dev Once {_usable} has found it: its deposit is the heir's to book from now on.
    function _redeem(Node contribution, bytes32 hash, uint256 deposit) internal {
        delete _reservations[msg.sender][hash];
        emit Redeemed(msg.sender, hash, contribution, deposit);
    }

    /// @dev However old it is: it served nothing, and its holder could not know.
    function _release(Node contribution, bytes32 hash) internal {
        // check
        uint256 deposit = _existing(msg.sender, hash).deposit;
        // effect
        delete _reservations[msg.sender][hash];
        emit Released(msg.sender, hash, contribution, deposit);
        _creditEther(msg.sender, deposit);
    }

    function _existing(
        address challenger,
        bytes32 hash
    ) private view returns (Reservation memory reservation) {
        reservation = _reservations[challenger][hash];
        if (reservation.blockNumber == 0) revert Reservations_NotReserved(challenger, hash);
    }
}
