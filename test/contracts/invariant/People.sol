// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Attestation} from "../../../contracts/interfaces/IAttributionRegistry.sol";
import {Phase} from "../../../contracts/interfaces/IProofOfValue.sol";
import {Attribution, Share} from "../../../contracts/types/Attribution.sol";
import {Node, NodeLib} from "../../../contracts/types/Node.sol";
import {Rule} from "../../../contracts/types/Rules.sol";
import {bound, vm} from "../support/Vm.sol";
import {Weights} from "../support/Weights.sol";
import {Cast} from "./Cast.sol";
import {Protocol} from "./Deployment.sol";
import {Handler} from "./Handler.sol";
import {Store} from "./Store.sol";

/// @notice Registrants, owners of accounts and identities, and attestors.
contract People is Handler {
    uint256 private constant MOST_WORKS = 64;
    /// @dev People, identities and three judges, so that some judges are parties.
    uint256 private constant CREDITED = 12;

    constructor(Store store, Protocol memory protocol) Handler(store, protocol) {}

    function register(uint256 who, uint256 seed, uint256 excess) external watched {
        if (STORE.count() >= MOST_WORKS) return;
        seed = _mix(seed);
        address registrant = who % 5 == 0 ? Cast.judge(who % 3) : Cast.person(who);
        Attribution memory attribution = Attribution(_contributors(seed), _upstream(seed));
        uint256 value = p.registry.bondRequired() + (excess % 3);
        bytes32 evidence = keccak256(abi.encode("evidence", STORE.count()));
        bytes memory data = abi.encodeCall(p.registry.register, (evidence, attribution, "ipfs://evidence"));
        bool open = block.timestamp >= p.pov.stoppedUntil();
        if (_attempt(registrant, address(p.registry), value, data) != open) {
            STORE.violate("a registration although they are stopped, or none although they are not");
        }
        if (!open) return;
        Node node = NodeLib.fromEvidence(address(p.registry), registrant, evidence);
        STORE.add(node, registrant, attribution);
        STORE.paidEther(value);
        STORE.tally("registered");
    }

    /// @notice Somebody opens a void work again, with the bond of the work's own rules; one time in eight with a wei less.
    function reopen(uint256 seed, uint256 who, uint256 excess) external watched {
        uint256 number = _pick(_mix(seed), Phase.Void);
        if (number == STORE.count()) return;
        Store.Item memory item = STORE.at(number);
        uint256 bond = p.pov.bondFor(p.constitution.word(item.rulesVersion, Rule.RegistrationBond.wordOf()));
        bool enough = _mix(excess) % 8 != 0;
        uint256 value = enough ? bond + (excess % 3) : bond - 1;
        bytes memory data = abi.encodeCall(p.registry.reopen, (item.node));
        bool due = enough && block.timestamp >= p.pov.stoppedUntil();
        if (_attempt(Cast.person(who), address(p.registry), value, data) != due)
            STORE.violate("a reopening that should not, or should have been");
        if (!due) return;
        if (p.registry.bondOf(item.node) != bond || p.registry.bondOwnerOf(item.node) != Cast.person(who))
            STORE.violate("a reopening with another bond, or somebody else's");
        STORE.paidEther(value);
        STORE.tally("reopened");
    }

    function flow(uint256 seed) external watched {
        uint256 size = STORE.count();
        for (uint256 i; i < size; ++i) {
            uint256 number = ((seed % size) + i) % size;
            Node node = STORE.at(number).node;
            (uint256 amount, ) = p.rewards.poolOf(address(p.token), node);
            if (amount == 0) continue;
            p.rewards.flow(address(p.token), node, STORE.attributionOf(number));
            return;
        }
    }

    function flowIdentity(uint256 which) external watched {
        Node node = Cast.identity(which);
        (uint256 amount, ) = p.rewards.poolOf(address(p.token), node);
        if (amount == 0) return;
        Attribution memory none;
        bool flowed = _attempt(
            msg.sender,
            address(p.rewards),
            0,
            abi.encodeCall(p.rewards.flow, (address(p.token), node, none))
        );
        if (flowed != (p.registry.accountOf(node) != address(0))) STORE.violate("an identity's flow");
        if (flowed) STORE.tally("identity flowed");
    }

    function withdraw(uint256 who, uint256 to, bool forAnother) external watched {
        address account = _owing(who, false);
        if (account == address(0)) return;
        if (forAnother) {
            vm.prank(Cast.person(to));
            p.rewards.withdrawFor(address(p.token), account);
        } else {
            vm.prank(account);
            p.rewards.withdraw(address(p.token), Cast.owner(to));
        }
    }

    function withdrawEther(uint256 who, uint256 to, bool forAnother) external watched {
        address account = _owing(who, true);
        if (account == address(0)) return;
        if (forAnother || account == address(p.fund)) {
            vm.prank(Cast.person(to));
            p.registry.withdrawEtherFor(account);
        } else {
            vm.prank(account);
            p.registry.withdrawEther(Cast.owner(to));
        }
    }

    /// @notice Gives AZR away: to another account, to the fund, or to the ledger by a bare transfer.
    function give(uint256 who, uint256 to, uint256 amount) external watched {
        address from = Cast.owner(who);
        uint256 balance = p.token.balanceOf(from);
        if (balance == 0) return;
        amount = bound(amount, 1, balance);
        address target =
            to % 4 == 0
                ? address(p.fund)
                : to % 4 == 1
                    ? address(p.rewards)
                    : Cast.owner(to);
        vm.prank(from);
        p.token.transfer(target, amount);
        if (to % 4 < 2) STORE.gave(to % 4 == 0, amount);
    }

    function link(uint256 which, uint256 who, uint256 signer) external watched {
        (who, signer) = (_mix(who), _mix(signer));
        Node identity = Cast.identity(which);
        (address linked, , uint256 nonce) = p.registry.linkOf(identity);
        address account = who % 3 == 0 ? Cast.judge(who) : Cast.person(who);
        bytes32 digest = _digest(identity, account, nonce, block.timestamp);
        uint256 threshold = p.constitution.valueOf(Rule.AttestorThreshold, p.constitution.version());
        Attestation[] memory attestations = new Attestation[](threshold);
        bool inOffice = true;
        for (uint256 i; i < threshold; ++i) {
            uint256 key = Cast.attestorKey(threshold == 1 ? signer : i);
            (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
            attestations[i] = Attestation(vm.addr(key), abi.encodePacked(r, s, v));
            uint256 from = p.registry.attestorFrom(vm.addr(key));
            inOffice = inOffice && from != 0 && from <= block.timestamp;
        }
        bytes memory data = abi.encodeCall(
            p.registry.link,
            (identity, account, block.timestamp, attestations)
        );
        bool done = _attempt(msg.sender, address(p.registry), 0, data);
        if (done != (inOffice && linked == address(0)))
            STORE.violate("a link that should not, or should have been");
        if (done) STORE.tally("linked");
    }

    function veto(uint256 which, uint256 who) external watched {
        Node identity = Cast.identity(which);
        who = _mix(who);
        // One veto in four, or hardly a link would ever take effect.
        if (who % 4 != 0) return;
        (address linked, uint40 effectiveAt, ) = p.registry.linkOf(identity);
        address attestor = vm.addr(Cast.attestorKey(who / 4));
        uint256 from = p.registry.attestorFrom(attestor);
        bool due =
            linked != address(0) && block.timestamp < effectiveAt && from != 0 && from <= block.timestamp;
        bool done = _attempt(attestor, address(p.registry), 0, abi.encodeCall(p.registry.veto, (identity)));
        if (done != due) STORE.violate("a veto that should not, or should have been");
        if (done) STORE.tally("vetoed");
    }

    // ------------------------------------------------------------------ helpers

    function _contributors(uint256 seed) private pure returns (Share[] memory shares) {
        uint256 count = 1 + (seed % 4);
        uint256[] memory weights = Weights.make(keccak256(abi.encode(seed)), count, 1_000_000, 100);
        shares = new Share[](count);
        uint256 stride = (seed >> 8) % 2 == 0 ? 5 : 7;
        for (uint256 i; i < count; ++i) {
            uint256 index = (((seed >> 16) % CREDITED) + i * stride) % CREDITED;
            Node node =
                index < Cast.PEOPLE
                    ? NodeLib.fromAccount(Cast.person(index))
                    : index < Cast.PEOPLE + Cast.IDENTITIES
                        ? Cast.identity(index)
                        : NodeLib.fromAccount(Cast.judge(index - Cast.PEOPLE - Cast.IDENTITIES));
            shares[i] = Share(node, uint32(weights[i]));
        }
        _sort(shares);
    }

    /// @dev Up to two accepted works, together within the rule.
    function _upstream(uint256 seed) private view returns (Share[] memory shares) {
        uint256 limit = p.constitution.valueOf(Rule.MaxUpstream, p.constitution.version());
        uint256 wanted = limit < 200 ? 0 : (seed >> 24) % 3;
        uint256 size = STORE.count();
        Node[2] memory found;
        uint256 count;
        for (uint256 i; i < size && count < wanted; ++i) {
            Node node = STORE.at(((seed >> 32) % size) + i < size ? ((seed >> 32) % size) + i : i).node;
            if (!p.pov.isAccepted(node) || (count == 1 && found[0] == node)) continue;
            found[count++] = node;
        }
        shares = new Share[](count);
        for (uint256 i; i < count; ++i)
            shares[i] = Share(found[i], uint32(bound(seed >> (40 + i), 100, limit / 2)));
        _sort(shares);
    }

    function _sort(Share[] memory shares) private pure {
        for (uint256 i = 1; i < shares.length; ++i) {
            for (uint256 j = i; j > 0 && shares[j].node < shares[j - 1].node; --j) {
                (Node node, uint32 weight) = (shares[j].node, shares[j].weight);
                shares[j] = Share(shares[j - 1].node, shares[j - 1].weight);
                shares[j - 1] = Share(node, weight);
            }
        }
    }

    /// @dev The first account from here on that is owed something; the fund too, for ether.
    function _owing(uint256 from, bool inEther) private view returns (address) {
        uint256 all = Cast.PEOPLE + Cast.JUDGES;
        for (uint256 i; i < all; ++i) {
            address account = Cast.owner((from % all) + i);
            (uint256 owed, ) = p.rewards.creditOf(address(p.token), account);
            if (inEther) owed = p.registry.etherOwed(account);
            if (owed > 0) return account;
        }
        return inEther && p.registry.etherOwed(address(p.fund)) > 0 ? address(p.fund) : address(0);
    }

    function _digest(
        Node identity,
        address account,
        uint256 nonce,
        uint256 deadline
    ) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("AttributionRegistry"),
                keccak256("1"),
                block.chainid,
                address(p.registry)
            )
        );
        bytes32 typehash = keccak256("Link(bytes32 identity,address account,uint256 nonce,uint256 deadline)");
        bytes32 words = keccak256(abi.encode(typehash, identity, account, nonce, deadline));
        return keccak256(abi.encodePacked(hex"1901", domain, words));
    }
}
