// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Node} from "../types/Node.sol";
import {IEtherCredits} from "./IEtherCredits.sol";

/// @notice What a judge can be slashed for; see `ProofOfValue`, which proves it.
enum Fault {
    NoCommit,
    NoReveal,
    Leak,
    Outlier
}

/// @param armedAt Block of the round's arming: the bond behind a duty is that of the seat held then.
/// @param ppm Of the deposited bond.
/// @param rewardPpm Of the slash, to the prover.
/// @param challenger Zero unless a challenge was upheld by it.
/// @param refund What the challenger paid as its fee, in wei.
struct Slash {
    address account;
    Node contribution;
    uint16 round;
    uint40 armedAt;
    Fault fault;
    uint256 ppm;
    uint256 rewardPpm;
    address prover;
    address challenger;
    uint256 refund;
}

/// @notice A seat from its taking to its end, with the bond behind it. An account may have several, one after the other.
/// @param since Block in which the seat was taken.
/// @param until Block in which it ended; 0 while it is held. Held at the end of the blocks in [since, until).
/// @param unlocksAt When what is left of the bond can be withdrawn, in seconds; 0 while the seat is held.
/// @param deposited What slashes are a part of, in wei.
/// @param bond What is left, in wei.
struct Stint {
    uint40 since;
    uint40 until;
    uint64 unlocksAt;
    uint128 deposited;
    uint128 bond;
}

/// @title Seats of judges, their ETH bonds, and who held which seat number when.
/// @dev Leaf preimages (subject, actor, dataHash):
/// - `Seated`: bytes32 of the account, the account, keccak256(abi.encode(seat, bond))
/// - `Unseated`: bytes32 of the account, who ended it, keccak256(abi.encode(seat, reasonHash)): the account itself, the
///   timelock, or the prover of the slash that left too little
/// - `Slashed`: bytes32 of the account, the prover, keccak256(abi.encode(contribution, round, fault, amount, reward))
interface IValidatorRegistry is IEtherCredits {
    event Seated(address indexed account, uint16 indexed seat, uint256 bond);
    /// @param by Who ended it, as in the leaf.
    /// @param reasonHash Zero but for a removal.
    /// @param unlocksAt When what is left of the bond can be withdrawn, in seconds.
    event Unseated(
        address indexed account,
        uint16 indexed seat,
        address indexed by,
        bytes32 reasonHash,
        uint64 unlocksAt
    );
    /// @notice The holder of the last number took the number of a seat that ended.
    event SeatMoved(address indexed account, uint16 from, uint16 indexed to);
    /// @param stint Which of the account's bonds, from 0.
    event Slashed(
        address indexed account,
        Node indexed contribution,
        uint16 round,
        Fault fault,
        uint256 amount,
        uint256 reward,
        address indexed prover,
        uint256 stint
    );
    event BondToppedUp(address indexed account, uint256 stint, uint256 amount);
    /// @notice The rest of a bond was credited to its owner.
    event BondUnlocked(address indexed account, uint256 stint, uint256 amount);
    /// @notice An account named at genesis, which may take a seat without having earned it.
    event GenesisNamed(address indexed account);

    error ValidatorRegistry_NotEligible(address account, uint256 earned, uint256 threshold);
    error ValidatorRegistry_AlreadySeated(address account);
    error ValidatorRegistry_NotSeated(address account);
    error ValidatorRegistry_Barred(address account, uint256 until);
    error ValidatorRegistry_ReturnsTooSoon(address account, uint256 unlocksAt);
    error ValidatorRegistry_NewcomersFirst(uint256 timestamp, uint256 from);
    error ValidatorRegistry_NoSeatLeft(uint256 limit);
    error ValidatorRegistry_AdmissionsExhausted(uint256 epoch, uint256 limit);
    error ValidatorRegistry_WrongBond(uint256 sent, uint256 required);
    error ValidatorRegistry_WrongTopUp(uint256 sent, uint256 room);
    error ValidatorRegistry_TooFewNamed(uint256 count, uint256 minimum);
    error ValidatorRegistry_InvalidAccount(address account);
    error ValidatorRegistry_NotTimelock(address caller);
    error ValidatorRegistry_MissingReason();
    error ValidatorRegistry_TooFewLeft(uint256 seats, uint256 minimum);
    error ValidatorRegistry_AlreadyRemoved(uint256 epoch);
    error ValidatorRegistry_NotProofOfValue(address caller);
    error ValidatorRegistry_AlreadySlashed(address account, Node contribution, uint16 round);
    error ValidatorRegistry_NothingToSlash(address account);
    error ValidatorRegistry_UnknownStint(address account, uint256 stint);
    error ValidatorRegistry_StillSeated(address account);
    error ValidatorRegistry_BondLocked(uint256 timestamp, uint256 unlocksAt);
    error ValidatorRegistry_BondSpent(address account, uint256 stint);
    error ValidatorRegistry_RulesAlreadyRead(uint32 version);

    /// @notice Takes a seat with the next seat number.
    /// @dev Requires exactly the rule `SeatBond` and one of: named at genesis and never seated before; named at genesis while
    ///      fewer than 22 sit; `SeatThreshold` earned, with room among the epoch's admissions, max(1, 5% of the seats). By
    ///      earning comes back, in the last seventh of an epoch, who sat before and whose last bond is unlocked by now.
    ///      Emits {Seated}; appends a leaf.
    function enter() external payable returns (uint16 seat);

    /// @notice Gives up the caller's seat. Duties on panels armed before stay; the bond is locked until they are over.
    /// @dev Emits {Unseated} and, unless it was the last number, {SeatMoved}; appends a leaf.
    function exit() external;

    /// @notice Ends the seat of a judge by governance, and bars its return for 26 epochs.
    /// @dev Requires the timelock, a reason, more than 22 seats, and no other removal in this epoch. Emits as {exit} does.
    function remove(address account, bytes32 reasonHash) external;

    /// @notice Adds to the bond behind the caller's seat, up to the rule `SeatBond`.
    /// @dev Emits {BondToppedUp}.
    function topUp() external payable;

    /// @notice Takes part of the bond behind a duty: to the prover, to a challenger that was right, to the CitadelFund.
    ///         A judge that could not pay for the dearest fault any more loses its seat.
    /// @return amount min(bond, deposited x ppm), of which floor(amount x rewardPpm) goes to the prover.
    /// @return refunded The part of the fee that the challenger gets back beside floor(amount / 2).
    /// @dev Requires `ProofOfValue`, no slash of this account for this round before, and something to take. Emits {Slashed},
    ///      perhaps {Unseated}, and {EtherCredited}; appends a leaf each.
    function slash(Slash calldata slash_) external returns (uint256 amount, uint256 refunded);

    /// @notice Credits the caller with what is left of a bond whose lock is over.
    /// @dev Emits {BondUnlocked} and {EtherCredited}.
    function withdrawBond(uint256 stint) external returns (uint256 amount);

    /// @notice Takes versions of the rules into account for {longestDuty}, so that no exit ever has too many left to read.
    /// @dev Ends of seats do it as well. Requires an existing version that was not read before.
    function readRules(uint32 upTo) external;

    /// @notice How long the bond of a seat that ends now stays locked, in seconds: the longest {dutyOf} any version so far.
    function longestDuty() external view returns (uint256);

    /// @notice The longest time from the arming of a panel to the end of what its judges can be slashed for, in seconds, for
    ///         a work under this version of the rules.
    function dutyOf(uint32 version) external view returns (uint256);

    function seatCount() external view returns (uint256);

    /// @notice Number of seats at the end of a block (so far, for the present one).
    function seatCountAt(uint256 blockNumber) external view returns (uint256);

    /// @notice Who held a seat number at the end of a block; zero if nobody.
    function holderAt(uint256 seat, uint256 blockNumber) external view returns (address);

    /// @notice Whether an account sits now.
    function isSeated(address account) external view returns (bool);

    /// @notice The present seat number; meaningless unless {isSeated}.
    function seatOf(address account) external view returns (uint16);

    /// @notice The bond behind the present seat, in wei; 0 if there is none.
    function bondOf(address account) external view returns (uint256);

    /// @notice All stints of an account, the first one first; the bonds of ended ones count until they are withdrawn.
    function stintsOf(address account) external view returns (Stint[] memory);

    /// @notice Until when a removed judge cannot return, in seconds; 0 if it was never removed.
    function barredUntil(address account) external view returns (uint256);

    /// @notice Whether an account was slashed for a round.
    function isSlashed(address account, Node contribution, uint16 round) external view returns (bool);

    function isGenesis(address account) external view returns (bool);
}
