// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Node} from "../types/Node.sol";
import {Rule, RuleWord} from "../types/Rules.sol";
import {IGuardianship} from "./IGuardianship.sol";

/// @notice What a critic makes of a subject. A flag is the one challenge of a score as well.
enum Verdict {
    Pass,
    Concern,
    Flag
}

/// @title The versioned rules with their hard bounds, the articles, and the critics with what they have recorded.
/// @notice Version 1 is set at deployment; each amendment makes the next version and leaves the earlier ones as they
///         were, because a contribution keeps the version under which it was registered.
/// @dev Leaf preimages (subject, actor, dataHash):
/// - `Amended`: bytes32(uint256(rule)), the timelock, keccak256(abi.encode(version, before, current, rationaleHash))
/// - `ArticlesAmended`: the new hash, the timelock, keccak256(abi.encode(before, rationaleHash))
/// - `CriticSet`: bytes32 of the critic's account, the timelock, keccak256(abi.encode(appointed))
/// - `Critiqued`: subject of the critique, the critic, keccak256(abi.encode(verdict, scores, documentHash, critiqueHash)),
///   scores = ethics, bias, fairness and transparency as uint8[4]
interface IConstitution is IGuardianship {
    event Amended(
        Rule indexed rule,
        uint32 indexed version,
        uint48 before,
        uint48 current,
        bytes32 rationaleHash
    );
    /// @notice The hard bounds and first values, once, at deployment.
    event RuleSet(Rule indexed rule, uint48 min, uint48 max, uint48 value);

    /// @notice The SHA-256 of the articles, once, at deployment.
    event ArticlesSet(bytes32 articlesHash);
    event ArticlesAmended(bytes32 indexed before, bytes32 indexed current, bytes32 rationaleHash);

    event CriticSet(address indexed critic, bool appointed);
    event Critiqued(
        bytes32 indexed subject,
        address indexed critic,
        Verdict verdict,
        uint8[4] scores,
        bytes32 documentHash,
        bytes32 critiqueHash
    );
    /// @notice A second panel has decided on a critic's flag. Without a decision there is no such event.
    /// @param strikes The critic's from now on; a flag that was not upheld is one more.
    event FlagResolved(Node indexed contribution, address indexed critic, bool upheld, uint256 strikes);

    error Constitution_NotTimelock(address caller);
    error Constitution_OutOfBounds(Rule rule, uint256 value, uint256 min, uint256 max);
    /// @dev Bounds that cross, or that allow what the contracts could not bear.
    error Constitution_InvalidBounds(Rule rule, uint256 min, uint256 max);
    error Constitution_WrongCount(uint256 actual, uint256 expected);
    error Constitution_EvenPanel(uint256 panelLimit);
    error Constitution_GraceExceedsChallenge(uint256 grace, uint256 challengeWindow);
    error Constitution_SlashOrder(uint256 lesser, uint256 nonReveal);
    error Constitution_ThresholdTooLow(uint256 seatThreshold, uint256 minimum);
    error Constitution_Unchanged(Rule rule, uint256 value);
    error Constitution_UnknownVersion(uint256 version);
    error Constitution_MissingRationale();
    error Constitution_MissingArticles();
    error Constitution_ArticlesUnchanged(bytes32 articlesHash);
    error Constitution_NotCritic(address caller);
    error Constitution_CriticUnchanged(address critic, bool appointed);
    error Constitution_UnknownSubject(bytes32 subject);
    /// @param place 0 for ethics, 1 bias, 2 fairness, 3 transparency.
    error Constitution_InvalidScore(uint256 place, uint256 score);
    error Constitution_MissingDocument();
    error Constitution_MissingSelfCritique();
    error Constitution_VoteEnded(uint256 proposalId);
    /// @dev Critiques of proposals are advice: there is no score to be stopped.
    error Constitution_NotFlaggable(uint256 proposalId);
    /// @param allowance Flags of this epoch, which are used up. @param strikes By which the allowance is halved.
    error Constitution_NoFlagsLeft(address critic, uint256 allowance, uint256 strikes);
    error Constitution_NotDisputes(address caller);

    /// @notice Sets one rule, in the units of {Rule}.
    /// @dev Requires the timelock, a value within the rule's bounds that differs from the present one and keeps the
    ///      relations between rules, and a rationale. Emits {Amended} and appends a leaf.
    function amend(Rule rule, uint48 value, bytes32 rationaleHash) external;

    /// @notice Puts another text in the place of the articles. No code follows from it.
    /// @param articles SHA-256 of the new text.
    /// @dev Requires the timelock, a text that differs and a rationale. Emits {ArticlesAmended} and appends a leaf.
    function amendArticles(bytes32 articles, bytes32 rationaleHash) external;

    /// @notice Appoints a critic, human or machine, or dismisses it. What it has recorded stays.
    /// @dev Requires the timelock and a change. Emits {CriticSet} and appends a leaf.
    function setCritic(address critic, bool appointed) external;

    /// @notice Records a critique of a contribution or of a proposal: advice, which decides nothing. A flag of a
    ///         contribution also challenges its score, downward, without a bond; the second panel alone decides.
    /// @param subject A contribution's node, or bytes32(proposalId).
    /// @param scores Ethics, bias, fairness and transparency, 0 to 100.
    /// @param documentHash SHA-256 of the full critique. @param critiqueHash SHA-256 of the critic's critique of itself.
    /// @dev Requires a critic in office, a registered contribution or a proposal whose vote has not ended, and both hashes;
    ///      of a flag also a contribution that can be challenged downward now (see {IDisputes-flag}), and that the critic
    ///      has a flag left. Emits {Critiqued} and appends a leaf, both before those of the challenge.
    function critique(
        bytes32 subject,
        Verdict verdict,
        uint8[4] calldata scores,
        bytes32 documentHash,
        bytes32 critiqueHash
    ) external;

    /// @notice Notes what became of a critic's flag. Each one that was not upheld is a strike.
    /// @dev Requires `Disputes`. Emits {FlagResolved}.
    function flagResolved(Node contribution, address critic, bool upheld) external;

    /// @notice How many scores a critic can still flag in the present epoch: the rule `CriticFlags` of the present version,
    ///         halved by each strike, less those it has flagged in this epoch. 0 without the office.
    function flagsLeft(address critic) external view returns (uint256);

    /// @notice Flags that were not upheld, less one for each whole epoch that has passed since the last of them.
    function strikesOf(address critic) external view returns (uint256);

    function isCritic(address account) external view returns (bool);

    /// @notice How many critiques of a subject were recorded.
    function critiquesOf(bytes32 subject) external view returns (uint256);

    /// @notice SHA-256 of the articles in force, docs/constitution.md at deployment.
    function articlesHash() external view returns (bytes32);

    /// @notice The present version, from 1.
    function version() external view returns (uint32);

    /// @notice The present version and its word `index`: one call for a registration.
    function current(uint256 index) external view returns (uint32 version_, RuleWord word_);

    /// @notice Five rules of a version in one read; empty for a version that does not exist.
    function word(uint32 version_, uint256 index) external view returns (RuleWord);

    /// @notice One rule of a version, in its units.
    /// @dev Reverts for a version that does not exist.
    function valueOf(Rule rule, uint32 version_) external view returns (uint48);

    function boundsOf(Rule rule) external view returns (uint48 min, uint48 max);
}
