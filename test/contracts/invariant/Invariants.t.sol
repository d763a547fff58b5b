// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Emission} from "../../../contracts/libraries/Emission.sol";
import {Role} from "../../../contracts/interfaces/IGenesis.sol";
import {Direction, Dispute, Ground, Outcome} from "../../../contracts/interfaces/IDisputes.sol";
import {Phase, RoundInfo, Work} from "../../../contracts/interfaces/IProofOfValue.sol";
import {Histogram, HistogramLib} from "../../../contracts/types/Histogram.sol";
import {Stint} from "../../../contracts/interfaces/IValidatorRegistry.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {Rule, RulesLib, RuleWord} from "../../../contracts/types/Rules.sol";
import {vm} from "../support/Vm.sol";
import {Cast} from "./Cast.sol";
import {Stage} from "./Stage.sol";
import {Store} from "./Store.sol";
import {Tree} from "./Tree.sol";

contract MoneyInvariants is Stage {
    function invariant_AZ01_supplyNeverExceedsTheSealedBudgets() external view {
        _noViolation();
        vm.assertEq(p.token.totalSupply(), store.money().minted, "only settlements mint");
        vm.assertLe(p.token.totalSupply(), store.money().sealedBudgets, "the sealed budgets");
        vm.assertLe(store.money().sealedBudgets, Emission.MAX_SUPPLY, "the limit");
        uint256[] memory epochs = store.epochs();
        for (uint256 i; i < epochs.length; ++i) {
            (, uint256 minted) = store.epochOf(epochs[i]);
            vm.assertLe(minted, Emission.budget(epochs[i]), "an epoch's budget");
        }
    }

    function invariant_AZ02_theFundGetsATenthOfEverySettlementRoundedDown() external view {
        _noViolation();
        Store.Purse memory purse = store.purseOf(address(p.token));
        uint256 came = store.money().citadel + store.money().giftsToFund + purse.tenths;
        vm.assertEq(
            p.token.balanceOf(address(p.fund)),
            came - purse.granted - purse.stipends,
            "the fund's AZR"
        );
        address coin = address(commons.coins(0));
        purse = store.purseOf(coin);
        vm.assertEq(
            commons.coins(0).balanceOf(address(p.fund)),
            purse.tenths - purse.granted,
            "the fund's coins"
        );
    }

    function invariant_AZ03_creditsAndPoolsAreTheLedgersBalance() external view {
        (uint256 amount, ) = _held(address(p.token));
        vm.assertEq(
            p.token.balanceOf(address(p.rewards)),
            amount + store.money().giftsToLedger,
            "the ledger's balance"
        );
        for (uint256 i; i < 2; ++i) {
            (amount, ) = _held(address(commons.coins(i)));
            vm.assertEq(commons.coins(i).balanceOf(address(p.rewards)), amount, "of another token");
        }
    }

    function invariant_AZ04_flowsConserveBothLanes() external view {
        _noViolation();
        (uint256 amount, uint256 minted) = _held(address(p.token));
        Store.Purse memory purse = store.purseOf(address(p.token));
        vm.assertEq(amount + purse.withdrawn, store.money().peoplesPart + purse.people, "amounts");
        vm.assertEq(minted, store.money().peoplesPart, "newly minted parts");
        for (uint256 i; i < 2; ++i) {
            (amount, minted) = _held(address(commons.coins(i)));
            purse = store.purseOf(address(commons.coins(i)));
            vm.assertEq(amount + purse.withdrawn, purse.people, "amounts of another token");
            vm.assertEq(minted, 0, "nothing newly minted of another token");
        }
    }

    function invariant_AZ07_etherInIsHeldOrPaidOut() external view {
        uint256 owed = p.registry.etherOwed(address(p.fund));
        for (uint256 i; i < Cast.PEOPLE + Cast.JUDGES; ++i) owed += p.registry.etherOwed(Cast.owner(i));
        uint256 bonds;
        for (uint256 i; i < store.count(); ++i) bonds += p.registry.bondOf(store.at(i).node);
        vm.assertEq(owed + bonds, store.money().etherIn - store.money().etherOut, "credits and bonds");
        vm.assertEq(address(p.registry).balance, owed + bonds, "the registry's balance");
        uint256 seats = p.validators.etherOwed(address(p.fund));
        for (uint256 i; i < Cast.PEOPLE + Cast.JUDGES; ++i) {
            seats += p.validators.etherOwed(Cast.owner(i));
            Stint[] memory stints = p.validators.stintsOf(Cast.owner(i));
            for (uint256 j; j < stints.length; ++j) {
                vm.assertLe(stints[j].bond, stints[j].deposited, "no more is left than was deposited");
                seats += stints[j].bond;
            }
        }
        vm.assertEq(seats, store.money().seatsIn - store.money().seatsOut, "the seats' credits and bonds");
        vm.assertEq(address(p.validators).balance, seats, "the seats' balance");
        uint256 disputed = p.disputes.etherOwed(address(p.fund)) + store.depositsHeld();
        for (uint256 i; i < Cast.PEOPLE + Cast.JUDGES; ++i) disputed += p.disputes.etherOwed(Cast.owner(i));
        for (uint256 i; i < store.count(); ++i) disputed += _heldFor(store.at(i).node);
        vm.assertEq(
            disputed,
            store.disputesIn() - store.disputesOut(),
            "the disputes' credits, bonds, fees and deposits"
        );
        vm.assertEq(address(p.disputes).balance, disputed, "the disputes' balance");
    }

    /// @dev Bond and fee of an open challenge, and of a resolved one the parts of the fee that no judge has taken.
    function _heldFor(Node node) private view returns (uint256 held) {
        Dispute memory dispute = p.disputes.disputeOf(node);
        if (dispute.outcome == Outcome.Pending) return uint256(dispute.bond) + dispute.fee;
        if (dispute.counted == 0) return 0;
        uint256 share = dispute.fee / dispute.counted;
        for (uint16 round = dispute.firstRound + 1; round <= dispute.lastRound; ++round) {
            address[] memory panel = p.pov.roundOf(node, round).panel;
            for (uint256 i; i < panel.length; ++i) {
                uint256 vote = uint256(p.pov.voteOf(node, round, panel[i]));
                bool counted = vote > 0 && vote <= HistogramLib.LEVELS;
                if (counted && !p.disputes.isShared(node, round, panel[i])) held += share;
            }
        }
    }

    function invariant_seatsAreNumberedWithoutGapsAndHeldOnce() external view {
        _noViolation();
        uint256 count = p.validators.seatCount();
        vm.assertEq(p.validators.seatCountAt(block.number), count, "the number of seats by its checkpoints");
        for (uint256 i; i < count; ++i) {
            address holder = p.validators.holderAt(i, block.number);
            vm.assertTrue(p.validators.isSeated(holder), "a holder sits");
            vm.assertEq(p.validators.seatOf(holder), i, "where it sits");
            vm.assertTrue(p.validators.bondOf(holder) > 0, "with something to lose");
        }
        vm.assertEq(p.validators.holderAt(count, block.number), address(0), "nobody beyond the last");
    }

    function invariant_AZ09_everyCreditCanBeWithdrawnAtAnyTime() external {
        for (uint256 i; i < Cast.PEOPLE + Cast.JUDGES; ++i) {
            address account = Cast.owner(i);
            (uint256 owed, ) = p.rewards.creditOf(address(p.token), account);
            if (owed > 0) {
                uint256 before = p.token.balanceOf(account);
                vm.assertEq(p.rewards.withdrawFor(address(p.token), account), owed, "the whole credit");
                vm.assertEq(p.token.balanceOf(account), before + owed, "to the account");
            }
            uint256 etherOwed = p.registry.etherOwed(account);
            if (etherOwed > 0) {
                uint256 before = account.balance;
                vm.assertEq(p.registry.withdrawEtherFor(account), etherOwed, "the whole ether");
                vm.assertEq(account.balance, before + etherOwed, "ether to the account");
            }
            etherOwed = p.disputes.etherOwed(account);
            if (etherOwed > 0) {
                vm.assertEq(p.disputes.withdrawEtherFor(account), etherOwed, "the whole ether of disputes");
            }
        }
    }
}

contract CommonsInvariants is Stage {
    function invariant_AZ10_unitsAreWhatWasEarnedAtTheLastWithdrawal() external view {
        uint256 units;
        uint256 votes;
        for (uint256 i; i < Cast.PEOPLE + Cast.JUDGES; ++i) {
            address account = Cast.owner(i);
            (, uint256 earned) = p.rewards.creditOf(address(p.token), account);
            vm.assertEq(p.voice.unitsOf(account), store.unitsDue(account), "earned at the last withdrawal");
            vm.assertLe(p.voice.unitsOf(account), earned, "what was earned by now");
            units += p.voice.unitsOf(account);
            votes += p.voice.getVotes(account);
        }
        vm.assertEq(p.voice.totalUnits(), units, "all units");
        vm.assertEq(votes, units, "no unit is lost, whoever delegates to whom");
        vm.assertLe(units, store.money().peoplesPart, "what was minted to contributors");
    }

    function invariant_AZ13_theFundStaysWithinItsCaps() external view {
        // Each payment was compared with its cap when it was seen.
        _noViolation();
        vm.assertEq(p.token.balanceOf(address(p.fund)), store.fundAzr(), "AZR leaves as its events say");
        vm.assertEq(address(p.fund).balance, store.fundEther(), "ETH leaves as its events say");
    }
}

contract JudgementInvariants is Stage {
    function invariant_AZ05_noPartysVoteIsCounted() external view {
        _noViolation();
        // Every vote on the chain is one that a handler saw taken, and it checks each for being a party's.
        _votesAreTheOnesSeen();
    }

    function invariant_AZ06_votesAreTakenInTheirWindowOnlyAndStay() external view {
        _noViolation();
        _votesAreTheOnesSeen();
        for (uint256 i; i < store.count(); ++i) {
            Store.Item memory item = store.at(i);
            if (item.phase != Phase.Voting) continue;
            RoundInfo memory round = p.pov.roundOf(item.node, item.round);
            if (block.timestamp >= round.commitEnd) continue;
            vm.assertEq(Histogram.unwrap(round.votes), 0, "no level before the reveal window");
            for (uint256 j; j < round.panel.length; ++j) {
                uint256 vote = uint256(p.pov.voteOf(item.node, item.round, round.panel[j]));
                vm.assertTrue(vote == 0 || vote > HistogramLib.LEVELS, "nothing but commitments");
            }
        }
    }

    function invariant_AZ08_worksOnlyMoveForward() external view {
        _noViolation();
        uint256 open;
        for (uint256 i; i < store.count(); ++i) {
            Store.Item memory item = store.at(i);
            if (item.phase == Phase.Armed || item.phase == Phase.Voting) ++open;
            Work memory work = p.pov.workOf(item.node);
            if (work.scoredRound == 0) continue;
            vm.assertEq(work.level, _levelOf(item.node, work), "the level is the median that stands");
        }
        vm.assertEq(p.pov.openRounds(), open, "works that wait for a score");
    }

    /// @dev By the votes alone, as PROTOCOL section 3 has it.
    function _levelOf(Node node, Work memory work) private view returns (uint256 level) {
        Dispute memory dispute = p.disputes.disputeOf(node);
        if (!work.challenged) return p.pov.roundOf(node, work.scoredRound).votes.lowerMedian();
        level = p.pov.roundOf(node, dispute.firstRound).votes.lowerMedian();
        vm.assertEq(dispute.firstLevel, level, "what was challenged");
        if (work.phase < Phase.Scored) return level;
        RoundInfo memory last = p.pov.roundOf(node, work.round);
        uint256 votes = last.votes.total();
        // A round that was never drawn has no votes, and no quorum.
        if (votes == 0 || votes < (2 * last.panel.length + 2) / 3) {
            vm.assertEq(uint256(dispute.outcome), uint256(Outcome.Inconclusive), "without a quorum");
            return level;
        }
        uint256 second = last.votes.lowerMedian();
        bool upheld = dispute.direction == Direction.Up ? second >= level + 2 : second + 2 <= level;
        vm.assertEq(
            uint256(dispute.outcome),
            uint256(upheld ? Outcome.Upheld : Outcome.Dismissed),
            "by the second median"
        );
        if (!upheld) return level;
        return dispute.ground == Ground.Value || dispute.ground == Ground.Conflict ? second : 0;
    }

    function _votesAreTheOnesSeen() private view {
        for (uint256 i; i < store.count(); ++i) {
            Node node = store.at(i).node;
            for (uint16 round = 1; round <= store.at(i).round; ++round) {
                Histogram votes = p.pov.roundOf(node, round).votes;
                vm.assertEq(
                    Histogram.unwrap(votes),
                    Histogram.unwrap(store.votes(i, round)),
                    "the votes taken"
                );
            }
        }
    }
}

contract RecordInvariants is Stage {
    function invariant_AZ11_theRootIsThatOfTheReplayedLeaves() external view {
        _noViolation();
        bytes32[] memory leaves = store.leaves();
        vm.assertEq(p.ledger.size(), leaves.length, "size");
        vm.assertEq(p.ledger.root(), Tree.head(leaves, 0, leaves.length), "root");
        // An earlier root is still that of the first leaves: nothing was changed, only appended.
        uint256[] memory sizes = store.sizes();
        if (sizes.length == 0) return;
        uint256 size = sizes[(leaves.length * 7) % sizes.length];
        vm.assertEq(store.rootAt(size), Tree.head(leaves, 0, size), "an earlier root");
    }

    function invariant_AZ12_rulesStayInBoundsAndVersionsAsTheyWere() external view {
        _noViolation();
        uint32 version = p.constitution.version();
        uint32 earlier = uint32(1 + (block.number % version));
        for (uint256 i; i < RulesLib.WORDS; ++i) {
            RuleWord word = p.constitution.word(earlier, i);
            vm.assertEq(
                RuleWord.unwrap(word),
                RuleWord.unwrap(store.wordOf(earlier, i)),
                "a word of some version"
            );
        }
        uint256[] memory rules = new uint256[](RulesLib.COUNT);
        for (uint256 i; i < RulesLib.COUNT; ++i) {
            rules[i] = p.constitution.valueOf(Rule(i), version);
            (uint48 min, uint48 max) = p.constitution.boundsOf(Rule(i));
            vm.assertTrue(rules[i] >= min && rules[i] <= max, "within bounds");
        }
        vm.assertEq(rules[uint256(Rule.PanelLimit)] % 2, 1, "an odd panel");
        vm.assertLe(rules[uint256(Rule.CritiqueGrace)], rules[uint256(Rule.ChallengeWindow)], "grace");
        vm.assertLe(rules[uint256(Rule.SlashLeak)], rules[uint256(Rule.SlashNoReveal)], "a leak");
        vm.assertLe(rules[uint256(Rule.SlashNoCommit)], rules[uint256(Rule.SlashNoReveal)], "an absence");
        vm.assertTrue(rules[uint256(Rule.SlashOutlier)] < rules[uint256(Rule.SlashNoReveal)], "an outlier");
        vm.assertGe(
            rules[uint256(Rule.SeatThreshold)],
            512 * rules[uint256(Rule.PointPriceCap)],
            "a seat's price"
        );
    }

    function invariant_AZ14_specialAddressesAreTheListedOnesAndPowerless() external view {
        _noViolation();
        vm.assertEq(p.genesis.created(), uint256(type(Role).max) + 1, "Genesis is inert");
        vm.assertEq(p.token.MINTER(), address(p.pov), "the minter");
        bytes32 admin = p.timelock.DEFAULT_ADMIN_ROLE();
        bytes32 proposer = p.timelock.PROPOSER_ROLE();
        bytes32 executor = p.timelock.EXECUTOR_ROLE();
        vm.assertTrue(p.timelock.hasRole(proposer, address(p.governor)), "the governor proposes");
        vm.assertTrue(p.timelock.hasRole(executor, address(p.governor)), "the governor executes");
        vm.assertTrue(!p.timelock.hasRole(executor, address(0)), "not everybody executes");
        vm.assertTrue(!p.timelock.hasRole(admin, address(p.governor)), "the governor is no admin");
        address[5] memory others = [
            address(this),
            Cast.person(0),
            Cast.judge(0),
            Cast.attestors()[0],
            address(governance)
        ];
        for (uint256 i; i < others.length; ++i) {
            vm.assertTrue(!p.timelock.hasRole(admin, others[i]), "an admin of the timelock");
            if (others[i] != address(governance)) {
                vm.assertTrue(!p.timelock.hasRole(proposer, others[i]), "a proposer");
                vm.assertTrue(!p.timelock.hasRole(executor, others[i]), "an executor");
            }
            if (i != 3) vm.assertEq(p.registry.attestorFrom(others[i]), 0, "an attestor");
        }
        for (uint256 i; i < Cast.JUDGES; ++i)
            vm.assertTrue(p.validators.isGenesis(Cast.judge(i)), "named at genesis");
        for (uint256 i; i < Cast.PEOPLE; ++i) {
            address person = Cast.person(i);
            vm.assertTrue(
                !p.validators.isGenesis(person) && !p.validators.isSeated(person),
                "a person's seat"
            );
        }
    }
}
