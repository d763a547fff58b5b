// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConstitution} from "../interfaces/IConstitution.sol";
import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {IValidatorRegistry} from "../interfaces/IValidatorRegistry.sol";
import {PanelLib} from "../types/Panel.sol";
import {Rule, RuleWord} from "../types/Rules.sol";

/// @notice How long a judge can still be on duty after its seat has ended.
/// @dev A work keeps the rules it was registered under, and one that nobody drives can be armed years later: so every version
///      so far may still be in use, and the longest of them counts. Later versions cannot matter, because the duty was armed
///      before the seat ended. Each version is read once.
abstract contract Duties is IValidatorRegistry {
    struct Longest {
        uint32 version;
        uint64 duration;
    }

    /// @dev A slot of the beacon chain. Blocks can come later than that, never sooner; on a chain with faster blocks the lock is
    ///      longer than it need be.
    uint256 private constant SECONDS_A_BLOCK = 12;
    /// @dev For slots without a block, for transitions that somebody must call, and to prove a fault.
    uint256 private constant SPARE_TIME = 7 days;

    IConstitution internal immutable CONSTITUTION;

    Longest private _longest;

    constructor(IGenesis genesis) {
        CONSTITUTION = IConstitution(genesis.addressOf(Role.Constitution));
    }

    /// @inheritdoc IValidatorRegistry
    function readRules(uint32 upTo) external {
        // check
        if (upTo <= _longest.version) revert ValidatorRegistry_RulesAlreadyRead(upTo);
        // effect: a version that does not exist is refused by the Constitution
        _longest = _read(upTo);
    }

    /// @inheritdoc IValidatorRegistry
    function longestDuty() public view returns (uint256) {
        return _read(CONSTITUTION.version()).duration;
    }

    /// @inheritdoc IValidatorRegistry
    function dutyOf(uint32 version) public view returns (uint256) {
        // This way of asking reverts for a version that does not exist.
        uint256 armingDelay = CONSTITUTION.valueOf(Rule.ArmingDelay, version);
        RuleWord times = CONSTITUTION.word(version, Rule.CommitWindow.wordOf());

        // A panel can be drawn as long as the chain remembers its draw block.
        uint256 draw = (armingDelay + PanelLib.HISTORY) * SECONDS_A_BLOCK;
        uint256 round = draw + times.get(Rule.CommitWindow) + times.get(Rule.RevealWindow);
        // The judge's own round, the window of the challenge, then the second panel, against which an outlier is measured: its
        // draw may be missed once, and it may fall short of its quorum once.
        return round + times.get(Rule.ChallengeWindow) + draw + 2 * round + SPARE_TIME;
    }

    /// @dev Notes what was read, so that nothing is read twice.
    function _noteLongestDuty() internal returns (uint256) {
        _longest = _read(CONSTITUTION.version());
        return _longest.duration;
    }

    function _read(uint32 upTo) private view returns (Longest memory longest) {
        longest = _longest;
        while (longest.version < upTo) {
            longest.version += 1;
            uint256 duration = dutyOf(longest.version);
            // Few multiples of rules, each 48 bits wide.
            if (duration > longest.duration) longest.duration = uint64(duration);
        }
    }
}
