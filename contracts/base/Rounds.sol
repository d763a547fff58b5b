// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BlockHeader} from "@openzeppelin/contracts/utils/BlockHeader.sol";
import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";

import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {IProofOfValue, Ballot, Phase, RearmReason, RoundInfo, Work} from "../interfaces/IProofOfValue.sol";
import {IValidatorRegistry} from "../interfaces/IValidatorRegistry.sol";
import {Share} from "../types/Attribution.sol";
import {Histogram, HistogramLib} from "../types/Histogram.sol";
import {LeafKind} from "../types/LeafKind.sol";
import {Node} from "../types/Node.sol";
import {Panel, PanelLib} from "../types/Panel.sol";
import {Rule, RuleWord} from "../types/Rules.sol";
import {Works} from "./Works.sol";

/// @notice The part of ProofOfValue in which a panel is drawn and votes: from the arming to the end of the reveal window.
abstract contract Rounds is Works {
    /// @dev Two slots a round.
    struct Round {
        Panel panel;
        Histogram votes;
        uint40 armedAt;
        uint40 commitEnd;
        uint40 revealEnd;
        mapping(address validator => bytes32) ballots;
    }

    /// @dev In place of a vote that has leaked: one more than any opened vote leaves there, and nobody's commitment.
    bytes32 internal constant LEAKED = bytes32(HistogramLib.LEVELS + 1);

    IValidatorRegistry internal immutable VALIDATORS;

    mapping(Node contribution => mapping(uint16 round => Round)) internal _rounds;

    constructor(IGenesis genesis) {
        VALIDATORS = IValidatorRegistry(genesis.addressOf(Role.ValidatorRegistry));

        // Chains without a beacon set prevRandao to 0 or a small constant; panels there could be foreseen.
        if (block.prevrandao <= type(uint64).max) revert ProofOfValue_NoRandomness(block.prevrandao);
        if (Blockhash.HISTORY_STORAGE_ADDRESS.code.length == 0) revert ProofOfValue_NoBlockHistory();
    }

    /// @inheritdoc IProofOfValue
    function draw(Node contribution, bytes calldata header) external {
        // check
        Work memory work = _inPhase(contribution, Phase.Armed);
        RuleWord registration = CONSTITUTION.word(work.rulesVersion, Rule.ArmingDelay.wordOf());
        uint256 drawBlock = uint256(work.armedAt) + registration.get(Rule.ArmingDelay);
        if (block.number <= drawBlock) revert ProofOfValue_DrawTooEarly(block.number, drawBlock);
        if (block.number > drawBlock + PanelLib.HISTORY)
            revert ProofOfValue_DrawMissed(block.number, drawBlock + PanelLib.HISTORY);
        uint256 prevRandao = _provenRandao(header, drawBlock);

        // effect: the seat count as of the arming, so that nobody can enter a panel once its seed is known
        uint256 seats = VALIDATORS.seatCountAt(work.armedAt);
        bytes32 seed = keccak256(abi.encode(prevRandao, contribution, work.round));
        Panel panel =
            work.challenged
                ? DISPUTES.drawSecond(
                    _rounds[contribution][work.scoredRound].panel,
                    _rounds[contribution][work.scoredRound].armedAt,
                    seed,
                    seats,
                    work.armedAt
                )
                : _drawFirst(seed, registration.get(Rule.PanelLimit), seats);
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
        uint256 lastBlock = drawBlockOf(contribution) + PanelLib.HISTORY;
        if (block.number <= lastBlock) revert ProofOfValue_DrawNotMissed(block.number, lastBlock);
        // effect and interaction
        if (work.rearmed) {
            _giveUp(contribution, work);
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
        if (commitment <= LEAKED) revert ProofOfValue_InvalidCommitment(commitment);
        if (_holder(round.panel, position, round.armedAt) != msg.sender) {
            revert ProofOfValue_NotOnPanel(contribution, msg.sender, position);
        }
        if (round.ballots[msg.sender] == LEAKED) revert ProofOfValue_VoteVoided(contribution, msg.sender);
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
        if (_isParty(contribution, ballot.validator, contributors, upstreamHash)) {
            revert ProofOfValue_PartyVote(contribution, ballot.validator);
        }
        // effect: the opened vote replaces its commitment, so it counts once and stays for later proofs
        round.ballots[ballot.validator] = bytes32(uint256(ballot.level) + 1);
        round.votes = round.votes.add(ballot.level);
        emit Revealed(contribution, number, ballot.validator, ballot.level, ballot.rationaleHash);
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
    function drawBlockOf(Node contribution) public view returns (uint256) {
        Work memory work = _inPhase(contribution, Phase.Armed);
        RuleWord registration = CONSTITUTION.word(work.rulesVersion, Rule.ArmingDelay.wordOf());
        return uint256(work.armedAt) + registration.get(Rule.ArmingDelay);
    }

    /// @dev The header's hash must be that of the draw block; then its fields are the chain's.
    function _provenRandao(bytes memory header, uint256 drawBlock) private view returns (uint256) {
        if (keccak256(header) != Blockhash.blockHash(drawBlock)) revert ProofOfValue_InvalidHeader(drawBlock);
        return uint256(BlockHeader.getPrevRandao(header));
    }

    function _drawFirst(bytes32 seed, uint256 limit, uint256 seats) private pure returns (Panel) {
        uint256 n = PanelLib.sizeFor(limit, seats);
        // Judges can leave between an arming and the next: without a panel the draw is missed, at last for good.
        if (n == 0) revert ProofOfValue_TooFewSeats(seats, PanelLib.MIN_SEATS);
        return PanelLib.draw(seed, n, seats);
    }

    function _isParty(
        Node contribution,
        address account,
        Share[] calldata contributors,
        bytes32 upstreamHash
    ) internal view returns (bool) {
        return REGISTRY.isParty(contribution, account, contributors, upstreamHash);
    }

    function _holder(Panel panel, uint256 position, uint256 armedAt) internal view returns (address) {
        return position < panel.size() ? VALIDATORS.holderAt(panel.seatAt(position), armedAt) : address(0);
    }

    function _holders(Panel panel, uint256 armedAt) private view returns (address[] memory holders) {
        holders = new address[](panel.size());
        for (uint256 i; i < holders.length; ++i) holders[i] = _holder(panel, i, armedAt);
    }
}
