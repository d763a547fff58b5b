// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Verdict} from "../../../contracts/interfaces/IConstitution.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {Rule, RulesLib} from "../../../contracts/types/Rules.sol";
import {bound, vm} from "../support/Vm.sol";
import {Cast} from "./Cast.sol";
import {Protocol} from "./Deployment.sol";
import {Handler} from "./Handler.sol";
import {Store} from "./Store.sol";

/// @notice Proposes to the timelock and executes there. It is the timelock's only proposer beside the governor, and may execute there as well.
contract Governance is Handler {
    uint256 private _proposals;

    constructor(Store store, Protocol memory protocol) Handler(store, protocol) {}

    function amend(uint256 which, uint256 value) external watched {
        value = _mix(value);
        Rule rule = Rule(which % RulesLib.COUNT);
        (uint48 min, uint48 max) = p.constitution.boundsOf(rule);
        // One value in eight is out of bounds.
        uint48 proposed = uint48(
            value % 8 == 0 ? bound(value >> 8, 0, 1 << 40) : bound(value >> 8, min, max)
        );
        bool done = _through(
            address(p.constitution),
            abi.encodeCall(p.constitution.amend, (rule, proposed, keccak256("because")))
        );
        if (done && (proposed < min || proposed > max)) STORE.violate("a rule out of bounds");
        if (!done) return;
        STORE.keepWords();
        STORE.tally("amended");
    }

    function setAttestor(uint256 which, bool appointed) external watched {
        address attestor = vm.addr(Cast.attestorKey(which));
        if (_through(address(p.registry), abi.encodeCall(p.registry.setAttestor, (attestor, appointed)))) {
            STORE.tally("attestor set");
        }
    }

    function remove(uint256 which, bytes32 reason) external watched {
        uint256 seats = p.validators.seatCount();
        address judge = p.validators.holderAt(which % seats, block.number);
        if (!_through(address(p.validators), abi.encodeCall(p.validators.remove, (judge, reason)))) return;
        if (seats <= p.validators.FULL_BENCH()) STORE.violate("a removal from a short bench");
        STORE.removed();
        STORE.tally("removed");
    }

    function setCritic(uint256 which, bool appointed) external watched {
        bytes memory data = abi.encodeCall(p.constitution.setCritic, (Cast.person(which), appointed));
        if (_through(address(p.constitution), data)) STORE.tally("critic set");
    }

    /// @notice Anybody tries to criticise any work; only critics can.
    function criticise(uint256 who, uint256 which, uint8 score) external watched {
        uint256 size = STORE.count();
        if (size == 0) return;
        address caller = Cast.person(who);
        bool allowed = p.constitution.isCritic(caller) && score <= 100;
        bytes32 subject = Node.unwrap(STORE.at(which % size).node);
        uint8[4] memory scores = [score, 0, 100, 50];
        bytes memory data = abi.encodeCall(
            p.constitution.critique,
            (subject, Verdict(score % 2), scores, keccak256("document"), keccak256("critique"))
        );
        bool done = _attempt(caller, address(p.constitution), 0, data);
        if (done != allowed) STORE.violate("a critique by the wrong hand");
        if (done) STORE.tally("criticised");
    }

    /// @notice Renews the guardian's term, gives it to somebody else, or leaves the office empty.
    function setGuardian(uint256 which) external watched {
        address chosen =
            which % 4 == 0
                ? address(0)
                : which % 4 == 1
                    ? Cast.person(which >> 2)
                    : Cast.guardian();
        bytes memory data = abi.encodeCall(p.constitution.setGuardian, (chosen));
        if (_through(address(p.constitution), data)) STORE.tally("guardian set");
    }

    /// @notice Somebody stops registrations; only the guardian can, for 7 days at most, once in 30.
    function stop(uint256 who, uint256 duration, bytes32 reason) external watched {
        (address account, uint40 termEnd, uint40 nextStopAt) = p.constitution.guardian();
        address caller = who % 4 == 0 ? Cast.person(who) : account;
        // Mostly short, so that a run still sees registrations.
        duration = duration % 8 == 0 ? bound(duration, 0, 8 days) : bound(duration, 1, 5 minutes);
        bool allowed = caller == account && account != address(0) && block.timestamp < termEnd;
        allowed =
            allowed &&
            block.timestamp >= nextStopAt &&
            duration > 0 &&
            duration <= 7 days &&
            reason != 0;
        bytes memory data = abi.encodeCall(p.constitution.stop, (duration, reason));
        bool done = _attempt(caller, address(p.constitution), 0, data);
        if (done != allowed) STORE.violate("a stop by the wrong hand, or too long, or too soon");
        if (!done) return;
        if (p.pov.stoppedUntil() > block.timestamp + 7 days) STORE.violate("a stop of more than 7 days");
        STORE.tally("stopped");
    }

    function liftStop(uint256 who) external watched {
        (address account, , ) = p.constitution.guardian();
        address caller = who % 2 == 0 ? account : Cast.person(who);
        bool allowed = caller == account && block.timestamp < p.pov.stoppedUntil();
        bytes memory data = abi.encodeCall(p.constitution.liftStop, ());
        bool done = _attempt(caller, address(p.constitution), 0, data);
        if (done != allowed) STORE.violate("a stop lifted by the wrong hand");
        if (done) STORE.tally("stop lifted");
    }

    function amendArticles(bytes32 articles) external watched {
        bytes memory data = abi.encodeCall(p.constitution.amendArticles, (articles, keccak256("because")));
        if (_through(address(p.constitution), data)) STORE.tally("articles amended");
    }

    function _through(address target, bytes memory data) private returns (bool) {
        bytes32 salt = bytes32(++_proposals);
        p.timelock.schedule(target, 0, data, 0, salt, 0);
        return
            _attempt(
                address(this),
                address(p.timelock),
                0,
                abi.encodeCall(p.timelock.execute, (target, 0, data, 0, salt))
            );
    }
}
