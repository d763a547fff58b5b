// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StipendClaim} from "../../../contracts/interfaces/ICitadelFund.sol";
import {Attestation} from "../../../contracts/interfaces/IAttributionRegistry.sol";
import {Role} from "../../../contracts/interfaces/IGenesis.sol";
import {Ballot} from "../../../contracts/interfaces/IProofOfValue.sol";
import {Attribution, Share} from "../../../contracts/types/Attribution.sol";
import {LeafKind} from "../../../contracts/types/LeafKind.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {Rule, RuleWord} from "../../../contracts/types/Rules.sol";
import {Cast} from "./Cast.sol";
import {Protocol} from "./Deployment.sol";
import {Handler} from "./Handler.sol";
import {Store} from "./Store.sol";

/// @notice Calls everything with whatever comes, as anybody: people, judges, attestors, the deployer, the timelock.
contract Saboteur is Handler {
    address private immutable DEPLOYER;
    address private immutable PROPOSER;

    constructor(
        Store store,
        Protocol memory protocol,
        address deployer,
        address proposer
    ) Handler(store, protocol) {
        DEPLOYER = deployer;
        PROPOSER = proposer;
    }

    /// @notice What only one contract may call: none of it may ever succeed from here.
    function usurp(uint256 what, uint256 who, bytes32 word, uint256 number) external watched {
        address caller = _caller(who, true);
        Node node = _node(number, word);
        Attribution memory attribution = _attribution(number);
        bool done;
        what = what % 15;
        if (what == 0)
            done = _try(caller, address(p.token), abi.encodeCall(p.token.mint, (number, uint256(word))));
        if (what == 1) {
            LeafKind kind = LeafKind(number % (uint256(type(LeafKind).max) + 1));
            done = _try(
                caller,
                address(p.ledger),
                abi.encodeCall(p.ledger.append, (kind, word, caller, word))
            );
        }
        if (what == 2) {
            done = _try(
                caller,
                address(p.registry),
                abi.encodeCall(p.registry.releaseBond, (node, number % 2 == 0 ? caller : address(0)))
            );
        }
        if (what == 3) {
            bytes memory opening = abi.encodeCall(p.pov.open, (node, 1, RuleWord.wrap(number)));
            bytes memory again = abi.encodeCall(p.pov.reopen, (node));
            done = _try(caller, address(p.pov), number % 2 == 0 ? opening : again);
        }
        if (what == 4) {
            done = _try(
                caller,
                address(p.rewards),
                abi.encodeCall(p.rewards.settle, (node, attribution, number))
            );
        }
        if (what == 5)
            done = _try(
                caller,
                address(p.genesis),
                abi.encodeCall(
                    p.genesis.create,
                    (Role(number % (uint256(type(Role).max) + 1)), abi.encode(word))
                )
            );
        if (what == 6)
            done = _try(
                caller,
                address(p.rewards),
                abi.encodeCall(p.rewards.withdraw, (address(p.fund), caller))
            );
        if (what > 6) done = _usurpMore(what, caller, node, word, number);
        if (done) STORE.violate("an office was usurped");
    }

    function _usurpMore(
        uint256 what,
        address caller,
        Node node,
        bytes32 word,
        uint256 number
    ) private returns (bool) {
        address disputes = address(p.disputes);
        bool yes = number % 2 == 0;
        if (what == 7) return _try(caller, address(p.fund), abi.encodeCall(p.fund.payFee, (node, number)));
        if (what == 8) return _try(caller, disputes, abi.encodeCall(p.disputes.flag, (node, caller, word)));
        if (what == 9) {
            bytes memory data = abi.encodeCall(p.constitution.flagResolved, (node, caller, yes));
            return _try(caller, address(p.constitution), data);
        }
        if (what == 10) {
            bytes memory data = abi.encodeCall(p.disputes.resolve, (node, 2, yes, uint8(number), 1));
            return _try(caller, disputes, data);
        }
        if (what == 11) return _try(caller, disputes, abi.encodeCall(p.disputes.noteRefund, (node, number)));
        if (what == 12) return _try(caller, address(p.pov), abi.encodeCall(p.pov.contest, (node)));
        if (what == 13) return _try(caller, address(p.voice), abi.encodeCall(p.voice.sync, (caller, number)));
        return _attempt(caller, disputes, 1, "");
    }

    /// @notice What only the timelock, or an attestor, may call.
    function overreach(uint256 what, uint256 who, bytes32 word, uint48 value) external watched {
        address caller = _caller(who, false);
        bool attestor = p.registry.attestorFrom(caller) != 0;
        bool done;
        what = what % 7;
        if (what == 4) {
            bytes memory data = abi.encodeCall(
                p.constitution.setCritic,
                (caller, !p.constitution.isCritic(caller))
            );
            done = _try(caller, address(p.constitution), data);
        }
        if (what == 6) {
            bytes memory data = abi.encodeCall(p.fund.grant, (address(0), caller, 1, word));
            done = _try(caller, address(p.fund), data);
        }
        if (what == 5) {
            bytes memory data = abi.encodeCall(p.constitution.amendArticles, (word, word));
            done = _try(caller, address(p.constitution), data);
        }
        if (what == 0) {
            bytes memory data = abi.encodeCall(p.constitution.amend, (Rule(uint256(word) % 27), value, word));
            done = _try(caller, address(p.constitution), data);
        }
        if (what == 1) {
            bytes memory data = abi.encodeCall(p.registry.setAttestor, (caller, true));
            done = _try(caller, address(p.registry), data);
        }
        if (what == 2 && !attestor) {
            done = _try(caller, address(p.registry), abi.encodeCall(p.registry.veto, (Cast.identity(value))));
        }
        if (what == 3 && caller != PROPOSER) {
            bytes memory data = abi.encodeCall(
                p.timelock.schedule,
                (address(p.constitution), 0, "", 0, word, 0)
            );
            done = _try(caller, address(p.timelock), data);
        }
        if (done) STORE.violate("an office was overreached");
    }

    /// @notice What anybody may try of a judgement, with arguments that are wrong more often than not.
    function meddle(uint256 what, uint256 who, bytes32 word, uint256 number) external watched {
        address caller = _caller(who, true);
        Node node = _node(number, word);
        Attribution memory attribution = _attribution(number);
        address pov = address(p.pov);
        what = what % 4;
        if (what == 0) _try(caller, pov, abi.encodeCall(p.pov.draw, (node, abi.encode(word))));
        if (what == 1) _try(caller, pov, abi.encodeCall(p.pov.commit, (node, number % 16, word)));
        if (what == 2) {
            Ballot memory ballot = Ballot(Cast.judge(number), uint8(number), word, word);
            bytes memory data = abi.encodeCall(p.pov.reveal, (node, ballot, attribution.contributors, word));
            if (_try(caller, pov, data)) STORE.violate("a vote that nobody cast");
        }
        if (what == 3) _try(caller, pov, abi.encodeCall(p.pov.settle, (node, attribution)));
    }

    /// @notice What anybody may try of the rest.
    function tinker(uint256 what, uint256 who, bytes32 word, uint256 number) external watched {
        address caller = _caller(who, true);
        what = what % 6;
        if (what == 0) {
            Attribution memory attribution = _attribution(number);
            bytes memory data = abi.encodeCall(
                p.rewards.flow,
                (address(p.token), _node(number, word), attribution)
            );
            _try(caller, address(p.rewards), data);
        }
        if (what == 1) _try(caller, address(p.ledger), abi.encodeCall(p.ledger.anchor, (word)));
        if (what == 2) {
            Attestation[] memory attestations = new Attestation[](1);
            attestations[0] = Attestation(
                Cast.attestors()[number % 2],
                abi.encodePacked(word, word, uint8(27))
            );
            bytes memory data = abi.encodeCall(
                p.registry.link,
                (Cast.identity(number), caller, type(uint256).max, attestations)
            );
            if (_try(caller, address(p.registry), data)) STORE.violate("a link that no attestor signed");
        }
        if (what == 3) {
            Share[] memory contributors = new Share[](1);
            // An odd weight alone is never the whole; the fuzzer knows how much that is.
            contributors[0] = Share(Node.wrap(word), uint32(number) | 1);
            Attribution memory nothing = Attribution(contributors, new Share[](0));
            bytes memory data = abi.encodeCall(p.registry.register, (word, nothing, ""));
            if (_attempt(caller, address(p.registry), 1 ether, data))
                STORE.violate("a registration of nothing");
        }
        if (what == 4) _attempt(caller, address(p.fund), number % 1 ether, "");
        if (what == 5) {
            // Whoever that is was never drawn.
            StipendClaim[] memory claims = new StipendClaim[](1);
            claims[0] = StipendClaim(_node(number, word), uint16(number), address(uint160(uint256(word))));
            bytes memory data = abi.encodeCall(p.fund.claimStipends, (claims));
            if (_try(caller, address(p.fund), data)) STORE.violate("a stipend for a vote that nobody cast");
        }
    }

    /// @notice Any bytes to any contract.
    function shout(uint256 which, uint256 who, bytes calldata data) external watched {
        address[13] memory targets = [
            address(p.genesis),
            address(p.ledger),
            address(p.constitution),
            address(p.timelock),
            address(p.validators),
            address(p.registry),
            address(p.pov),
            address(p.rewards),
            address(p.token),
            address(p.voice),
            address(p.governor),
            address(p.fund),
            address(p.disputes)
        ];
        _try(_caller(who, false), targets[which % 13], data);
    }

    function _try(address caller, address target, bytes memory data) private returns (bool) {
        return _attempt(caller, target, 0, data);
    }

    /// @dev With the timelock itself where its office does not matter.
    function _caller(uint256 who, bool withTimelock) private view returns (address) {
        who = _mix(who);
        uint256 kind = who % 8;
        if (kind == 0) return DEPLOYER;
        if (kind == 1) return PROPOSER;
        if (kind == 2) return Cast.attestors()[(who >> 8) % Cast.ATTESTORS];
        if (kind == 3) return Cast.judge(who >> 8);
        if (kind == 4) return withTimelock ? address(p.timelock) : address(p.fund);
        if (kind == 5) return address(p.genesis);
        return Cast.person(who >> 8);
    }

    function _node(uint256 number, bytes32 word) private view returns (Node) {
        uint256 size = STORE.count();
        return size == 0 || number % 4 == 0 ? Node.wrap(word) : STORE.at(number % size).node;
    }

    function _attribution(uint256 number) private view returns (Attribution memory attribution) {
        uint256 size = STORE.count();
        if (size > 0 && number % 3 != 0) attribution = STORE.attributionOf((number >> 8) % size);
    }
}
