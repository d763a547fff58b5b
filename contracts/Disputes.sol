// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Reservations} from "./base/Reservations.sol";
import {IAuditLedger} from "./interfaces/IAuditLedger.sol";
import {ICitadelFund} from "./interfaces/ICitadelFund.sol";
import {IConstitution} from "./interfaces/IConstitution.sol";
import {Direction, Dispute, Ground, IDisputes, Outcome} from "./interfaces/IDisputes.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IProofOfValue, Phase, Work} from "./interfaces/IProofOfValue.sol";
import {IReservations} from "./interfaces/IReservations.sol";
import {IValidatorRegistry} from "./interfaces/IValidatorRegistry.sol";
import {Emission} from "./libraries/Emission.sol";
import {HistogramLib} from "./types/Histogram.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {Node} from "./types/Node.sol";
import {Panel, PanelLib} from "./types/Panel.sol";
import {Rule, RulesLib, RuleWord} from "./types/Rules.sol";

/// @title Disputes
/// @notice Roles: anyone, or a critic by a flag, challenges a score within its window, once for each; `ProofOfValue` draws the
///         second panel and tells what it found.
/// @dev Trust: the outcome follows from the two medians alone; nobody can set it. A challenge in flight could be copied by
///      whoever orders transactions, who would take its prize: therefore the caller must have reserved it, some blocks before,
///      by a hash that tells nobody which work is meant. So nobody can copy, because a copy was not reserved, and nobody can
///      block by reserving, because others reserve too. Worst case: who reserves every open score in the block of another's
///      reservation, in front of it, can be first, and loses a deposit for each score but one. Liveness: a second panel ends by
///      time, and with it the challenge; all ether leaves by pull. ETH held = bonds of open challenges + fees not yet shared +
///      deposits of reservations + credits not yet withdrawn.
contract Disputes is IDisputes, Reservations {
    /// @dev The second median must be this many levels away.
    uint256 private constant MARGIN = 2;

    IProofOfValue private immutable PROOF_OF_VALUE;
    IConstitution private immutable CONSTITUTION;
    IAuditLedger private immutable LEDGER;
    IValidatorRegistry private immutable VALIDATORS;

    /// @inheritdoc IDisputes
    mapping(Node contribution => mapping(uint16 round => mapping(address validator => bool))) public isShared;

    mapping(Node contribution => Dispute) private _disputes;

    constructor() {
        IGenesis genesis = IGenesis(msg.sender);
        PROOF_OF_VALUE = IProofOfValue(genesis.addressOf(Role.ProofOfValue));
        CONSTITUTION = IConstitution(genesis.addressOf(Role.Constitution));
        VALIDATORS = IValidatorRegistry(genesis.addressOf(Role.ValidatorRegistry));
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));
    }

    /// @inheritdoc IDisputes
    function challenge(
        Node contribution,
        Direction direction,
        Ground ground,
        bytes32 reasonHash,
        bytes32 salt
    ) external payable {
        // check
        if (reasonHash == 0) revert Disputes_MissingReason();
        // Too high a share, a copied work or an unconstitutional one can only be worth less.
        if (direction == Direction.Up && ground != Ground.Value && ground != Ground.Conflict) {
            revert Disputes_InvalidGround(direction, ground);
        }
        Work memory work = _challengeable(contribution);
        bytes32 hash = reservationOf(contribution, msg.sender, direction, ground, reasonHash, salt);
        uint256 deposit = _usable(hash);
        (uint256 fee, uint256 bond) = _priceOf(work, direction);
        uint256 paid = msg.value + deposit;
        if (paid < fee + bond) revert Disputes_PaymentTooSmall(paid, fee + bond);

        // effect and interaction
        _redeem(contribution, hash, deposit);
        if (paid > fee + bond) _creditEther(msg.sender, paid - fee - bond);
        Dispute memory dispute;
        dispute.challenger = msg.sender;
        dispute.direction = direction;
        dispute.ground = ground;
        // ETH in existence is below 2^128 wei.
        dispute.bond = uint128(bond);
        dispute.fee = uint128(fee);
        _open(contribution, work, dispute, reasonHash);
    }

    /// @inheritdoc IDisputes
    function release(
        Node contribution,
        Direction direction,
        Ground ground,
        bytes32 reasonHash,
        bytes32 salt
    ) external {
        // check: a critic's flag is a challenge as well
        if (_disputes[contribution].challenger == address(0)) revert Disputes_NotChallenged(contribution);
        // effect
        _release(contribution, reservationOf(contribution, msg.sender, direction, ground, reasonHash, salt));
    }

    /// @dev Fees of flags.
    receive() external payable {
        if (msg.sender != FUND) revert Disputes_NotFund(msg.sender);
    }

    /// @inheritdoc IDisputes
    function flag(Node contribution, address critic, bytes32 reasonHash) external {
        // check
        if (msg.sender != address(CONSTITUTION)) revert Disputes_NotConstitution(msg.sender);
        Work memory work = _challengeable(contribution);
        (uint256 most, ) = _priceOf(work, Direction.Down);
        // interaction, then effect: the fund is the protocol's own and calls nobody but this contract
        Dispute memory dispute;
        dispute.challenger = critic;
        dispute.flagged = true;
        dispute.direction = Direction.Down;
        dispute.ground = Ground.Constitution;
        // ETH in existence is below 2^128 wei.
        dispute.fee = uint128(ICitadelFund(FUND).payFee(contribution, most));
        // effect and interaction
        _open(contribution, work, dispute, reasonHash);
    }

    /// @inheritdoc IDisputes
    function resolve(
        Node contribution,
        uint16 round,
        bool scored,
        uint8 median,
        uint256 counted
    ) external returns (Outcome outcome, uint8 level) {
        // check
        if (msg.sender != address(PROOF_OF_VALUE)) revert Disputes_NotProofOfValue(msg.sender);
        // effect
        Dispute storage dispute = _disputes[contribution];
        level = dispute.firstLevel;
        if (!scored) {
            outcome = Outcome.Inconclusive;
        } else if (
            dispute.direction == Direction.Up ? median >= level + MARGIN : uint256(median) + MARGIN <= level
        ) {
            outcome = Outcome.Upheld;
            Ground ground = dispute.ground;
            level = ground == Ground.Value || ground == Ground.Conflict ? median : 0;
        } else {
            outcome = Outcome.Dismissed;
        }
        dispute.outcome = outcome;
        dispute.lastRound = round;
        dispute.secondLevel = median;
        // At most three rounds of 15 votes.
        dispute.counted = uint8(counted);
        _pay(contribution, dispute, outcome, counted);
        // interaction: without a decision a critic was neither right nor wrong
        if (dispute.flagged && outcome != Outcome.Inconclusive) {
            CONSTITUTION.flagResolved(contribution, dispute.challenger, outcome == Outcome.Upheld);
        }
    }

    /// @inheritdoc IDisputes
    function shareFee(Node contribution, uint16 round, address validator) external {
        // check
        Dispute memory dispute = _disputes[contribution];
        bytes32 vote = PROOF_OF_VALUE.voteOf(contribution, round, validator);
        bool counted = vote != 0 && uint256(vote) <= HistogramLib.LEVELS;
        // Before it is resolved the last round is 0.
        if (!counted || round <= dispute.firstRound || round > dispute.lastRound) {
            revert Disputes_NoShare(contribution, round, validator);
        }
        if (isShared[contribution][round][validator]) {
            revert Disputes_AlreadyShared(contribution, round, validator);
        }
        // effect
        isShared[contribution][round][validator] = true;
        uint256 share = dispute.fee / dispute.counted;
        emit FeeShared(contribution, round, validator, share);
        if (share > 0) _creditEther(validator, share);
    }

    /// @inheritdoc IDisputes
    function noteRefund(Node contribution, uint256 amount) external {
        // check
        if (msg.sender != address(PROOF_OF_VALUE)) revert Disputes_NotProofOfValue(msg.sender);
        // effect
        Dispute storage dispute = _disputes[contribution];
        dispute.refund -= uint128(amount);
        emit FeeRefunded(contribution, dispute.challenger, amount);
    }

    /// @inheritdoc IDisputes
    /// @dev By who held the seats, because the numbers may have moved since. Each number is looked up once, so there are at
    ///      most 3n + 1 look-ups; a number that was drawn or refused is skipped without one.
    function drawSecond(
        Panel first,
        uint256 firstArmedAt,
        bytes32 seed,
        uint256 seats,
        uint256 armedAt
    ) external view returns (Panel) {
        uint256 size = first.size();
        address[] memory others = new address[](size);
        for (uint256 i; i < size; ++i) others[i] = VALIDATORS.holderAt(first.seatAt(i), firstArmedAt);
        uint256 n = PanelLib.secondSizeFor(size, seats);
        // Fewer must not overrule more; the draw is missed then, and the first level stands.
        if (n < size) revert Disputes_PanelTooSmall(n, size);
        uint256 packed;
        uint256 found;
        uint256 refused; // packed as well: at most one number for each of the first panel
        uint256 refusals;
        for (uint256 i; found < n; ++i) {
            (bool fair, uint256 seat) = PanelLib.candidate(seed, i, seats);
            if (!fair || PanelLib.contains(packed, found, seat)) continue;
            if (PanelLib.contains(refused, refusals, seat)) continue;
            if (_isAmong(others, VALIDATORS.holderAt(seat, armedAt))) {
                refused |= seat << (16 * refusals++);
            } else {
                packed |= seat << (16 * found++);
            }
        }
        return PanelLib.pack(packed, n);
    }

    /// @inheritdoc IDisputes
    function disputeOf(Node contribution) external view returns (Dispute memory) {
        return _disputes[contribution];
    }

    /// @inheritdoc IDisputes
    function outlierOf(
        Node contribution,
        address validator
    ) external view returns (uint16 round, address challenger, uint256 refund) {
        Dispute memory dispute = _disputes[contribution];
        if (dispute.outcome != Outcome.Upheld) revert Disputes_NotOverturned(contribution);
        round = dispute.firstRound;
        uint256 vote = uint256(PROOF_OF_VALUE.voteOf(contribution, round, validator));
        // A vote is kept as its level + 1; what is no counted vote is on neither side.
        bool counted = vote > 0 && vote <= HistogramLib.LEVELS;
        uint256 median = uint256(dispute.secondLevel) + 1;
        bool away = dispute.direction == Direction.Up ? vote + MARGIN <= median : vote >= median + MARGIN;
        if (!counted || !away) revert Disputes_NotOutlier(contribution, validator);
        if (!dispute.flagged) challenger = dispute.challenger;
        refund = dispute.refund;
    }

    /// @inheritdoc IDisputes
    function heirOf(Node contribution) external view returns (address) {
        Dispute storage dispute = _disputes[contribution];
        return dispute.outcome == Outcome.Upheld && !dispute.flagged ? dispute.challenger : FUND;
    }

    /// @inheritdoc IDisputes
    function priceOf(
        Node contribution,
        Direction direction
    ) external view returns (uint256 fee, uint256 bond) {
        Work memory work = PROOF_OF_VALUE.workOf(contribution);
        if (work.phase != Phase.Scored) revert Disputes_NotScored(contribution);
        return _priceOf(work, direction);
    }

    /// @inheritdoc IReservations
    function depositRequired() public view override(IReservations, Reservations) returns (uint256) {
        (uint256 fee, uint256 bond, ) = _rulesOf(CONSTITUTION.version());
        return fee + bond;
    }

    /// @inheritdoc IDisputes
    function reservationOf(
        Node contribution,
        address challenger,
        Direction direction,
        Ground ground,
        bytes32 reasonHash,
        bytes32 salt
    ) public view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    block.chainid,
                    address(this),
                    contribution,
                    challenger,
                    direction,
                    ground,
                    reasonHash,
                    salt
                )
            );
    }

    function _open(Node contribution, Work memory work, Dispute memory dispute, bytes32 reasonHash) private {
        // effect
        dispute.firstRound = work.round;
        dispute.firstLevel = work.level;
        _disputes[contribution] = dispute;
        emit Challenged(
            contribution,
            work.round,
            dispute.challenger,
            dispute.direction,
            dispute.ground,
            reasonHash,
            dispute.flagged,
            dispute.fee,
            dispute.bond
        );
        // interaction
        LEDGER.append(
            LeafKind.Challenged,
            Node.unwrap(contribution),
            dispute.challenger,
            keccak256(abi.encode(work.round, dispute.direction, dispute.ground, reasonHash))
        );
        PROOF_OF_VALUE.contest(contribution);
    }

    /// @dev The bond, and what of the fee the second panel does not get.
    function _pay(Node contribution, Dispute storage dispute, Outcome outcome, uint256 counted) private {
        address payer = dispute.flagged ? FUND : dispute.challenger;
        uint256 bond = dispute.bond;
        uint256 fee = dispute.fee;
        address bondTo = outcome == Outcome.Dismissed ? FUND : payer;
        uint256 share = counted == 0 ? 0 : fee / counted;
        emit Closed(contribution, outcome, bondTo, bond, counted, share);

        dispute.bond = 0;
        if (bond > 0) _creditEther(bondTo, bond);
        // Nobody judged: it goes back. Else the indivisible rest goes to the fund.
        uint256 rest = fee - share * counted;
        if (rest > 0) _creditEther(counted == 0 ? payer : FUND, rest);
        if (outcome == Outcome.Upheld && !dispute.flagged) dispute.refund = uint128(fee);
    }

    /// @dev A score whose window is open and that nobody has challenged.
    function _challengeable(Node contribution) private view returns (Work memory work) {
        work = PROOF_OF_VALUE.workOf(contribution);
        if (work.challenged) revert Disputes_AlreadyChallenged(contribution);
        if (work.phase != Phase.Scored) revert Disputes_NotScored(contribution);
        uint256 windowEnd = PROOF_OF_VALUE.challengeEndOf(contribution);
        if (block.timestamp >= windowEnd) revert Disputes_WindowClosed(block.timestamp, windowEnd);
    }

    /// @dev By the rules of the work's version, in wei.
    function _priceOf(
        Work memory work,
        Direction direction
    ) private view returns (uint256 fee, uint256 bond) {
        uint256 level = work.level;
        bool possible = direction == Direction.Up ? level + MARGIN < HistogramLib.LEVELS : level >= MARGIN;
        if (!possible) revert Disputes_CannotWin(direction, level);
        uint256 perPoint;
        (fee, bond, perPoint) = _rulesOf(work.rulesVersion);
        // The least that it could win.
        if (direction == Direction.Up) bond += perPoint * Emission.points(level + MARGIN);
    }

    /// @dev What a version asks for a challenge, in wei.
    function _rulesOf(uint32 version) private view returns (uint256 fee, uint256 bond, uint256 perPoint) {
        fee = CONSTITUTION.word(version, Rule.ChallengeFee.wordOf()).get(Rule.ChallengeFee);
        RuleWord word = CONSTITUTION.word(version, Rule.ChallengeBond.wordOf());
        bond = word.get(Rule.ChallengeBond) * RulesLib.GWEI_TO_WEI;
        perPoint = word.get(Rule.ChallengeBondPerPoint) * RulesLib.GWEI_TO_WEI;
        fee *= RulesLib.GWEI_TO_WEI;
    }

    function _isAmong(address[] memory accounts, address account) private pure returns (bool) {
        for (uint256 i; i < accounts.length; ++i) if (accounts[i] == account) return true;
        return false;
    }
}
