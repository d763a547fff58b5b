// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Node} from "../types/Node.sol";
import {Panel} from "../types/Panel.sol";
import {IReservations} from "./IReservations.sol";

enum Direction {
    Up,
    Down
}

/// @notice Why a score is challenged. Attribution, plagiarism and constitution upheld mean level 0.
enum Ground {
    Value,
    Attribution,
    Conflict,
    Plagiarism,
    Constitution
}

/// @notice What became of a challenge. Inconclusive: the second panel never had a quorum.
enum Outcome {
    Pending,
    Upheld,
    Dismissed,
    Inconclusive
}

/// @param challenger Who challenged: an account with its own ether or, for a flag, a critic.
/// @param flagged By a critic: without a bond, the fee paid by the CitadelFund.
/// @param firstRound The round whose level was challenged. @param lastRound The last one of the second panel, once resolved.
/// @param firstLevel The level challenged. @param secondLevel The second median; 0 unless there was one.
/// @param counted Reveals of the second panel, of all its rounds, which share the fee.
/// @param bond Held until it is resolved, in wei. @param fee Paid, in wei.
/// @param refund What the winner has not yet got back of its fee, in wei.
struct Dispute {
    address challenger;
    bool flagged;
    Direction direction;
    Ground ground;
    Outcome outcome;
    uint16 firstRound;
    uint16 lastRound;
    uint8 firstLevel;
    uint8 secondLevel;
    uint8 counted;
    uint128 bond;
    uint128 fee;
    uint128 refund;
}

/// @title The one challenge of a score: who made it, what it costs, and who gets that.
/// @dev Leaf `Challenged`: subject = contribution, actor = the challenger or critic,
///      dataHash = keccak256(abi.encode(round, direction, ground, reasonHash)), round = the one challenged.
interface IDisputes is IReservations {
    event Challenged(
        Node indexed contribution,
        uint16 round,
        address indexed challenger,
        Direction direction,
        Ground ground,
        bytes32 reasonHash,
        bool flagged,
        uint256 fee,
        uint256 bond
    );
    /// @notice {IProofOfValue-Resolved} in money.
    /// @param bondTo Who is credited the bond. @param share What each counted reveal may claim, in wei.
    event Closed(
        Node indexed contribution,
        Outcome outcome,
        address indexed bondTo,
        uint256 bond,
        uint256 counted,
        uint256 share
    );
    event FeeShared(Node indexed contribution, uint16 round, address indexed validator, uint256 amount);
    /// @notice A part of the winner's fee came back out of a slash, which `ValidatorRegistry` has credited.
    event FeeRefunded(Node indexed contribution, address indexed challenger, uint256 amount);

    error Disputes_NotProofOfValue(address caller);
    error Disputes_NotConstitution(address caller);
    error Disputes_NotFund(address sender);
    error Disputes_MissingReason();
    error Disputes_InvalidGround(Direction direction, Ground ground);
    error Disputes_NotScored(Node contribution);
    error Disputes_AlreadyChallenged(Node contribution);
    error Disputes_WindowClosed(uint256 timestamp, uint256 windowEnd);
    error Disputes_CannotWin(Direction direction, uint256 level);
    /// @dev A deposit comes back only where somebody else was first.
    error Disputes_NotChallenged(Node contribution);
    /// @dev The second panel would have fewer seats than the first.
    error Disputes_PanelTooSmall(uint256 size, uint256 minimum);
    error Disputes_PaymentTooSmall(uint256 sent, uint256 required);
    error Disputes_NotOverturned(Node contribution);
    error Disputes_NotOutlier(Node contribution, address validator);
    error Disputes_NoShare(Node contribution, uint16 round, address validator);
    error Disputes_AlreadyShared(Node contribution, uint16 round, address validator);

    /// @notice Challenges a score within its window.
    /// @param reasonHash Hash of the reasons, which the challenger publishes.
    /// @param salt Of the reservation.
    /// @dev Requires the challenge window of a score that was not challenged, a direction in which two levels are left, a
    ///      ground of that direction (up: value or conflict), a reservation of the caller that is old enough and not expired,
    ///      and the price (see {priceOf}), of which the deposit is a part; the excess is credited back. Emits {Redeemed} and
    ///      {Challenged}; appends a leaf; arms the second panel.
    function challenge(
        Node contribution,
        Direction direction,
        Ground ground,
        bytes32 reasonHash,
        bytes32 salt
    ) external payable;

    /// @notice Gives the caller the deposit of a reservation back, because somebody else challenged or flagged the score first.
    /// @dev Requires the challenge of that work, by whomever, and a reservation of the caller, however old. Emits {Released}.
    function release(
        Node contribution,
        Direction direction,
        Ground ground,
        bytes32 reasonHash,
        bytes32 salt
    ) external;

    /// @notice A critic's flag: the one challenge of a score, downward, on the ground of the constitution, without a bond. The
    ///         CitadelFund pays its fee, as far as it may.
    /// @param reasonHash SHA-256 of the critique.
    /// @dev Requires `Constitution`, the challenge window of a score that was not challenged, and a level of two or more. It
    ///      needs no reservation: it wins nothing that could be taken by copying. Emits {Challenged}; appends a leaf; arms the second panel.
    function flag(Node contribution, address critic, bytes32 reasonHash) external;

    /// @notice Ends a challenge. Upheld exactly if the second median is two or more levels away in the named direction.
    /// @param scored Whether the second panel had a quorum. @param median Its lower median.
    /// @param counted Reveals in all its rounds.
    /// @return outcome What became of it. @return level The level that stands from now on.
    /// @dev Requires `ProofOfValue`. Emits {Closed}. Tells `Constitution` what became of a flag, unless nothing did.
    function resolve(
        Node contribution,
        uint16 round,
        bool scored,
        uint8 median,
        uint256 counted
    ) external returns (Outcome outcome, uint8 level);

    /// @notice Credits a judge of the second panel its part of the fee, for anyone to call.
    /// @dev Requires a resolved challenge and a counted reveal in that round of it, once. Emits {FeeShared}.
    function shareFee(Node contribution, uint16 round, address validator) external;

    /// @notice Notes what a slash gave the winner of its fee.
    /// @dev Requires `ProofOfValue`. Emits {FeeRefunded}.
    function noteRefund(Node contribution, uint256 amount) external;

    /// @notice Draws a second panel: 2n + 1 seats, or what there are, but never fewer than the first panel's n, and nobody
    ///         who sat on that.
    /// @param first The first panel. @param firstArmedAt Block as of which its seats count.
    /// @param seats Number of seats at block `armedAt`.
    /// @dev Pure but for who held which seat; `ProofOfValue` asks, which has proven the seed.
    function drawSecond(
        Panel first,
        uint256 firstArmedAt,
        bytes32 seed,
        uint256 seats,
        uint256 armedAt
    ) external view returns (Panel);

    /// @notice The challenge of a contribution; all zero without one. There can be only one: a work that was challenged is
    ///         never void, and only a void one is opened again.
    function disputeOf(Node contribution) external view returns (Dispute memory);

    /// @notice A first-panel vote two or more levels from the second median, on the side that was overturned.
    /// @return round The overturned one.
    /// @return challenger Who has part in the slash; zero after a flag.
    /// @return refund What the challenger has not yet got back of its fee, in wei.
    /// @dev Requires an upheld challenge, and such a vote.
    function outlierOf(
        Node contribution,
        address validator
    ) external view returns (uint16 round, address challenger, uint256 refund);

    /// @notice Who gets the registration bond of a work at level 0: the winner of a challenge with its own ether, else the
    ///         CitadelFund.
    function heirOf(Node contribution) external view returns (address);

    /// @notice What a challenge of the present score costs, in wei.
    /// @dev Requires a score, and two levels left in that direction.
    function priceOf(
        Node contribution,
        Direction direction
    ) external view returns (uint256 fee, uint256 bond);

    /// @notice keccak256(abi.encode(chainid, this, contribution, challenger, direction, ground, reasonHash, salt)).
    function reservationOf(
        Node contribution,
        address challenger,
        Direction direction,
        Ground ground,
        bytes32 reasonHash,
        bytes32 salt
    ) external view returns (bytes32);

    /// @notice Whether a judge has been credited its part.
    function isShared(Node contribution, uint16 round, address validator) external view returns (bool);
}
