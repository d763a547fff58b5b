// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Guardianship} from "./base/Guardianship.sol";
import {IConstitution} from "./interfaces/IConstitution.sol";
import {IGenesis} from "./interfaces/IGenesis.sol";
import {Emission} from "./libraries/Emission.sol";
import {Flow} from "./libraries/Flow.sol";
import {HistogramLib} from "./types/Histogram.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {PanelLib} from "./types/Panel.sol";
import {Rule, RulesLib, RuleWord} from "./types/Rules.sol";

/// @title Constitution
/// @notice Roles: the timelock amends, one rule at a time, within bounds that nobody can move, amends the text of the
///         articles, and appoints critics and the guardian; critics record what they think of works and proposals, and
///         flag scores; the guardian stops new works for a while.
/// @dev Trust: whoever passes the timelock can set any rule within its bounds and relations, never outside, and never
///      for a contribution that is registered already. The text of the articles changes no code: what is enforced stays
///      enforced. Worst case of a critic: false words under its own name, and a second panel for as many scores an epoch
///      as it has flags, which keeps each of them from any other challenge. Liveness: reads never revert for an existing
///      version; whatever a critic does, every work it speaks of ends by time.
contract Constitution is Guardianship {
    /// @inheritdoc IConstitution
    uint32 public version;

    /// @inheritdoc IConstitution
    bytes32 public articlesHash;

    mapping(uint32 version_ => mapping(uint256 index => RuleWord)) private _words;
    mapping(uint256 index => RuleWord) private _min;
    mapping(uint256 index => RuleWord) private _max;

    /// @param values First value of each rule, in the order of {Rule}.
    /// @param mins Hard lower bounds. @param maxs Hard upper bounds.
    /// @param articles SHA-256 of docs/constitution.md. @param guardian_ The first guardian; zero: nobody.
    constructor(
        uint48[] memory values,
        uint48[] memory mins,
        uint48[] memory maxs,
        bytes32 articles,
        address guardian_
    ) Guardianship(IGenesis(msg.sender), guardian_) {
        if (articles == 0) revert Constitution_MissingArticles();
        articlesHash = articles;
        emit ArticlesSet(articles);

        if (values.length != RulesLib.COUNT) revert Constitution_WrongCount(values.length, RulesLib.COUNT);
        if (mins.length != RulesLib.COUNT) revert Constitution_WrongCount(mins.length, RulesLib.COUNT);
        if (maxs.length != RulesLib.COUNT) revert Constitution_WrongCount(maxs.length, RulesLib.COUNT);
        version = 1;
        for (uint256 i; i < RulesLib.COUNT; ++i) {
            Rule rule = Rule(i);
            uint256 index = rule.wordOf();
            (uint256 least, uint256 most) = _hardLimits(rule);
            if (mins[i] > maxs[i] || mins[i] < least || maxs[i] > most)
                revert Constitution_InvalidBounds(rule, mins[i], maxs[i]);
            if (values[i] < mins[i] || values[i] > maxs[i]) {
                revert Constitution_OutOfBounds(rule, values[i], mins[i], maxs[i]);
            }
            _min[index] = _min[index].set(rule, mins[i]);
            _max[index] = _max[index].set(rule, maxs[i]);
            _words[1][index] = _words[1][index].set(rule, values[i]);
            emit RuleSet(rule, mins[i], maxs[i], values[i]);
        }
        _checkRelations(1);
    }

    /// @inheritdoc IConstitution
    function amend(Rule rule, uint48 value, bytes32 rationaleHash) external {
        // check
        if (msg.sender != TIMELOCK) revert Constitution_NotTimelock(msg.sender);
        if (rationaleHash == 0) revert Constitution_MissingRationale();
        (uint48 min, uint48 max) = boundsOf(rule);
        if (value < min || value > max) revert Constitution_OutOfBounds(rule, value, min, max);
        uint32 previous = version;
        uint48 before = valueOf(rule, previous);
        if (value == before) revert Constitution_Unchanged(rule, value);

        // effect
        uint32 next = previous + 1;
        version = next;
        for (uint256 i; i < RulesLib.WORDS; ++i) {
            _words[next][i] = _words[previous][i];
        }
        uint256 index = rule.wordOf();
        _words[next][index] = _words[next][index].set(rule, value);
        _checkRelations(next);
        emit Amended(rule, next, before, value, rationaleHash);

        // interaction
        LEDGER.append(
            LeafKind.Amended,
            bytes32(uint256(rule)),
            msg.sender,
            keccak256(abi.encode(next, before, value, rationaleHash))
        );
    }

    /// @inheritdoc IConstitution
    function amendArticles(bytes32 articles, bytes32 rationaleHash) external {
        // check
        if (msg.sender != TIMELOCK) revert Constitution_NotTimelock(msg.sender);
        if (articles == 0) revert Constitution_MissingArticles();
        if (rationaleHash == 0) revert Constitution_MissingRationale();
        bytes32 before = articlesHash;
        if (articles == before) revert Constitution_ArticlesUnchanged(articles);
        // effect
        articlesHash = articles;
        emit ArticlesAmended(before, articles, rationaleHash);
        // interaction
        LEDGER.append(
            LeafKind.ArticlesAmended,
            articles,
            msg.sender,
            keccak256(abi.encode(before, rationaleHash))
        );
    }

    /// @inheritdoc IConstitution
    function current(uint256 index) external view returns (uint32 version_, RuleWord word_) {
        version_ = version;
        word_ = _words[version_][index];
    }

    /// @inheritdoc IConstitution
    function word(uint32 version_, uint256 index) external view returns (RuleWord) {
        return _words[version_][index];
    }

    /// @inheritdoc IConstitution
    function valueOf(Rule rule, uint32 version_) public view returns (uint48) {
        if (version_ == 0 || version_ > version) revert Constitution_UnknownVersion(version_);
        // A lane is 48 bits wide.
        return uint48(_words[version_][rule.wordOf()].get(rule));
    }

    /// @inheritdoc IConstitution
    function boundsOf(Rule rule) public view returns (uint48 min, uint48 max) {
        uint256 index = rule.wordOf();
        // A lane is 48 bits wide.
        return (uint48(_min[index].get(rule)), uint48(_max[index].get(rule)));
    }

    /// @dev What the contracts rely on, whatever a deployment asks for.
    function _hardLimits(Rule rule) private pure returns (uint256 least, uint256 most) {
        most = RulesLib.LANE_MASK;
        if (rule == Rule.Load || rule == Rule.AttestorThreshold || rule == Rule.RegistrationBond) {
            // A divisor; a link needs a word from somebody, and doubling needs something to double.
            least = 1;
        } else if (rule == Rule.ArmingDelay || rule == Rule.CommitWindow || rule == Rule.RevealWindow) {
            // A draw block that is known at the arming could be ground; times are kept in 40 bits.
            (least, most) = (1, type(uint32).max);
        } else if (rule == Rule.PanelLimit) {
            // A second panel of 2n + 1 seats must fit the slot.
            (least, most) = (1, (PanelLib.MAX_SIZE - 1) / 2);
        } else if (rule == Rule.SlashReward) {
            // Half at most: the other half may be a challenger's, and nobody gains by a fault of its own.
            most = Flow.TOTAL / 2;
        } else if (
            rule == Rule.MaxUpstream ||
            rule == Rule.SlashNoCommit ||
            rule == Rule.SlashNoReveal ||
            rule == Rule.SlashLeak ||
            rule == Rule.SlashOutlier
        ) {
            // Parts of a whole.
            most = Flow.TOTAL;
        } else if (rule == Rule.CitadelCap) {
            // One part in fifty: no vote empties the commons.
            most = Flow.TOTAL / 50;
        }
    }

    function _presentRule(Rule rule) internal view override returns (uint256) {
        return valueOf(rule, version);
    }

    /// @dev What must hold between rules, whatever their own bounds.
    function _checkRelations(uint32 version_) private view {
        RuleWord registration = _words[version_][Rule.PanelLimit.wordOf()];
        RuleWord times = _words[version_][Rule.CritiqueGrace.wordOf()];
        RuleWord prices = _words[version_][Rule.SeatThreshold.wordOf()];
        RuleWord faults = _words[version_][Rule.SlashNoReveal.wordOf()];

        // A median needs an odd panel.
        uint256 panelLimit = registration.get(Rule.PanelLimit);
        if (panelLimit % 2 == 0) revert Constitution_EvenPanel(panelLimit);

        // A flag must still find the challenge window open when the grace period ends.
        uint256 grace = times.get(Rule.CritiqueGrace);
        uint256 window = times.get(Rule.ChallengeWindow);
        if (grace > window) revert Constitution_GraceExceedsChallenge(grace, window);

        // Hiding a vote must never be cheaper than showing a bad one.
        uint256 noReveal = faults.get(Rule.SlashNoReveal);
        uint256 noCommit = faults.get(Rule.SlashNoCommit);
        uint256 outlier = faults.get(Rule.SlashOutlier);
        uint256 leak = faults.get(Rule.SlashLeak);
        if (noCommit > noReveal) revert Constitution_SlashOrder(noCommit, noReveal);
        if (leak > noReveal) revert Constitution_SlashOrder(leak, noReveal);
        if (outlier >= noReveal) revert Constitution_SlashOrder(outlier, noReveal);

        // No single work under these rules earns a seat.
        uint256 minimum = Emission.points(HistogramLib.LEVELS - 1) * prices.get(Rule.PointPriceCap);
        uint256 threshold = prices.get(Rule.SeatThreshold);
        if (threshold < minimum) revert Constitution_ThresholdTooLow(threshold, minimum);
    }
}
