// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";

import {Epochs} from "./base/Epochs.sol";
import {IAttributionRegistry} from "./interfaces/IAttributionRegistry.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IProofOfValue, Ballot, Phase, RearmReason, RoundInfo, Work} from "./interfaces/IProofOfValue.sol";
import {IRewardLedger} from "./interfaces/IRewardLedger.sol";
import {IAzoraToken} from "./interfaces/IAzoraToken.sol";
import {IValidatorRegistry} from "./interfaces/IValidatorRegistry.sol";
import {Emission} from "./libraries/Emission.sol";
import {Split} from "./libraries/Split.sol";
import {Attribution, Share} from "./types/Attribution.sol";
import {Histogram, HistogramLib} from "./types/Histogram.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {Node} from "./types/Node.sol";
import {Panel, PanelLib} from "./types/Panel.sol";
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
contract ProofOfValue is Epochs, Multicall {
    /// @dev Two slots a round.
    struct Round {
        Panel panel;
        Histogram votes;
        uint40 armedAt;
        uint40 commitEnd;
        uint40 revealEnd;
        mapping(address validator => bytes32) ballots;
    }

    /// @notice Registration is closed below this many seats.
    uint256 public constant MIN_SEATS = 10;
    uint256 private constant HISTORY = 8_191; // blocks, as EIP-2935 serves them
    uint256 private constant MAX_DOUBLINGS = 32; // of the bond; keeps the shift in range

    IAttributionRegistry private immutable REGISTRY;
    IValidatorRegistry private immutable VALIDATORS;
    IRewardLedger private immutable REWARDS;
    IAzoraToken private immutable AZR;

    /// @dev One more than {openRounds}: a slot that never returns to zero is cheaper to count in.
    uint256 private _openRoundsPlusOne = 1;

    mapping(Node contribution => Work) private _works;
    mapping(Node contribution => mapping(uint16 round => Round)) private _rounds;

    /// @param epochLength In seconds; 7 days on mainnet.
    constructor(uint256 epochLength) Epochs(IGenesis(msg.sender), epochLength) {
        IGenesis genesis = IGenesis(msg.sender);
        REGISTRY = IAttributionRegistry(genesis.addressOf(Role.AttributionRegistry));
        VALIDATORS = IValidatorRegistry(genesis.addressOf(Role.ValidatorRegistry));
        REWARDS = IRewardLedger(genesis.addressOf(Role.RewardLedger));
        AZR = IAzoraToken(genesis.addressOf(Role.AzoraToken));

        // Chains without a beacon set prevRandao to 0 or a small constant; panels there could be foreseen.
        if (block.prevrandao <= type(uint64).max) revert ProofOfValue_NoRandomness(block.prevrandao);
        if (Blockhash.HISTORY_STORAGE_ADDRESS.code.length == 0) revert ProofOfValue_NoBlockHistory();
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
        _openRoundsPlusOne += 1;
        Work storage work = _works[contribution];
        work.phase = Phase.Armed;
        work.opening = 1;
        work.round = 1;
        work.rulesVersion = rulesVersion;
        work.armedAt = uint40(block.number);
    }

    /// @inheritdoc IProofOfValue
    function draw(Node contribution, bytes calldata header) external {
        // check
        Work memory work = _inPhase(contribution, Phase.Armed);
        RuleWord registration = CONSTITUTION.word(work.rulesVersion, Rule.ArmingDelay.wordOf());
        uint256 drawBlock = uint256(work.armedAt) + registration.get(Rule.ArmingDelay);
        if (block.number <= drawBlock) revert ProofOfValue_DrawTooEarly(block.number, drawBlock);
        if (block.number > drawBlock + HISTORY)
            revert ProofOfValue_DrawMissed(block.number, drawBlock + HISTORY);
        uint256 prevRandao = _provenRandao(header, drawBlock);

        // effect: the seat count as of the arming, so that nobody can enter a panel once its seed is known
        uint256 seats = VALIDATORS.seatCountAt(work.armedAt);
        uint256 n = PanelLib.sizeFor(registration.get(Rule.PanelLimit), seats);
        bytes32 seed = keccak256(abi.encode(prevRandao, contribution, work.round));
        Panel panel = PanelLib.draw(seed, n, seats);
        RuleWord times = CONSTITUTION.word(work.rulesVersion, Rule.CommitWindow.wordOf());
        Round storage round = _rounds[contribution][work.round];
        uint40 commitEnd = uint40(block.timestamp + times.get(Rule.CommitWindow));
        uint40 revealEnd = uint40(commitEnd + times.get(Rule.RevealWindow));
        round.panel = panel;
        round.armedAt = work.armedAt;
        round.commitEnd = commitEnd;
        round.revealEnd = revealEnd;
        _works[contribution].phase = Phase.Voting;
        emit Drawn(contribution, work.round, prevRandao, Panel.unwrap(panel), commitEnd, revealEnd);

        // interaction
        _record(LeafKind.Drawn, contribution, keccak256(abi.encode(work.round, prevRandao, panel)));
    }

    /// @inheritdoc IProofOfValue
    function rearm(Node contribution) external {
        // check
        Work memory work = _inPhase(contribution, Phase.Armed);
        uint256 lastBlock = drawBlockOf(contribution) + HISTORY;
        if (block.number <= lastBlock) revert ProofOfValue_DrawNotMissed(block.number, lastBlock);
        // effect and interaction
        if (work.rearmed) {
            _void(contribution, work);
        } else {
            _works[contribution].rearmed = true;
            _arm(contribution, work, RearmReason.MissedDraw);
        }
    }

    /// @inheritdoc IProofOfValue
    function commit(Node contribution, uint256 position, bytes32 commitment) external {
        // check
        uint16 number = _inPhase(contribution, Phase.Voting).round;
        Round storage round = _rounds[contribution][number];
        if (block.timestamp >= round.commitEnd)
            revert ProofOfValue_CommitClosed(block.timestamp, round.commitEnd);
        if (uint256(commitment) <= HistogramLib.LEVELS) revert ProofOfValue_InvalidCommitment(commitment);
        if (_holder(round.panel, position, round.armedAt) != msg.sender) {
            revert ProofOfValue_NotOnPanel(contribution, msg.sender, position);
        }
        // effect
        round.ballots[msg.sender] = commitment;
        emit Committed(contribution, number, msg.sender, commitment);
    }

    /// @inheritdoc IProofOfValue
    function reveal(
        Node contribution,
        Ballot calldata ballot,
        Share[] calldata contributors,
        bytes32 upstreamHash
    ) external {
        // check
        uint16 number = _inPhase(contribution, Phase.Voting).round;
        Round storage round = _rounds[contribution][number];
        if (block.timestamp < round.commitEnd || block.timestamp >= round.revealEnd) {
            revert ProofOfValue_RevealClosed(block.timestamp, round.commitEnd, round.revealEnd);
        }
        if (ballot.level >= HistogramLib.LEVELS) revert ProofOfValue_InvalidLevel(ballot.level);
        if (round.ballots[ballot.validator] != commitmentOf(contribution, number, ballot)) {
            revert ProofOfValue_NoMatchingCommitment(contribution, ballot.validator);
        }
        if (REGISTRY.isParty(contribution, ballot.validator, contributors, upstreamHash)) {
            revert ProofOfValue_PartyVote(contribution, ballot.validator);
        }
        // effect: the opened vote replaces its commitment, so it counts once and stays for later proofs
        round.ballots[ballot.validator] = bytes32(uint256(ballot.level) + 1);
        round.votes = round.votes.add(ballot.level);
        emit Revealed(contribution, number, ballot.validator, ballot.level, ballot.rationaleHash);
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
                _void(contribution, work);
            } else {
                _works[contribution].redrawn = true;
                _arm(contribution, work, RearmReason.NoQuorum);
            }
            return;
        }

        // effect: a level is at most 10
        uint8 level = uint8(votes.lowerMedian());
        _works[contribution].phase = Phase.Scored;
        _works[contribution].level = level;
        _openRoundsPlusOne -= 1;
        emit Scored(contribution, work.round, level, Histogram.unwrap(votes));
        // interaction
        _record(LeafKind.Scored, contribution, keccak256(abi.encode(work.round, level, votes)));
    }

    /// @inheritdoc IProofOfValue
    function finalize(Node contribution) external {
        // check
        Work memory work = _inPhase(contribution, Phase.Scored);
        uint256 windowEnd = challengeEndOf(contribution);
        if (block.timestamp < windowEnd) revert ProofOfValue_ChallengeOpen(block.timestamp, windowEnd);

        // effect
        uint256 points = Emission.points(work.level);
        uint32 epoch;
        bool late;
        if (points == 0) {
            _works[contribution].phase = Phase.Rejected;
        } else {
            (epoch, late) = _join(windowEnd, points);
            _works[contribution].phase = Phase.Accepted;
            _works[contribution].epoch = epoch;
            _works[contribution].late = late;
            // A lane is 48 bits wide.
            RuleWord prices = CONSTITUTION.word(work.rulesVersion, Rule.PointPriceCap.wordOf());
            _works[contribution].priceCap = uint48(prices.get(Rule.PointPriceCap));
        }
        emit Finalized(contribution, work.opening, work.round, work.level, points, epoch, late);

        // interaction
        _record(
            LeafKind.Finalized,
            contribution,
            keccak256(abi.encode(work.opening, work.round, work.level, points, epoch, late))
        );
        REGISTRY.releaseBond(contribution, points == 0);
    }

    /// @inheritdoc IProofOfValue
    function settle(Node contribution, Attribution calldata attribution) external returns (uint256 amount) {
        // check
        Work memory work = _inPhase(contribution, Phase.Accepted);
        uint256 points = Emission.points(work.level);
        uint256 priceCap = work.priceCap * RulesLib.MICRO_AZR_TO_WEI;
        _seal(work.epoch);
        uint256 rate = _rateOf(work.epoch, priceCap);
        if (work.late) {
            uint256 missed = _rateOf(uint32(epochAt(challengeEndOf(contribution))), priceCap);
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
    function workOf(Node contribution) external view returns (Work memory) {
        return _works[contribution];
    }

    /// @inheritdoc IProofOfValue
    function roundOf(Node contribution, uint16 number) external view returns (RoundInfo memory) {
        Round storage round = _rounds[contribution][number];
        return
            RoundInfo({
                panel: _holders(round.panel, round.armedAt),
                votes: round.votes,
                armedAt: round.armedAt,
                commitEnd: round.commitEnd,
                revealEnd: round.revealEnd
            });
    }

    /// @inheritdoc IProofOfValue
    function voteOf(Node contribution, uint16 round, address validator) external view returns (bytes32) {
        return _rounds[contribution][round].ballots[validator];
    }

    /// @inheritdoc IProofOfValue
    function commitmentOf(
        Node contribution,
        uint16 round,
        Ballot calldata ballot
    ) public view returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    block.chainid,
                    address(this),
                    contribution,
                    round,
                    ballot.validator,
                    ballot.level,
                    ballot.rationaleHash,
                    ballot.salt
                )
            );
    }

    /// @inheritdoc IProofOfValue
    function isAccepted(Node contribution) external view returns (bool) {
        Phase phase = _works[contribution].phase;
        return phase == Phase.Accepted || phase == Phase.Settled;
    }

    /// @inheritdoc IProofOfValue
    function drawBlockOf(Node contribution) public view returns (uint256) {
        Work memory work = _inPhase(contribution, Phase.Armed);
        RuleWord registration = CONSTITUTION.word(work.rulesVersion, Rule.ArmingDelay.wordOf());
        return uint256(work.armedAt) + registration.get(Rule.ArmingDelay);
    }

    /// @inheritdoc IProofOfValue
    function challengeEndOf(Node contribution) public view returns (uint256) {
        Work memory work = _works[contribution];
        if (work.phase < Phase.Scored) revert ProofOfValue_WrongPhase(contribution, work.phase, Phase.Scored);
        RuleWord times = CONSTITUTION.word(work.rulesVersion, Rule.ChallengeWindow.wordOf());
        return uint256(_rounds[contribution][work.round].revealEnd) + times.get(Rule.ChallengeWindow);
    }

    /// @inheritdoc IProofOfValue
    function openRounds() public view returns (uint256) {
        return _openRoundsPlusOne - 1;
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

    /// @dev A new round for the same opening: a fresh seed, seats as of now.
    function _arm(Node contribution, Work memory work, RearmReason reason) private {
        // effect
        uint16 round = work.round + 1;
        RuleWord registration = CONSTITUTION.word(work.rulesVersion, Rule.ArmingDelay.wordOf());
        uint40 drawBlock = uint40(block.number + registration.get(Rule.ArmingDelay));
        _works[contribution].phase = Phase.Armed;
        _works[contribution].round = round;
        _works[contribution].armedAt = uint40(block.number);
        emit Rearmed(contribution, round, reason, uint40(block.number), drawBlock);
        // interaction
        _record(LeafKind.Rearmed, contribution, keccak256(abi.encode(round, reason, uint40(block.number))));
    }

    function _void(Node contribution, Work memory work) private {
        // effect
        _works[contribution].phase = Phase.Void;
        _openRoundsPlusOne -= 1;
        emit Voided(contribution, work.opening, work.round);
        // interaction
        _record(LeafKind.Voided, contribution, keccak256(abi.encode(work.opening, work.round)));
        REGISTRY.releaseBond(contribution, false);
    }

    function _record(LeafKind kind, Node contribution, bytes32 dataHash) private {
        LEDGER.append(kind, Node.unwrap(contribution), msg.sender, dataHash);
    }

    function _inPhase(Node contribution, Phase required) private view returns (Work memory work) {
        work = _works[contribution];
        if (work.phase != required) revert ProofOfValue_WrongPhase(contribution, work.phase, required);
    }

    /// @dev The header's hash must be that of the draw block; then its fields are the chain's.
    function _provenRandao(bytes memory header, uint256 drawBlock) private view returns (uint256) {
        if (keccak256(header) != Blockhash.blockHash(drawBlock)) revert ProofOfValue_InvalidHeader(drawBlock);
        return uint256(BlockHeader.getPrevRandao(header));
    }

    function _holder(Panel panel, uint256 position, uint256 armedAt) private view returns (address) {
        return position < panel.size() ? VALIDATORS.holderAt(panel.seatAt(position), armedAt) : address(0);
    }

    function _holders(Panel panel, uint256 armedAt) private view returns (address[] memory holders) {
        holders = new address[](panel.size());
        for (uint256 i; i < holders.length; ++i) holders[i] = _holder(panel, i, armedAt);
    }
}
