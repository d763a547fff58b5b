// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

import {Bonds} from "./base/Bonds.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IProofOfValue} from "./interfaces/IProofOfValue.sol";
import {IRewardLedger} from "./interfaces/IRewardLedger.sol";
import {IValidatorRegistry} from "./interfaces/IValidatorRegistry.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {Rule, RulesLib} from "./types/Rules.sol";

/// @title ValidatorRegistry
/// @notice Roles: an account named at genesis, or one that has earned enough, takes a seat with its bond and gives it up when
///         it likes; `ProofOfValue` slashes for proven faults; the timelock removes one judge an epoch, with a reason.
/// @dev Trust: the genesis list is chosen at deployment and printed by it. Whoever holds the timelock can, epoch by epoch,
///      thin the bench down to 22, and choose nobody in their place. Seat numbers are dense, 0 to seatCount - 1, so that a
///      panel can be drawn from them, and are checkpointed by block: neither exit nor removal changes a drawn panel.
///      Worst case: judges leave faster than they come; below 10 no registration is taken, and panels that need more seats
///      than there are become void. Liveness: no end of a seat depends on anybody else, and a bond waits for time only.
contract ValidatorRegistry is Bonds {
    using Checkpoints for Checkpoints.Trace160;

    /// @dev One slot.
    struct Seat {
        bool seated;
        uint16 number;
        uint64 barredUntil;
    }

    /// @dev One slot: what was admitted by earning in the last epoch with an admission, and when the last removal was.
    struct Pace {
        uint32 epoch;
        uint16 seats;
        uint16 admitted;
        uint32 nextRemoval;
    }

    /// @notice Named accounts needed at genesis: the 22 seats that a full panel wants, and some to spare.
    uint256 public constant MIN_NAMED = 30;
    /// @notice Seats that a full panel of seven wants, 3 x 7 + 1. Below, the named may return; down to it, governance removes.
    uint256 public constant FULL_BENCH = 22;
    /// @notice One admission by earning an epoch for each that many seats, 5%, and one at least.
    uint256 public constant SEATS_AN_ADMISSION = 20;
    /// @notice Who sat before is admitted by earning in the last seventh of an epoch only, a day of a week: newcomers come first.
    uint256 public constant RETURNS_PART = 7;
    /// @notice Epochs for which a removed judge cannot return: half a year of weeks. Else it would be back in the next block.
    uint256 public constant BAR = 26;
    /// @notice Panels hold numbers of 16 bits.
    uint256 public constant MAX_SEATS = 65_535;

    address private immutable TIMELOCK;
    address private immutable AZR;
    IRewardLedger private immutable REWARDS;

    /// @inheritdoc IValidatorRegistry
    mapping(address account => bool) public isGenesis;

    /// @inheritdoc IValidatorRegistry
    uint256 public seatCount;

    Pace private _pace;

    mapping(address account => Seat) private _seats;
    mapping(uint256 seat => Checkpoints.Trace160) private _holders;
    Checkpoints.Trace160 private _counts;

    /// @param named Strictly ascending, so that nobody is counted twice.
    constructor(address[] memory named) Bonds(IGenesis(msg.sender)) {
        IGenesis genesis = IGenesis(msg.sender);
        TIMELOCK = genesis.addressOf(Role.Timelock);
        AZR = genesis.addressOf(Role.AzoraToken);
        REWARDS = IRewardLedger(genesis.addressOf(Role.RewardLedger));

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
        if (block.timestamp < seat.barredUntil) revert ValidatorRegistry_Barred(msg.sender, seat.barredUntil);
        uint256 count = seatCount;
        if (count == MAX_SEATS) revert ValidatorRegistry_NoSeatLeft(MAX_SEATS);
        uint256 bond = _bondRequired();
        if (!_entersAsNamed(msg.sender, count)) _admit(msg.sender, count);
        if (msg.value != bond) revert ValidatorRegistry_WrongBond(msg.value, bond);

        // effect: the count is below 2^16
        number = uint16(count);
        seatCount = count + 1;
        seat.seated = true;
        seat.number = number;
        _holders[number].push(uint96(block.number), uint160(msg.sender));
        _counts.push(uint96(block.number), uint160(count + 1));
        _openStint(msg.sender, bond);
        emit Seated(msg.sender, number, bond);

        // interaction
        LEDGER.append(LeafKind.Seated, _subject(msg.sender), msg.sender, keccak256(abi.encode(number, bond)));
    }

    /// @inheritdoc IValidatorRegistry
    function exit() external {
        if (!_seats[msg.sender].seated) revert ValidatorRegistry_NotSeated(msg.sender);
        _endSeat(msg.sender, msg.sender, 0);
    }

    /// @inheritdoc IValidatorRegistry
    function remove(address account, bytes32 reasonHash) external {
        // check
        if (msg.sender != TIMELOCK) revert ValidatorRegistry_NotTimelock(msg.sender);
        if (reasonHash == 0) revert ValidatorRegistry_MissingReason();
        if (!_seats[account].seated) revert ValidatorRegistry_NotSeated(account);
        if (seatCount <= FULL_BENCH) revert ValidatorRegistry_TooFewLeft(seatCount, FULL_BENCH);
        uint32 epoch = _epoch();
        if (epoch < _pace.nextRemoval) revert ValidatorRegistry_AlreadyRemoved(epoch);

        // effect: seconds of this century, and half a year
        _pace.nextRemoval = epoch + 1;
        uint256 length = IProofOfValue(PROOF_OF_VALUE).EPOCH_LENGTH();
        _seats[account].barredUntil = uint64(block.timestamp + BAR * length);
        // effect and interaction
        _endSeat(account, msg.sender, reasonHash);
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
    function barredUntil(address account) external view returns (uint256) {
        return _seats[account].barredUntil;
    }

    /// @dev The holder of the last number takes the number that became free, so that numbers stay dense.
    function _endSeat(address account, address by, bytes32 reasonHash) internal override {
        // effect
        Seat storage seat = _seats[account];
        uint16 number = seat.number;
        uint16 last = uint16(seatCount - 1);
        seat.seated = false;
        seatCount = last;
        _counts.push(uint96(block.number), last);
        uint160 mover = _holders[last].latest();
        _holders[last].push(uint96(block.number), 0);
        uint64 unlocksAt = _closeStint(account);
        emit Unseated(account, number, by, reasonHash, unlocksAt);
        if (number != last) {
            _holders[number].push(uint96(block.number), mover);
            _seats[address(mover)].number = number;
            emit SeatMoved(address(mover), last, number);
        }
        // interaction
        LEDGER.append(LeafKind.Unseated, _subject(account), by, keccak256(abi.encode(number, reasonHash)));
    }

    /// @dev Counts an admission by earning. Else one account could take them all, epoch by epoch, and leave at once: so who
    ///      sat before waits for its last bond, and takes only what newcomers left.
    function _admit(address account, uint256 count) private {
        // check
        (, uint256 earned) = REWARDS.creditOf(AZR, account);
        uint256 threshold =
            CONSTITUTION.valueOf(Rule.SeatThreshold, CONSTITUTION.version()) * RulesLib.MICRO_AZR_TO_WEI;
        if (earned < threshold) revert ValidatorRegistry_NotEligible(account, earned, threshold);
        uint32 epoch = _epoch();
        if (_hasSat(account)) _checkReturn(account, epoch);
        Pace memory pace = _pace;
        // The first admission of an epoch fixes how many there can be.
        if (pace.epoch != epoch || pace.admitted == 0)
            (pace.epoch, pace.seats, pace.admitted) = (epoch, uint16(count), 0);
        uint256 limit = pace.seats / SEATS_AN_ADMISSION;
        if (limit == 0) limit = 1;
        if (pace.admitted >= limit) revert ValidatorRegistry_AdmissionsExhausted(epoch, limit);
        // effect
        pace.admitted += 1;
        _pace = pace;
    }

    function _checkReturn(address account, uint256 epoch) private view {
        uint256 unlocksAt = _lastUnlock(account);
        if (block.timestamp < unlocksAt) revert ValidatorRegistry_ReturnsTooSoon(account, unlocksAt);
        IProofOfValue pov = IProofOfValue(PROOF_OF_VALUE);
        uint256 length = pov.EPOCH_LENGTH();
        uint256 from = pov.GENESIS_TIME() + (epoch + 1) * length - length / RETURNS_PART;
        if (block.timestamp < from) revert ValidatorRegistry_NewcomersFirst(block.timestamp, from);
    }

    function _entersAsNamed(address account, uint256 count) private view returns (bool) {
        return isGenesis[account] && (count < FULL_BENCH || !_hasSat(account));
    }

    function _epoch() private view returns (uint32) {
        // Seconds since genesis by the epoch's length: far below 2^32.
        return uint32(IProofOfValue(PROOF_OF_VALUE).epochAt(block.timestamp));
    }

    function _subject(address account) private pure returns (bytes32) {
        return bytes32(uint256(uint160(account)));
    }
}
