// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The rules, five 48-bit lanes a word, grouped by who reads them together.
///         Units: ETH amounts in gwei, AZR amounts in micro-AZR (1e12 wei), shares in parts per million,
///         times in seconds unless a comment says otherwise.
enum Rule {
    // word 0: registration and draw
    RegistrationBond, // gwei
    Load, // open duties per seat that double the registration bond
    PanelLimit, // seats; odd
    ArmingDelay, // blocks from arming to the block whose prevRandao draws the panel
    MaxUpstream, // ppm of the contributors' pot
    // word 1: the times of a round
    CommitWindow,
    RevealWindow,
    ChallengeWindow,
    CritiqueGrace,
    SealDelay, // from an epoch's end to its sealing
    // word 2: prices
    PointPriceCap, // micro-AZR a point
    ReviewStipend, // micro-AZR a counted reveal
    SeatThreshold, // micro-AZR earned
    SeatBond, // gwei
    CitadelCap, // ppm of the fund's balance an epoch
    // word 3: identities and critics
    LinkDelay,
    AttestorDelay,
    AttestorThreshold, // signatures
    CriticFlags, // flags an epoch
    SlashReward, // ppm of a slash, to its prover
    // word 4: faults, ppm of the seat bond, and the challenge fee
    SlashNoCommit,
    SlashNoReveal,
    SlashLeak,
    SlashOutlier,
    ChallengeFee, // gwei
    // word 5: challenges
    ChallengeBond, // gwei
    ChallengeBondPerPoint // gwei a point, upward challenges only
}

/// @notice Five rules of one version.
type RuleWord is uint256;

using RulesLib for RuleWord global;
using RulesLib for Rule global;

library RulesLib {
    uint256 internal constant COUNT = 27;
    uint256 internal constant LANES = 5;
    uint256 internal constant WORDS = 6;
    uint256 internal constant LANE_BITS = 48;
    uint256 internal constant LANE_MASK = (1 << LANE_BITS) - 1;

    uint256 internal constant GWEI_TO_WEI = 1e9;
    uint256 internal constant MICRO_AZR_TO_WEI = 1e12;

    function wordOf(Rule rule) internal pure returns (uint256) {
        return uint256(rule) / LANES;
    }

    /// @dev `rule` must live in this word; the caller fetched it by `wordOf`.
    function get(RuleWord word, Rule rule) internal pure returns (uint256) {
        return (RuleWord.unwrap(word) >> shiftOf(rule)) & LANE_MASK;
    }

    function set(RuleWord word, Rule rule, uint256 value) internal pure returns (RuleWord) {
        uint256 shift = shiftOf(rule);
        return RuleWord.wrap((RuleWord.unwrap(word) & ~(LANE_MASK << shift)) | (value << shift));
    }

    function shiftOf(Rule rule) internal pure returns (uint256) {
        return LANE_BITS * (uint256(rule) % LANES);
    }
}
