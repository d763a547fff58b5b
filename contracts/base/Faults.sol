// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IProofOfValue, Ballot, Phase} from "../interfaces/IProofOfValue.sol";
import {Fault, Slash} from "../interfaces/IValidatorRegistry.sol";
import {Share} from "../types/Attribution.sol";
import {Node} from "../types/Node.sol";
import {Rule} from "../types/Rules.sol";
import {Rounds} from "./Rounds.sol";

/// @notice The part of ProofOfValue in which anyone proves a judge's fault, in one call, and is paid for it.
/// @dev What a fault costs follows from the rules of the work's version. Each judge is slashed once for each round, whatever
///      it did in it; {IValidatorRegistry-slash} refuses the second.
abstract contract Faults is Rounds {
    /// @inheritdoc IProofOfValue
    function proveAbsence(
        Node contribution,
        uint16 number,
        uint256 position,
        Share[] calldata contributors,
        bytes32 upstreamHash
    ) external {
        // check
        Round storage round = _rounds[contribution][number];
        uint256 revealEnd = round.revealEnd;
        if (revealEnd == 0) revert ProofOfValue_NeverDrawn(contribution, number);
        if (block.timestamp < revealEnd) revert ProofOfValue_RevealOpen(block.timestamp, revealEnd);
        address validator = _holder(round.panel, position, round.armedAt);
        if (validator == address(0)) revert ProofOfValue_NotOnPanel(contribution, validator, position);
        bytes32 ballot = round.ballots[validator];
        // An opened vote, or a leaked one, which was its own fault.
        if (ballot != 0 && ballot <= LEAKED) revert ProofOfValue_NotAbsent(contribution, number, validator);
        if (_isParty(contribution, validator, contributors, upstreamHash)) {
            revert ProofOfValue_ExcusedParty(contribution, validator);
        }
        // interaction
        _slash(contribution, number, validator, ballot == 0 ? Fault.NoCommit : Fault.NoReveal, address(0), 0);
    }

    /// @inheritdoc IProofOfValue
    function proveLeak(Node contribution, Ballot calldata ballot) external {
        // check
        uint16 number = _inPhase(contribution, Phase.Voting).round;
        Round storage round = _rounds[contribution][number];
        if (block.timestamp >= round.commitEnd) {
            revert ProofOfValue_CommitClosed(block.timestamp, round.commitEnd);
        }
        if (msg.sender == ballot.validator) revert ProofOfValue_OwnBallot(msg.sender);
        if (round.ballots[ballot.validator] != commitmentOf(contribution, number, ballot)) {
            revert ProofOfValue_NoMatchingCommitment(contribution, ballot.validator);
        }
        // effect
        round.ballots[ballot.validator] = LEAKED;
        // interaction
        _slash(contribution, number, ballot.validator, Fault.Leak, address(0), 0);
    }

    /// @inheritdoc IProofOfValue
    function proveOutlier(Node contribution, address validator) external {
        // check
        (uint16 number, address challenger, uint256 refund) = DISPUTES.outlierOf(contribution, validator);
        // interaction
        uint256 refunded = _slash(contribution, number, validator, Fault.Outlier, challenger, refund);
        if (refunded > 0) DISPUTES.noteRefund(contribution, refunded);
    }

    /// @dev The caller is the prover.
    function _slash(
        Node contribution,
        uint16 number,
        address validator,
        Fault fault,
        address challenger,
        uint256 refund
    ) private returns (uint256 refunded) {
        uint32 version = _works[contribution].rulesVersion;
        // The rules of the faults follow each other in the order of the faults.
        Rule rule = Rule(uint256(Rule.SlashNoCommit) + uint256(fault));
        (, refunded) = VALIDATORS.slash(
            Slash({
                account: validator,
                contribution: contribution,
                round: number,
                armedAt: _rounds[contribution][number].armedAt,
                fault: fault,
                ppm: CONSTITUTION.valueOf(rule, version),
                rewardPpm: CONSTITUTION.valueOf(Rule.SlashReward, version),
                prover: msg.sender,
                challenger: challenger,
                refund: refund
            })
        );
    }
}
