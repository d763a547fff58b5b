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
