// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";

import {IAuditLedger} from "../interfaces/IAuditLedger.sol";
import {IConstitution, Verdict} from "../interfaces/IConstitution.sol";
import {IDisputes} from "../interfaces/IDisputes.sol";
import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {IProofOfValue, Phase} from "../interfaces/IProofOfValue.sol";
import {LeafKind} from "../types/LeafKind.sol";
import {Node} from "../types/Node.sol";
import {Rule} from "../types/Rules.sol";

/// @notice The part of the Constitution that keeps critics, what they have said, and how many flags each has left.
/// @dev A critique is advice: it is counted and recorded, and decides nothing. A flag asks for a second panel, which alone
///      decides: a critic can stop the line, and never move it.
abstract contract Critics is IConstitution {
    /// @dev One slot.
    /// @param usedIn The epoch of the last flag. @param used Flags in that epoch.
    /// @param lostIn The epoch of the last loss. @param strikes As they were right after it.
    struct Flags {
        uint32 usedIn;
        uint32 used;
        uint32 lostIn;
        uint32 strikes;
    }

    uint256 private constant MAX_SCORE = 100;

    address internal immutable TIMELOCK;
    IAuditLedger internal immutable LEDGER;
    IProofOfValue internal immutable PROOF_OF_VALUE;
    IDisputes private immutable DISPUTES;
    IGovernor private immutable GOVERNOR;

    /// @inheritdoc IConstitution
    mapping(address account => bool) public isCritic;

    /// @inheritdoc IConstitution
    mapping(bytes32 subject => uint256) public critiquesOf;

    mapping(address critic => Flags) private _flags;

    constructor(IGenesis genesis) {
        TIMELOCK = genesis.addressOf(Role.Timelock);
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));
        PROOF_OF_VALUE = IProofOfValue(genesis.addressOf(Role.ProofOfValue));
        DISPUTES = IDisputes(genesis.addressOf(Role.Disputes));
        GOVERNOR = IGovernor(genesis.addressOf(Role.Governor));
    }

    /// @inheritdoc IConstitution
    function setCritic(address critic, bool appointed) external {
        // check
        if (msg.sender != TIMELOCK) revert Constitution_NotTimelock(msg.sender);
        if (isCritic[critic] == appointed) revert Constitution_CriticUnchanged(critic, appointed);
        // effect
        isCritic[critic] = appointed;
        emit CriticSet(critic, appointed);
        // interaction
        LEDGER.append(
            LeafKind.CriticSet,
            bytes32(uint256(uint160(critic))),
            msg.sender,
            keccak256(abi.encode(appointed))
        );
    }

    /// @inheritdoc IConstitution
    function critique(
        bytes32 subject,
        Verdict verdict,
        uint8[4] calldata scores,
        bytes32 documentHash,
        bytes32 critiqueHash
    ) external {
        // check
        if (!isCritic[msg.sender]) revert Constitution_NotCritic(msg.sender);
        for (uint256 i; i < scores.length; ++i) {
            if (scores[i] > MAX_SCORE) revert Constitution_InvalidScore(i, scores[i]);
        }
        if (documentHash == 0) revert Constitution_MissingDocument();
        if (critiqueHash == 0) revert Constitution_MissingSelfCritique();
        bool isWork = PROOF_OF_VALUE.workOf(Node.wrap(subject)).phase != Phase.None;
        if (!isWork) _checkProposal(uint256(subject), verdict);
        // effect
        if (verdict == Verdict.Flag) _useFlag(msg.sender);
        critiquesOf[subject] += 1;
        emit Critiqued(subject, msg.sender, verdict, scores, documentHash, critiqueHash);
        // interaction
        LEDGER.append(
            LeafKind.Critiqued,
            subject,
            msg.sender,
            keccak256(abi.encode(verdict, scores, documentHash, critiqueHash))
        );
        if (verdict == Verdict.Flag) DISPUTES.flag(Node.wrap(subject), msg.sender, documentHash);
    }

    /// @inheritdoc IConstitution
    /// @dev Also for a critic that has lost its office since: its strikes are there should it come back.
    function flagResolved(Node contribution, address critic, bool upheld) external {
        // check
        if (msg.sender != address(DISPUTES)) revert Constitution_NotDisputes(msg.sender);
        // effect
        uint256 strikes = strikesOf(critic);
        if (!upheld) {
            Flags storage flags = _flags[critic];
            flags.lostIn = _epoch();
            // One a lost flag: far below 2^32.
            flags.strikes = uint32(++strikes);
        }
        emit FlagResolved(contribution, critic, upheld, strikes);
    }

    /// @inheritdoc IConstitution
    function flagsLeft(address critic) public view returns (uint256) {
        if (!isCritic[critic]) return 0;
        Flags memory flags = _flags[critic];
        uint256 used = flags.usedIn == _epoch() ? flags.used : 0;
        uint256 allowance = _allowanceOf(critic);
        return used < allowance ? allowance - used : 0;
    }

    /// @inheritdoc IConstitution
    function strikesOf(address critic) public view returns (uint256 strikes) {
        Flags memory flags = _flags[critic];
        // The epoch of the loss is not a whole one, so that no strike ends with the second in which it began.
        uint256 since = _epoch() - flags.lostIn;
        uint256 expired = since == 0 ? 0 : since - 1;
        return expired < flags.strikes ? flags.strikes - expired : 0;
    }

    /// @dev A rule of the present version, in its units.
    function _presentRule(Rule rule) internal view virtual returns (uint256);

    function _useFlag(address critic) private {
        // check
        if (flagsLeft(critic) == 0) {
            revert Constitution_NoFlagsLeft(critic, _allowanceOf(critic), strikesOf(critic));
        }
        // effect
        Flags storage flags = _flags[critic];
        uint32 epoch = _epoch();
        if (flags.usedIn != epoch) (flags.usedIn, flags.used) = (epoch, 0);
        flags.used += 1;
    }

    /// @dev On a proposal critiques are advice, recorded before its vote ends; there is no score to be stopped.
    function _checkProposal(uint256 proposalId, Verdict verdict) private view {
        if (GOVERNOR.proposalSnapshot(proposalId) == 0) {
            revert Constitution_UnknownSubject(bytes32(proposalId));
        }
        if (verdict == Verdict.Flag) revert Constitution_NotFlaggable(proposalId);
        IGovernor.ProposalState state = GOVERNOR.state(proposalId);
        if (state != IGovernor.ProposalState.Pending && state != IGovernor.ProposalState.Active) {
            revert Constitution_VoteEnded(proposalId);
        }
    }

    /// @dev Halved by each strike.
    function _allowanceOf(address critic) private view returns (uint256) {
        return _presentRule(Rule.CriticFlags) >> strikesOf(critic);
    }

    /// @dev Seconds since genesis by the epoch's length: far below 2^32.
    function _epoch() private view returns (uint32) {
        return uint32(PROOF_OF_VALUE.epochAt(block.timestamp));
    }
}
