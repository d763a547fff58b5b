// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Attribution, Share} from "../types/Attribution.sol";
import {Histogram} from "../types/Histogram.sol";
import {Node} from "../types/Node.sol";
import {RuleWord} from "../types/Rules.sol";
import {Outcome} from "./IDisputes.sol";

/// @notice (opening, round, phase) only ever increases, in this order: a challenge begins a round, a reopening an opening.
enum Phase {
    None,
    Armed,
    Voting,
    Scored,
    Rejected,
    Accepted,
    Settled,
    Void
}

/// @notice Why a round was armed again.
enum RearmReason {
    MissedDraw,
    NoQuorum,
    Contested
}

/// @param rearmed A draw of the present panel was missed once. @param redrawn The present panel fell short once.
/// @param armedAt Block of the arming; seats count as of it.
/// @param epoch Meaningful from `Accepted` on.
/// @param priceCap The rule `PointPriceCap` of its version, in micro-AZR; set when it is accepted.
/// @param late Accepted after the epoch of its window was sealed: paid at the lower of the two rates, its own points counted
///        in that of the epoch it missed as well.
/// @param challenged The one challenge of this opening was made; the present round may be one of the second panel.
/// @param scoredRound The round by whose panel the level stands; 0 before there is one.
struct Work {
    Phase phase;
    uint16 opening;
    uint16 round;
    bool rearmed;
    bool redrawn;
    bool late;
    uint8 level;
    uint32 rulesVersion;
    uint40 armedAt;
    uint32 epoch;
    uint48 priceCap;
    bool challenged;
    uint16 scoredRound;
}

/// @notice Times in seconds, half open: commit in [draw, commitEnd), reveal in [commitEnd, revealEnd).
struct RoundInfo {
    address[] panel;
    Histogram votes;
    uint40 armedAt;
    uint40 commitEnd;
    uint40 revealEnd;
}

struct Ballot {
    address validator;
    uint8 level;
    bytes32 rationaleHash;
    bytes32 salt;
}

/// @title Blind judgement by a random panel, epochs, emission and settlement: the only minter of AZR.
/// @dev Leaf preimages (subject = contribution, actor = caller unless said, dataHash):
/// - `Rearmed`: keccak256(abi.encode(round, reason, armedAt))
/// - `Drawn`: keccak256(abi.encode(round, prevRandao, panel)), panel as packed in {Panel}
/// - `Scored`: keccak256(abi.encode(round, level, votes)), votes as packed in {Histogram}
/// - `Resolved`: keccak256(abi.encode(round, level, outcome)), round as in {Resolved}
/// - `Voided`: keccak256(abi.encode(opening, round))
/// - `Finalized`: keccak256(abi.encode(opening, round, level, points, epoch, late))
/// - `Uncritiqued`: keccak256(abi.encode(opening, round))
/// - `Settled`: keccak256(abi.encode(epoch, rate, amount, citadel, paymentsHash)), see {IRewardLedger-Flowed}
interface IProofOfValue {
    /// @notice Start of epoch 0 and the length of all, in seconds; once, at deployment.
    event EpochsStarted(uint256 genesisTime, uint256 epochLength);
    /// @dev The first round needs no event of its own: it is armed at the block of `Registered`.
    event Rearmed(
        Node indexed contribution,
        uint16 round,
        RearmReason reason,
        uint40 armedAt,
        uint40 drawBlock
    );
    /// @param panel Seat numbers as packed in {Panel}; who held them at `armedAt` follows from {IValidatorRegistry-Seated}.
    event Drawn(
        Node indexed contribution,
        uint16 round,
        uint256 prevRandao,
        uint256 panel,
        uint40 commitEnd,
        uint40 revealEnd
    );
    event Committed(Node indexed contribution, uint16 round, address indexed validator, bytes32 commitment);
    event Revealed(
        Node indexed contribution,
        uint16 round,
        address indexed validator,
        uint8 level,
        bytes32 rationaleHash
    );
    event Scored(Node indexed contribution, uint16 round, uint8 level, uint256 votes);
    /// @notice A challenge has ended, and the level stands.
    /// @param round The last one of the second panel.
    event Resolved(Node indexed contribution, uint16 round, uint8 level, Outcome outcome);
    event Voided(Node indexed contribution, uint16 opening, uint16 round);
    /// @param points 0: rejected.
    event Finalized(
        Node indexed contribution,
        uint16 opening,
        uint16 round,
        uint8 level,
        uint256 points,
        uint32 epoch,
        bool late
    );
    /// @notice Finalized in the same transaction, and no critic has said anything of it.
    event Uncritiqued(Node indexed contribution, uint16 opening, uint16 round);
    /// @param rate What the budget gives a point, before each contribution's own price cap; 0 in an epoch without points.
    event EpochSealed(uint32 indexed epoch, uint256 points, uint256 budget, uint256 rate);
    event Settled(
        Node indexed contribution,
        uint32 indexed epoch,
        uint256 points,
        uint256 rate,
        uint256 amount,
        uint256 citadel
    );

    error ProofOfValue_NotRegistry(address caller);
    error ProofOfValue_NotDisputes(address caller);
    error ProofOfValue_NotConstitution(address caller);
    /// @dev By the guardian: nothing new comes in until then, and whatever is in goes on.
    error ProofOfValue_Stopped(uint256 timestamp, uint256 stoppedUntil);
    error ProofOfValue_AlreadyChallenged(Node contribution);
    error ProofOfValue_TooFewSeats(uint256 seats, uint256 minimum);
    error ProofOfValue_WrongPhase(Node contribution, Phase actual, Phase required);
    error ProofOfValue_DrawTooEarly(uint256 blockNumber, uint256 drawBlock);
    error ProofOfValue_DrawMissed(uint256 blockNumber, uint256 lastBlock);
    error ProofOfValue_DrawNotMissed(uint256 blockNumber, uint256 lastBlock);
    error ProofOfValue_InvalidHeader(uint256 drawBlock);
    error ProofOfValue_NoRandomness(uint256 prevRandao);
    error ProofOfValue_NoBlockHistory();
    error ProofOfValue_NotOnPanel(Node contribution, address account, uint256 position);
    error ProofOfValue_CommitClosed(uint256 timestamp, uint256 commitEnd);
    /// @dev Zero, or one of the small numbers by which opened votes are kept.
    error ProofOfValue_InvalidCommitment(bytes32 commitment);
    error ProofOfValue_VoteVoided(Node contribution, address validator);
    error ProofOfValue_RevealClosed(uint256 timestamp, uint256 commitEnd, uint256 revealEnd);
    error ProofOfValue_NoMatchingCommitment(Node contribution, address validator);
    error ProofOfValue_InvalidLevel(uint256 level);
    error ProofOfValue_PartyVote(Node contribution, address validator);
    error ProofOfValue_RevealOpen(uint256 timestamp, uint256 revealEnd);
    error ProofOfValue_ChallengeOpen(uint256 timestamp, uint256 challengeEnd);
    error ProofOfValue_NeverDrawn(Node contribution, uint16 round);
    error ProofOfValue_NotAbsent(Node contribution, uint16 round, address validator);
    error ProofOfValue_ExcusedParty(Node contribution, address validator);
    error ProofOfValue_OwnBallot(address validator);
    error ProofOfValue_EpochNotSealed(uint256 epoch, uint256 sealableAt);
    error ProofOfValue_EpochAlreadySealed(uint256 epoch);
    error ProofOfValue_InvalidEpochLength(uint256 epochLength);

    /// @notice Opens a registered contribution for judgement and arms its first round.
    /// @param registration Word 0 of these rules.
    /// @return bond What the registration costs, in wei; see {bondFor}.
    /// @dev Requires the `AttributionRegistry`, at least 10 seats and no stop. The registry's `Registered` tells of it.
    function open(
        Node contribution,
        uint32 rulesVersion,
        RuleWord registration
    ) external returns (uint256 bond);

    /// @notice Opens a void contribution again, under the rules that it was registered under.
    /// @return opening The new one. @return round Its first round. @return bond What it costs, in wei; see {bondFor}.
    /// @dev Requires the `AttributionRegistry`, phase `Void`, at least 10 seats and no stop. The registry's `Reopened` tells of it.
    function reopen(Node contribution) external returns (uint16 opening, uint16 round, uint256 bond);

    /// @notice Closes {open} and {reopen}, and nothing else, until then.
    /// @dev Requires the `Constitution`, which has checked the guardian's limits and tells of it.
    function stop(uint40 until) external;

    /// @notice Arms the second panel for the one challenge of an opening.
    /// @return round Its first round.
    /// @dev Requires `Disputes`, which has checked the window, and phase `Scored` without a challenge. Emits {Rearmed};
    ///      appends a leaf.
    function contest(Node contribution) external returns (uint16 round);

    /// @notice Draws the panel from the prevRandao of the block fixed at the arming, and starts the commit window.
    /// @param header RLP of that block's header.
    /// @dev Requires phase `Armed`, the draw block mined and at most 8,191 blocks old, and a header that hashes to that
    ///      block. A second panel has 2n + 1 seats, or what there are, but never fewer than the first panel's n, and
    ///      nobody who sat on that. Emits {Drawn}; appends a leaf.
    function draw(Node contribution, bytes calldata header) external;

    /// @notice Arms again a round whose draw block has left the history, once; the second time it is void or, for a second
    ///         panel, the first level stands.
    /// @dev Emits {Rearmed}, {Voided} or {Resolved}; appends a leaf.
    function rearm(Node contribution) external;

    /// @notice Commits the caller's vote, or replaces it.
    /// @param position The caller's place in the panel, see {roundOf}.
    /// @param commitment See {commitmentOf}.
    /// @dev Requires the commit window, a seat on the panel and no leaked vote. Emits {Committed}.
    function commit(Node contribution, uint256 position, bytes32 commitment) external;

    /// @notice Opens a committed vote; anyone who knows the salt may.
    /// @dev Requires the reveal window, the matching commitment, a level of 0 to 10, the registered contributors, and a
    ///      validator that is not a party now. Emits {Revealed}.
    function reveal(
        Node contribution,
        Ballot calldata ballot,
        Share[] calldata contributors,
        bytes32 upstreamHash
    ) external;

    /// @notice Ends a round: the lower median if a quorum of two thirds was counted, else one redraw, then void. A second
    ///         panel's median decides the challenge instead; without a quorum after its redraw the first level stands.
    /// @dev Requires the end of the reveal window. Emits {Scored}, {Rearmed} or {Voided}, and {Resolved} after {Scored} or
    ///      alone; appends a leaf for each.
    function score(Node contribution) external;

    /// @notice Ends the challenge window: rejected at level 0, else accepted into an epoch. After a resolved challenge there
    ///         is no further window.
    /// @dev Emits {Finalized}; appends a leaf; releases the registration bond.
    function finalize(Node contribution) external;

    /// @notice Proves that a judge of a panel did not commit, or did not reveal what it had committed.
    /// @param position The judge's place in the panel of that round.
    /// @dev Requires the end of that round's reveal window, and the registered contributors: who is a party now had to stay
    ///      silent and is excused. The caller gets the rule `SlashReward` of the slash.
    function proveAbsence(
        Node contribution,
        uint16 round,
        uint256 position,
        Share[] calldata contributors,
        bytes32 upstreamHash
    ) external;

    /// @notice Proves that a vote is known to somebody else before the reveal window. It is void from then on.
    /// @dev Requires the commit window, the matching commitment, and another caller than the judge. Rewarded as above.
    function proveLeak(Node contribution, Ballot calldata ballot) external;

    /// @notice Proves that a judge of an overturned first panel voted two or more levels from the second median, on the
    ///         overturned side.
    /// @dev Requires an upheld challenge. Half of the slash, and of the rest the fee, go to the challenger; a part to the
    ///      caller.
    function proveOutlier(Node contribution, address validator) external;

    /// @notice Fixes an epoch's points and rate. {settle} does it when needed.
    /// @dev Requires the rule `SealDelay` after the epoch's end. Emits {EpochSealed}.
    function sealEpoch(uint32 epoch) external;

    /// @notice Mints points x rate, 90% to the people through the reward ledger, 10% to the CitadelFund.
    /// @dev Requires phase `Accepted`, the sealed epoch and the registered attribution. Emits {Settled}; appends a leaf.
    function settle(Node contribution, Attribution calldata attribution) external returns (uint256 amount);

    function workOf(Node contribution) external view returns (Work memory);

    function roundOf(Node contribution, uint16 round) external view returns (RoundInfo memory);

    /// @notice The commitment; after the reveal the level + 1; 12 for one that has leaked; 0 for none.
    function voteOf(Node contribution, uint16 round, address validator) external view returns (bytes32);

    /// @notice keccak256(abi.encode(chainid, this, contribution, round, validator, level, rationaleHash, salt)).
    function commitmentOf(
        Node contribution,
        uint16 round,
        Ballot calldata ballot
    ) external view returns (bytes32);

    /// @notice Whether a work may be cited: finalized with level 1 or more.
    function isAccepted(Node contribution) external view returns (bool);

    /// @notice The block whose prevRandao draws the armed round.
    function drawBlockOf(Node contribution) external view returns (uint256);

    /// @notice When the last window of a scored work ends or ended, in seconds: the challenge window or, once challenged,
    ///         the second panel's reveal window.
    /// @dev Reverts before it is scored, and while a second panel sits.
    function challengeEndOf(Node contribution) external view returns (uint256);

    /// @notice The first second in which registrations and reopenings are open again, if the guardian has stopped them.
    function stoppedUntil() external view returns (uint40);

    /// @notice Contributions that wait for a score.
    function openRounds() external view returns (uint256);

    /// @notice The rule `RegistrationBond`, doubled for each full `Load` of open duties a seat, in wei.
    /// @dev Requires at least 10 seats.
    function bondFor(RuleWord registration) external view returns (uint256);

    function epochAt(uint256 timestamp) external view returns (uint256);

    /// @return points Of the works accepted into it.
    /// @return isSealed Whether the points are fixed.
    function epochOf(uint32 epoch) external view returns (uint256 points, bool isSealed);

    /// @notice When an epoch may be sealed, by the present rules.
    function sealableAt(uint32 epoch) external view returns (uint256);

    /// @notice Start of epoch 0, in seconds.
    function GENESIS_TIME() external view returns (uint256);

    /// @notice In seconds.
    function EPOCH_LENGTH() external view returns (uint256);
}
