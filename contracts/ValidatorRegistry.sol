// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {IAuditLedger} from "./interfaces/IAuditLedger.sol";
import {IConstitution} from "./interfaces/IConstitution.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IValidatorRegistry} from "./interfaces/IValidatorRegistry.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {Rule, RulesLib} from "./types/Rules.sol";

/// @title ValidatorRegistry
/// @notice Roles: an account named at genesis takes a seat with its bond. Nobody can take a seat from it, nor the bond.
/// @dev Trust: the genesis list is chosen at deployment and printed by it. Seat numbers are dense, 0 to seatCount - 1, so
///      that a panel can be drawn from them, and are checkpointed by block: a drawn panel never changes. Liveness: below
///      10 seats no registration is taken, so the named accounts decide when the protocol opens.
contract ValidatorRegistry is IValidatorRegistry {
    using Checkpoints for Checkpoints.Trace160;

    struct Seat {
        bool seated;
        uint16 number;
        uint128 bond;
    }

    /// @notice Named accounts needed at genesis: the 22 seats that a full panel wants, and some to spare.
    uint256 public constant MIN_NAMED = 30;

    IConstitution private immutable CONSTITUTION;
    IAuditLedger private immutable LEDGER;

    /// @inheritdoc IValidatorRegistry
    mapping(address account => bool) public isGenesis;

    /// @inheritdoc IValidatorRegistry
    uint256 public seatCount;

    mapping(address account => Seat) private _seats;
    mapping(uint256 seat => Checkpoints.Trace160) private _holders;
    Checkpoints.Trace160 private _counts;

    /// @param named Strictly ascending, so that nobody is counted twice.
    constructor(address[] memory named) {
        IGenesis genesis = IGenesis(msg.sender);
        CONSTITUTION = IConstitution(genesis.addressOf(Role.Constitution));
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));

        if (named.length < MIN_NAMED) revert ValidatorRegistry_TooFewNamed(named.length, MIN_NAMED);
        address last;
        for (uint256 i; i < named.length; ++i) {
            if (named[i] <= last) revert ValidatorRegistry_InvalidAccount(named[i]);
            last = named[i];
            isGenesis[last] = true;
            emit GenesisNamed(last);
        }
    }

    /// @inheritdoc IValidatorRegistry
    function enter() external payable returns (uint16 number) {
        // check
        Seat storage seat = _seats[msg.sender];
        if (seat.seated) revert ValidatorRegistry_AlreadySeated(msg.sender);
        if (!isGenesis[msg.sender]) revert ValidatorRegistry_NotEligible(msg.sender);
        uint256 bond = CONSTITUTION.valueOf(Rule.SeatBond, CONSTITUTION.version()) * RulesLib.GWEI_TO_WEI;
        if (msg.value != bond) revert ValidatorRegistry_WrongBond(msg.value, bond);

        // effect
        // The genesis list bounds the count far below 2^16, and the bond is below 2^78.
        number = uint16(seatCount);
        seatCount = uint256(number) + 1;
        seat.seated = true;
        seat.number = number;
        seat.bond = uint128(bond);
        _holders[number].push(uint96(block.number), uint160(msg.sender));
        _counts.push(uint96(block.number), uint160(seatCount));
        emit Seated(msg.sender, number, bond);

        // interaction
        LEDGER.append(
            LeafKind.Seated,
            bytes32(uint256(uint160(msg.sender))),
            msg.sender,
            keccak256(abi.encode(number, bond))
        );
    }

    /// @inheritdoc IValidatorRegistry
    function seatCountAt(uint256 blockNumber) external view returns (uint256) {
        return _counts.upperLookupRecent(uint96(blockNumber));
    }

    /// @inheritdoc IValidatorRegistry
    function holderAt(uint256 seat, uint256 blockNumber) external view returns (address) {
        return address(_holders[seat].upperLookupRecent(uint96(blockNumber)));
    }

    /// @inheritdoc IValidatorRegistry
    function isSeated(address account) external view returns (bool) {
        return _seats[account].seated;
    }

    /// @inheritdoc IValidatorRegistry
    function seatOf(address account) external view returns (uint16) {
        return _seats[account].number;
    }

    /// @inheritdoc IValidatorRegistry
    function bondOf(address account) external view returns (uint256) {
        return _seats[account].bond;
    }
}
