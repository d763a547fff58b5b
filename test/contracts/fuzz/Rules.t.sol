// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rule, RulesLib, RuleWord} from "../../../contracts/types/Rules.sol";
import {bound, vm} from "../support/Vm.sol";

contract RulesFuzz {
    function test_thereAreAsManyRulesAsLanes() external pure {
        vm.assertEq(uint256(type(Rule).max) + 1, RulesLib.COUNT, "count");
        vm.assertEq((RulesLib.COUNT + RulesLib.LANES - 1) / RulesLib.LANES, RulesLib.WORDS, "words");
    }

    function test_AZ12_settingARuleChangesNoOther(
        uint256 content,
        uint256 place,
        uint48 value
    ) external pure {
        Rule rule = Rule(bound(place, 0, RulesLib.COUNT - 1));
        RuleWord word = RuleWord.wrap(content).set(rule, value);
        vm.assertEq(word.get(rule), value, "the rule itself");
        uint256 first = rule.wordOf() * RulesLib.LANES;
        for (uint256 i = first; i < first + RulesLib.LANES && i < RulesLib.COUNT; ++i) {
            if (i != uint256(rule))
                vm.assertEq(word.get(Rule(i)), RuleWord.wrap(content).get(Rule(i)), "another rule");
        }
        vm.assertEq(RuleWord.unwrap(word) >> 240, content >> 240, "the bits above the lanes");
    }

    function test_AZ12_everyRuleHasItsOwnLane(uint256 one, uint256 two) external pure {
        Rule a = Rule(bound(one, 0, RulesLib.COUNT - 1));
        Rule b = Rule(bound(two, 0, RulesLib.COUNT - 1));
        vm.assume(a != b);
        vm.assertTrue(a.wordOf() != b.wordOf() || a.shiftOf() != b.shiftOf(), "place");
        vm.assertTrue(
            a.wordOf() < RulesLib.WORDS && a.shiftOf() + RulesLib.LANE_BITS <= 240,
            "within a word"
        );
    }
}
