// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

import {Epochs} from "./base/Epochs.sol";
import {Faults} from "./base/Faults.sol";
import {Rounds} from "./base/Rounds.sol";
import {Works} from "./base/Works.sol";
import {Outcome} from "./interfaces/IDisputes.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IProofOfValue, Phase, RearmReason, Work} from "./interfaces/IProofOfValue.sol";
import {IRewardLedger} from "./interfaces/IRewardLedger.sol";
import {IAzoraToken} from "./interfaces/IAzoraToken.sol";
import {Emission} from "./libraries/Emission.sol";
import {Split} from "./libraries/Split.sol";
import {Attribution} from "./types/Attribution.sol";
import {Histogram} from "./types/Histogram.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {Node} from "./types/Node.sol";
import {PanelLib} from "./types/Panel.sol";
import {Rule, RulesLib, RuleWord} from "./types/Rules.sol";

/// @title ProofOfValue
/// @notice Roles: the registry opens works; judges drawn for a panel commit and, like anyone who knows the salt, reveal;
///         everything else is for anyone to call. Nobody sets a score, a seed or an amount.
/// @dev Trust: an honest majority of a panel drawn by prevRandao, which a block proposer can influence only by giving up its
///      block, and whose block is fixed by the arming. A panel that falls short of its quorum is drawn again once, so a
///      minority that stays silent buys one more draw. Before the reveal window the chain holds only commitments bound to
///      chain, contract, work, round and judge. Times are half open and derived from stored ones.
///      Assumes: block headers are RLP under keccak256, as they have been since Frontier; should that end, draws are missed
///      and works become `Void`. Liveness: each phase ends by time; works settle on their own, none waits for another.
contract ProofOfValue is Faults, Multicall {
    /// @notice Registration is closed below this many seats.
    uint256 public constant MIN_SEATS = 10;
    uint256 private constant MAX_DOUBLINGS = 32; // of the bond; keeps the shift in range

    IRewardLedger private immutable REWARDS;
    IAzoraToken private immutable AZR;

    /// @param epochLength In seconds; 7 days on mainnet.
    constructor(
        uint256 epochLength
    ) Epochs(IGenesis(msg.sender), epochLength) Works(IGenesis(msg.sender)) Rounds(IGenesis(msg.sender)) {
        IGenesis genesis = IGenesis(msg.sender);
        REWARDS = IRewardLedger(genesis.addressOf(Role.RewardLedger));
        AZR = IAzoraToken(genesis.addressOf(Role.AzoraToken));
    }

    /// @inheritdoc IProofOfValue
    function open(
        Node contribution,
        uint32 rulesVersion,
        RuleWord registration
    ) external returns (uint256 bond) {
        // check
        if (msg.sender != address(REGISTRY)) revert ProofOfValue_NotRegistry(msg.sender);
        bond = bondFor(registration);
        // effect
        _admit();
        Work storage work = _works[contribution];
        work.phase = Phase.Armed;
        work.opening = 1;
        work.round = 1;
        work.rulesVersion = rulesVersion;
        work.armedAt = uint40(block.number);
    }

    /// @inheritdoc IProofOfValue
    function reopen(Node contribution) external returns (uint16 opening, uint16 round, uint256 bond) {
        // check
        if (msg.sender != address(REGISTRY)) revert ProofOfValue_NotRegistry(msg.sender);
        Work memory work = _inPhase(contribution, Phase.Void);
        bond = bondFor(CONSTITUTION.word(work.rulesVersion, Rule.RegistrationBond.wordOf()));
        // effect: as a new registration, under the next numbers
        _admit();
        opening = work.opening + 1;
        round = work.round + 1;
        // What a void work has beside is empty: it never had a level.
        Work storage stored = _works[contribution];
        stored.phase = Phase.Armed;
        stored.opening = opening;
        stored.round = round;
        stored.rearmed = false;
        stored.redrawn = false;
        stored.armedAt = uint40(block.number);
    }

    /// @inheritdoc IProofOfValue
    function contest(Node contribution) external returns (uint16 round) {
        // check
        if (msg.sender != address(DISPUTES)) revert ProofOfValue_NotDisputes(msg.sender);
        Work memory work = _inPhase(contribution, Phase.Scored);
        if (work.challenged) revert ProofOfValue_AlreadyChallenged(contribution);
        // effect: the second panel has a missed draw and a redraw of its own
        _wait();
        Work storage stored = _works[contribution];
        stored.challenged = true;
        stored.rearmed = false;
        stored.redrawn = false;
        // effect and interaction
        round = work.round + 1;
        _arm(contribution, work, RearmReason.Contested);
    }

    /// @inheritdoc IProofOfValue
    function score(Node contribution) external {
        // check
        Work memory work = _inPhase(contribution, Phase.Voting);
        Round storage round = _rounds[contribution][work.round];
        if (block.timestamp < round.revealEnd)
            revert ProofOfValue_RevealOpen(block.timestamp, round.revealEnd);

        // effect and interaction: without a quorum once more, or never
        Histogram votes = round.votes;
        if (votes.total() < PanelLib.quorum(round.panel.size())) {
            if (work.redrawn) {
                _giveUp(contribution, work);
            } else {
                _works[contribution].redrawn = true;
                _arm(contribution, work, RearmReason.NoQuorum);
            }
            return;
        }

        // effect: a level is at most 10
        uint8 level = uint8(votes.lowerMedian());
        emit Scored(contribution, work.round, level, Histogram.unwrap(votes));
        if (!work.challenged) {
            _waitNoMore();
            Work storage stored = _works[contribution];
            stored.phase = Phase.Scored;
            stored.level = level;
            stored.scoredRound = work.round;
        }
        // interaction
        _record(LeafKind.Scored, contribution, keccak256(abi.encode(work.round, level, votes)));
        if (work.challenged) _resolve(contribution, work, true, level);
    }

    /// @inheritdoc IProofOfValue
    function finalize(Node contribution) external {
        // check
        Work memory work = _inPhase(contribution, Phase.Scored);
        uint256 windowEnd = _windowEnd(contribution, work);
        if (block.timestamp < windowEnd) revert ProofOfValue_ChallengeOpen(block.timestamp, windowEnd);

        // effect
        uint256 points = Emission.points(work.level);
        uint32 epoch;
        bool late;
        Work storage stored = _works[contribution];
        if (points == 0) {
            stored.phase = Phase.Rejected;
        } else {
            (epoch, late) = _join(windowEnd, points);
            stored.phase = Phase.Accepted;
            stored.epoch = epoch;
            stored.late = late;
            // A lane is 48 bits wide.
            RuleWord prices = CONSTITUTION.word(work.rulesVersion, Rule.PointPriceCap.wordOf());
            stored.priceCap = uint48(prices.get(Rule.PointPriceCap));
        }

        // interaction: by now the critics' grace has passed, for it is never longer than the window
        if (CONSTITUTION.critiquesOf(Node.unwrap(contribution)) == 0) {
            emit Uncritiqued(contribution, work.opening, work.round);
            _record(LeafKind.Uncritiqued, contribution, keccak256(abi.encode(work.opening, work.round)));
        }
        emit Finalized(contribution, work.opening, work.round, work.level, points, epoch, late);
        _record(
            LeafKind.Finalized,
            contribution,
            keccak256(abi.encode(work.opening, work.round, work.level, points, epoch, late))
        );
        REGISTRY.releaseBond(contribution, points == 0 ? DISPUTES.heirOf(contribution) : address(0));
    }

    /// @inheritdoc IProofOfValue
    function settle(Node contribution, Attribution calldata attribution) external returns (uint256 amount) {
        // check
        Work memory work = _inPhase(contribution, Phase.Accepted);
        uint256 points = Emission.points(work.level);
        uint256 priceCap = work.priceCap * RulesLib.MICRO_AZR_TO_WEI;
        _seal(work.epoch);
        uint256 rate = _rateOf(work.epoch, priceCap, 0);
        if (work.late) {
            // As if it had come in time, its own points included: else who waits would not share the epoch with itself.
            uint256 missed = _rateOf(uint32(epochAt(_windowEnd(contribution, work))), priceCap, points);
            if (missed < rate) rate = missed;
        }

        // effect
        amount = points * rate;
        (uint256 citadel, uint256 people) = Split.ninetyTen(amount);
        _works[contribution].phase = Phase.Settled;
        emit Settled(contribution, work.epoch, points, rate, amount, citadel);

        // interaction: the attribution is checked by the reward ledger against the registry
        AZR.mint(citadel, people);
        bytes32 paymentsHash = REWARDS.settle(contribution, attribution, people);
        _record(
            LeafKind.Settled,
            contribution,
            keccak256(abi.encode(work.epoch, rate, amount, citadel, paymentsHash))
        );
    }

    /// @inheritdoc IProofOfValue
    function challengeEndOf(Node contribution) public view returns (uint256) {
        Work memory work = _works[contribution];
        if (work.phase < Phase.Scored || work.phase == Phase.Void) {
            revert ProofOfValue_WrongPhase(contribution, work.phase, Phase.Scored);
        }
        return _windowEnd(contribution, work);
    }

    /// @inheritdoc IProofOfValue
    function bondFor(RuleWord registration) public view returns (uint256) {
        uint256 seats = VALIDATORS.seatCount();
        if (seats < MIN_SEATS) revert ProofOfValue_TooFewSeats(seats, MIN_SEATS);
        uint256 duties = openRounds() * PanelLib.sizeFor(registration.get(Rule.PanelLimit), seats);
        uint256 doublings = duties / (seats * registration.get(Rule.Load));
        if (doublings > MAX_DOUBLINGS) doublings = MAX_DOUBLINGS;
        return (registration.get(Rule.RegistrationBond) << doublings) * RulesLib.GWEI_TO_WEI;
    }

    /// @dev A first panel that fails leaves the work void, a second one leaves the first level.
    function _giveUp(Node contribution, Work memory work) internal override {
        if (work.challenged) _resolve(contribution, work, false, 0);
        else _void(contribution, work);
    }

    function _void(Node contribution, Work memory work) internal {
        // effect
        _works[contribution].phase = Phase.Void;
        _waitNoMore();
        emit Voided(contribution, work.opening, work.round);
        // interaction
        _record(LeafKind.Voided, contribution, keccak256(abi.encode(work.opening, work.round)));
        REGISTRY.releaseBond(contribution, address(0));
    }

    /// @dev Ends the challenge. The panel that the level stands by is the second one only if it has overturned the first.
    function _resolve(Node contribution, Work memory work, bool scored, uint8 median) private {
        // effect: at most three rounds, a missed draw and a redraw included
        uint256 counted;
        for (uint16 round = work.scoredRound + 1; round <= work.round; ++round) {
            counted += _rounds[contribution][round].votes.total();
        }
        _waitNoMore();
        Work storage stored = _works[contribution];
        stored.phase = Phase.Scored;
        // interaction, then effect: Disputes is the protocol's own and calls nobody
        (Outcome outcome, uint8 level) = DISPUTES.resolve(contribution, work.round, scored, median, counted);
        if (outcome == Outcome.Upheld) {
            stored.level = level;
            stored.scoredRound = work.round;
        }
        emit Resolved(contribution, work.round, level, outcome);
        // interaction
        _record(LeafKind.Resolved, contribution, keccak256(abi.encode(work.round, level, outcome)));
    }

    /// @dev The second panel's reveal end if it was drawn, the redraw's included; else that of the challenge window.
    function _windowEnd(Node contribution, Work memory work) private view returns (uint256 end) {
        uint16 round = work.round;
        // A round that was never drawn has no end; the one that was scored has.
        while ((end = _rounds[contribution][round].revealEnd) == 0) --round;
        if (work.challenged && (round != work.scoredRound || round == work.round)) return end;
        RuleWord times = CONSTITUTION.word(work.rulesVersion, Rule.ChallengeWindow.wordOf());
        return end + times.get(Rule.ChallengeWindow);
    }
}
