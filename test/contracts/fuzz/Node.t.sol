// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Node, NodeKind, NodeLib} from "../../../contracts/types/Node.sol";
import {vm} from "../support/Vm.sol";

contract NodeFuzz {
    function test_anAccountComesBackOutOfItsNode(address account) external pure {
        vm.assume(account != address(0));
        Node node = NodeLib.fromAccount(account);
        vm.assertEq(node.toAccount(), account, "account");
        vm.assertTrue(node.kind() == NodeKind.Account && node.isAccount(), "kind");
        vm.assertTrue(!node.isContribution() && !node.isIdentity(), "no other kind");
    }

    function test_theKindIsTheFirstByte(bytes32 word) external pure {
        Node node = Node.wrap(word);
        NodeKind kind = node.kind();
        uint8 first = uint8(word[0]);
        if (first == 1) vm.assertTrue(kind == NodeKind.Contribution, "contribution");
        else if (first == 2) vm.assertTrue(kind == NodeKind.Identity, "identity");
        else if (first > 2) vm.assertTrue(kind == NodeKind.Invalid, "unknown");
        vm.assertTrue(node.isAccount() == (kind == NodeKind.Account), "isAccount");
        vm.assertTrue(node.isContribution() == (kind == NodeKind.Contribution), "isContribution");
        vm.assertTrue(node.isIdentity() == (kind == NodeKind.Identity), "isIdentity");
    }

    function test_anAccountHasNoDirtyBits(uint96 dirt, uint160 account) external pure {
        Node node = Node.wrap(bytes32((uint256(dirt) << 160) | account));
        vm.assertTrue(node.isAccount() == (dirt == 0 && account != 0), "clean and not zero");
    }

    function test_accountsEndWithTheLargestAddress() external pure {
        uint256 largest = type(uint160).max;
        vm.assertTrue(Node.wrap(bytes32(largest)).isAccount(), "the largest");
        vm.assertTrue(!Node.wrap(bytes32(largest + 1)).isAccount(), "one more");
        vm.assertTrue(!Node.wrap(bytes32(largest + 2)).isAccount(), "two more");
    }

    function test_aContributionIsItsRegistrantsEvidence(
        address registry,
        address one,
        address two,
        bytes32 evidence
    ) external view {
        vm.assume(one != two);
        Node node = NodeLib.fromEvidence(registry, one, evidence);
        vm.assertTrue(node.isContribution(), "kind");
        bytes32 hash = keccak256(abi.encode(block.chainid, registry, one, evidence));
        vm.assertEq(Node.unwrap(node), bytes32((uint256(1) << 248) | (uint256(hash) >> 8)), "preimage");
        vm.assertTrue(!(node == NodeLib.fromEvidence(registry, two, evidence)), "another registrant");
    }

    function test_anIdentityIsItsSubject(string calldata subject) external pure {
        Node node = NodeLib.fromIdentity(subject);
        vm.assertTrue(node.isIdentity(), "kind");
        bytes32 hash = keccak256(bytes(subject));
        vm.assertEq(Node.unwrap(node), bytes32((uint256(2) << 248) | (uint256(hash) >> 8)), "preimage");
    }

    function test_nodesAreOrderedAsNumbers(bytes32 one, bytes32 two) external pure {
        (Node a, Node b) = (Node.wrap(one), Node.wrap(two));
        vm.assertTrue((a < b) == (uint256(one) < uint256(two)), "before");
        vm.assertTrue((a == b) == (one == two), "equals");
    }
}
