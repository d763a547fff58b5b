// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rule} from "../../../contracts/types/Rules.sol";
import {vm} from "../support/Vm.sol";
import {Cast} from "./Cast.sol";
import {Stage} from "./Stage.sol";

/// @notice The handlers get somewhere: a fixed random walk meets everything that the invariants speak of.
contract Progress is Stage {
    uint256 private constant STEPS = 600;

    function test_theHandlersMeetEverything() external {
        _script();
        for (uint256 i; i < STEPS; ++i) {
            uint256 seed = uint256(keccak256(abi.encode("walk", i)));
            uint256 other = uint256(keccak256(abi.encode("other", i)));
            uint256 kind = seed % 16;
            if (kind < 4) judging.lead(seed >> 8, other);
            else if (kind < 7) _judge(seed >> 8, other);
            else if (kind < 9) _work(seed >> 8, other);
            else if (kind < 11) _own(seed >> 8, other);
            else if (kind < 12) _govern(seed >> 8, other);
            else if (kind < 14) _share(seed >> 8, other);
            else _dispute(seed >> 8, other);
        }
        _contest();
        _turnOver();
        _noViolation();
        string[49] memory all = [
            "registered",
            "drawn",
            "revealed",
            "party refused",
            "redrawn",
            "rearmed",
            "voided",
            "reopened",
            "scored again",
            "settled",
            "flowed",
            "identity flowed",
            "withdrawn",
            "ether withdrawn",
            "linked",
            "vetoed",
            "entered",
            "amended",
            "attestor set",
            "critic set",
            "criticised",
            "articles amended",
            "exited",
            "returned",
            "removed",
            "slashed",
            "slashed out",
            "topped up",
            "bond withdrawn",
            "seat ether withdrawn",
            "rewarded",
            "epoch opened",
            "stipend paid",
            "granted",
            "delegated",
            "challenged",
            "flagged",
            "fee paid",
            "second panel drawn",
            "upheld",
            "dismissed",
            "inconclusive",
            "flag upheld",
            "flag lost",
            "fee shared",
            "disputes' ether withdrawn",
            "outlier proven",
            "released",
            "forfeited"
        ];
        for (uint256 i; i < all.length; ++i) vm.assertTrue(store.times(all[i]) > 0, all[i]);
        vm.assertGe(store.times("settled"), 3, "settlements");
    }

    /// @dev What would take chance too long: one work is armed again, another left alone twice, and a link is vetoed.
    function _script() private {
        people.register(1, 1, 0);
        judging.miss(0);
        judging.lead(0, 0);
        people.register(2, 2, 0);
        judging.miss(0);
        judging.miss(0);
        people.reopen(0, 3, 2);
        people.link(0, 1, 0);
        for (uint256 i; store.times("vetoed") == 0; ++i) people.veto(0, i);
        governance.setCritic(0, true);
        governance.criticise(0, 0, 50);
        governance.amendArticles(keccak256("another text"));
    }

    /// @dev Scores are challenged and flagged as soon as they stand, until all that can become of that has happened.
    function _contest() private {
        bench.fill();
        for (uint256 i; p.constitution.flagsLeft(Cast.person(0)) < 2; ++i) {
            governance.amend(uint256(Rule.CriticFlags), i);
            governance.setCritic(0, true);
        }
        string[11] memory ends = [
            "fee paid",
            "upheld",
            "dismissed",
            "inconclusive",
            "flag upheld",
            "flag lost",
            "fee shared",
            "disputes' ether withdrawn",
            "outlier proven",
            "released",
            "forfeited"
        ];
        for (uint256 i; i < 100; ++i) {
            uint256 missing;
            for (uint256 j; j < ends.length; ++j) if (store.times(ends[j]) == 0) ++missing;
            if (missing == 0) return;
            uint256 seed = uint256(keccak256(abi.encode("contest", i)));
            people.register(seed, seed >> 8, 0);
            // The newest open work each time, until it has a score; then the same with its second panel.
            for (uint256 j; j < 2; ++j) judging.lead(0, seed >> (16 + j));
            disputing.reserve(seed >> 32, seed >> 44, seed >> 52);
            if (i % 3 == 0) disputing.challenge(0, seed >> 40, seed >> 48);
            else disputing.flag(0, seed >> 40, 4 ether);
            for (uint256 j; j < 3; ++j) judging.lead(0, seed >> (56 + j));
            disputing.share(seed >> 64);
            disputing.release(seed >> 66, seed >> 70);
            disputing.forfeit(seed >> 68, seed, i % 8 == 7);
            for (uint256 j; j < 5; ++j) disputing.accuse(seed >> (72 + j), seed >> 80);
            disputing.withdrawEther(seed >> 88);
        }
    }

    /// @dev After the walk, for a full bench seldom draws the few judges that are parties.
    function _turnOver() private {
        bench.fill();
        governance.remove(3, keccak256("because"));
        for (uint256 i; store.times("returned") == 0; ++i) {
            bench.exit(i);
            bench.enter(store.times("exited") % 8);
        }
        for (uint256 i; store.times("topped up") == 0; ++i) {
            bench.slash(i, 10_000, 0, false);
            bench.topUp(i, 1);
        }
        for (uint256 i; store.times("slashed out") == 0; ++i) bench.slash(i, 600_000, 0, true);
        for (uint256 i; store.times("bond withdrawn") == 0; ++i) bench.withdrawBond(8 * i, 0, true);
        bench.withdrawEther(0);
    }

    function _judge(uint256 seed, uint256 other) private {
        uint256 kind = seed % 7;
        if (kind == 0) judging.leadOn(seed >> 8, other);
        if (kind == 1) judging.leadAll(other);
        if (kind == 2) judging.commitOne(seed >> 8, other, other >> 8);
        if (kind == 3) judging.revealOne(seed >> 8, other);
        if (kind == 4) judging.wait(seed >> 8, other);
        if (kind == 5) judging.poke(seed >> 8);
        if (kind == 6) judging.seal(seed >> 8);
    }

    function _work(uint256 seed, uint256 other) private {
        uint256 kind = seed % 4;
        if (kind == 0) people.register(seed >> 8, other, seed >> 16);
        if (kind == 1) people.flow(seed >> 8);
        if (kind == 2) people.flowIdentity(seed >> 8);
        if (kind == 3) bench.enter(seed >> 8);
        people.reopen(seed >> 16, other >> 8, other >> 16);
    }

    function _own(uint256 seed, uint256 other) private {
        uint256 kind = seed % 5;
        if (kind == 0) people.withdraw(seed >> 8, other, other % 2 == 0);
        if (kind == 1) people.withdrawEther(seed >> 8, other, other % 2 == 0);
        if (kind == 2) people.link(seed >> 8, other, other >> 8);
        if (kind == 3) people.veto(seed >> 8, other);
        if (kind == 4) people.give(seed >> 8, other, other >> 8);
    }

    function _sit(uint256 seed, uint256 other) private {
        uint256 kind = seed % 6;
        if (kind < 2) bench.exit(seed >> 8);
        if (kind == 2) bench.slash(seed >> 8, other, other >> 8, other % 2 == 0);
        if (kind == 3) bench.topUp(seed >> 8, other);
        if (kind == 4) bench.withdrawBond(seed >> 8, other, false);
        if (kind == 5) bench.withdrawEther(seed >> 8);
    }

    function _share(uint256 seed, uint256 other) private {
        uint256 kind = seed % 9;
        if (kind == 0) commons.reward(seed >> 8, other, other >> 8);
        if (kind == 1) commons.flowCoin(seed >> 8, other);
        if (kind == 2) commons.withdrawCoin(seed >> 8, other);
        if (kind == 3) commons.delegate(seed >> 8, other);
        if (kind == 4) commons.openEpoch(other);
        if (kind == 5) commons.grant(seed >> 8, other, other >> 8);
        if (kind > 5) commons.claim(seed >> 8, other);
    }

    function _dispute(uint256 seed, uint256 other) private {
        uint256 kind = seed % 8;
        if (kind < 2) disputing.challenge(seed >> 8, other, other >> 8);
        else if (kind < 5) disputing.flag(seed >> 8, other, other >> 8);
        else if (kind == 5) disputing.share(seed >> 8);
        else if (kind == 6) disputing.accuse(seed >> 8, other);
        else disputing.withdrawEther(other);
        if (kind < 4) disputing.reserve(seed >> 16, other >> 16, other >> 24);
        else if (kind < 6) disputing.release(seed >> 16, other >> 16);
        else disputing.forfeit(seed >> 16, other >> 16, false);
    }

    function _govern(uint256 seed, uint256 other) private {
        uint256 kind = seed % 8;
        if (kind == 0) governance.setAttestor(seed >> 8, other % 4 != 0);
        else if (kind < 4) governance.amend(seed >> 8, other);
        else _sit(seed >> 8, other);
    }
}
