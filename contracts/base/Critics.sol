// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuditLedger} from "../interfaces/IAuditLedger.sol";
import {IConstitution, Verdict} from "../interfaces/IConstitution.sol";
import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {IProofOfValue, Phase} from "../interfaces/IProofOfValue.sol";
import {LeafKind} from "../types/LeafKind.sol";
import {Node} from "../types/Node.sol";

/// @notice The part of the Constitution that keeps critics and what they have said.
/// @dev A critique is advice: it is counted and recorded, and decides nothing.
abstract contract Critics is IConstitution {
    uint256 private constant MAX_SCORE = 100;

    address internal immutable TIMELOCK;
    IAuditLedger internal immutable LEDGER;
    IProofOfValue private immutable PROOF_OF_VALUE;

    /// @inheritdoc IConstitution
    mapping(address account => bool) public isCritic;

    /// @inheritdoc IConstitution
    mapping(bytes32 subject => uint256) public critiquesOf;

    constructor(IGenesis genesis) {
        TIMELOCK = genesis.addressOf(Role.Timelock);
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));
        PROOF_OF_VALUE = IProofOfValue(genesis.addressOf(Role.ProofOfValue));
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
        if (!_isWork(subject)) revert Constitution_UnknownSubject(subject);
        // effect
        critiquesOf[subject] += 1;
        emit Critiqued(subject, msg.sender, verdict, scores, documentHash, critiqueHash);
        // interaction
        LEDGER.append(
            LeafKind.Critiqued,
            subject,
            msg.sender,
            keccak256(abi.encode(verdict, scores, documentHash, critiqueHash))
        );
    }

    function _isWork(bytes32 subject) private view returns (bool) {
        return PROOF_OF_VALUE.workOf(Node.wrap(subject)).phase != Phase.None;
    }
}
