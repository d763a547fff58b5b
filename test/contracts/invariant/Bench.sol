// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Fault, Slash, Stint} from "../../../contracts/interfaces/IValidatorRegistry.sol";
import {Node, NodeLib} from "../../../contracts/types/Node.sol";
import {Rule, RulesLib} from "../../../contracts/types/Rules.sol";
import {bound, vm} from "../support/Vm.sol";
import {Cast} from "./Cast.sol";
import {Protocol} from "./Deployment.sol";
import {Handler} from "./Handler.sol";
import {Store} from "./Store.sol";

/// @notice Judges who come and go, and what becomes of their bonds.
contract Bench is Handler {
    /// @dev Registration needs ten seats, and the other handlers expect it to be open.
    uint256 private constant LEAST = 13;
    /// @dev Of the slashes' own works, which the registry does not know: those of real works are for proofs to take.
    uint256 private _slashes;

    constructor(Store store, Protocol memory protocol) Handler(store, protocol) {}

    function enter(uint256 who) external watched {
        _enter(Cast.judge(who));
    }

    /// @notice All judges that can take a seat, so that a bench is long enough for removals.
    function fill() external watched {
        for (uint256 i; i < Cast.JUDGES; ++i) _enter(Cast.judge(i));
    }

    function exit(uint256 who) external watched {
        if (p.validators.seatCount() <= LEAST) return;
        address judge = _seated(who);
        vm.prank(judge);
        p.validators.exit();
        STORE.tally("exited");
    }

    function topUp(uint256 who, uint256 amount) external watched {
        address judge = _seated(who);
        uint256 limit =
            uint256(p.constitution.valueOf(Rule.SeatBond, p.constitution.version())) * RulesLib.GWEI_TO_WEI;
        uint256 bond = p.validators.bondOf(judge);
        if (bond >= limit) return;
        amount = bound(amount, 1, limit - bond);
        vm.deal(judge, judge.balance + amount);
        vm.prank(judge);
        p.validators.topUp{value: amount}();
        STORE.tally("topped up");
    }

    /// @notice A slash as ProofOfValue asks for it, for any duty that the account may have had.
    function slash(uint256 who, uint256 ppm, uint256 back, bool challenged) external watched {
        if (p.validators.seatCount() <= LEAST) return;
        address judge = Cast.judge(who);
        uint40 armedAt = uint40(block.number - (back % 50));
        uint256 due = _due(judge, armedAt, ppm = bound(ppm, 1, 600_000));
        Slash memory terms = Slash({
            account: judge,
            contribution: _newWork(),
            round: 1,
            armedAt: armedAt,
            fault: Fault(ppm % 4),
            ppm: ppm,
            rewardPpm: back % 500_001,
            prover: Cast.person(ppm),
            challenger: challenged ? Cast.person(back) : address(0),
            refund: back % 1e18
        });
        bytes memory data = abi.encodeCall(p.validators.slash, (terms));
        bool done = _attempt(address(p.pov), address(p.validators), 0, data);
        if (done != (due > 0)) STORE.violate("a slash that was due, or one that was not");
        if (!done) return;
        STORE.tally("slashed");
        if (_attempt(address(p.pov), address(p.validators), 0, data)) STORE.violate("a slash taken twice");
    }

    /// @notice Takes back a bond, after its lock or before.
    function withdrawBond(uint256 who, uint256 number, bool wait) external watched {
        address judge = Cast.judge(who);
        Stint[] memory stints = p.validators.stintsOf(judge);
        if (stints.length == 0) return;
        number = number % stints.length;
        Stint memory stint = stints[number];
        // Rarely, for every open work misses its windows then.
        if (wait && who % 8 == 0 && stint.until != 0 && stint.unlocksAt > block.timestamp) {
            vm.warp(stint.unlocksAt);
        }
        bool due = stint.until != 0 && stint.bond > 0 && block.timestamp >= stint.unlocksAt;
        bytes memory data = abi.encodeCall(p.validators.withdrawBond, (number));
        if (_attempt(judge, address(p.validators), 0, data) != due) STORE.violate("a bond out of its time");
        if (due) STORE.tally("bond withdrawn");
    }

    function withdrawEther(uint256 who) external watched {
        uint256 all = Cast.PEOPLE + Cast.JUDGES + 1;
        for (uint256 i; i < all; ++i) {
            uint256 index = ((who % all) + i) % all;
            address account = index + 1 == all ? address(p.fund) : Cast.owner(index);
            if (p.validators.etherOwed(account) == 0) continue;
            p.validators.withdrawEtherFor(account);
            STORE.tally("seat ether withdrawn");
            return;
        }
    }

    function readRules(uint32 upTo) external watched {
        upTo = uint32(bound(upTo, 1, p.constitution.version()));
        _attempt(msg.sender, address(p.validators), 0, abi.encodeCall(p.validators.readRules, (upTo)));
    }

    function _enter(address judge) private {
        if (p.validators.isSeated(judge) || block.timestamp < p.validators.barredUntil(judge)) return;
        bool again = p.validators.stintsOf(judge).length > 0;
        if (again && p.validators.seatCount() >= p.validators.FULL_BENCH()) return;
        uint256 bond =
            uint256(p.constitution.valueOf(Rule.SeatBond, p.constitution.version())) * RulesLib.GWEI_TO_WEI;
        vm.deal(judge, judge.balance + bond);
        vm.prank(judge);
        p.validators.enter{value: bond}();
        STORE.tally(again ? "returned" : "entered");
    }

    function _newWork() private returns (Node) {
        return NodeLib.fromEvidence(address(this), address(this), bytes32(++_slashes));
    }

    function _seated(uint256 who) private view returns (address) {
        return p.validators.holderAt(who % p.validators.seatCount(), block.number);
    }

    /// @dev By the stints alone: what is left of the one that covers the block, up to the part of what was deposited.
    function _due(address judge, uint40 armedAt, uint256 ppm) private view returns (uint256) {
        Stint[] memory stints = p.validators.stintsOf(judge);
        for (uint256 i; i < stints.length; ++i) {
            if (armedAt < stints[i].since || (stints[i].until != 0 && armedAt >= stints[i].until)) continue;
            uint256 part = (uint256(stints[i].deposited) * ppm) / 1_000_000;
            return part < stints[i].bond ? part : stints[i].bond;
        }
        return 0;
    }
}
