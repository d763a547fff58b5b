// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A vertex of the attribution graph. The first byte is the kind, so kinds can never collide.
/// - Account:      0x00, 11 zero bytes, 20-byte address
/// - Contribution: 0x01, first 31 bytes of keccak256(abi.encode(chainid, registry, registrant, evidenceHash))
/// - Identity:     0x02, first 31 bytes of keccak256("provider:subject")
type Node is bytes32;

enum NodeKind {
    Account,
    Contribution,
    Identity,
    Invalid
}

using NodeLib for Node global;
using {equals as ==, before as <} for Node global;

function equals(Node a, Node b) pure returns (bool) {
    return Node.unwrap(a) == Node.unwrap(b);
}

/// @dev Order of nodes as unsigned integers; attributions are strictly ascending in it.
function before(Node a, Node b) pure returns (bool) {
    return Node.unwrap(a) < Node.unwrap(b);
}

library NodeLib {
    uint256 private constant ACCOUNT_LIMIT = 1 << 160;

    /// @return The kind; `Invalid` for an unknown first byte, a dirty account or the zero address.
    function kind(Node node) internal pure returns (NodeKind) {
        uint256 first = uint256(Node.unwrap(node)) >> 248;
        if (first == uint256(NodeKind.Contribution)) return NodeKind.Contribution;
        if (first == uint256(NodeKind.Identity)) return NodeKind.Identity;
        return isAccount(node) ? NodeKind.Account : NodeKind.Invalid;
    }

    function isAccount(Node node) internal pure returns (bool) {
        // One below zero wraps around, so the zero address is none.
        unchecked {
            return uint256(Node.unwrap(node)) - 1 < ACCOUNT_LIMIT - 1;
        }
    }

    function isContribution(Node node) internal pure returns (bool) {
        return kind(node) == NodeKind.Contribution;
    }

    function isIdentity(Node node) internal pure returns (bool) {
        return kind(node) == NodeKind.Identity;
    }

    /// @dev Only meaningful for an account node.
    function toAccount(Node node) internal pure returns (address) {
        return address(uint160(uint256(Node.unwrap(node))));
    }

    function fromAccount(address account) internal pure returns (Node) {
        return Node.wrap(bytes32(uint256(uint160(account))));
    }

    /// @dev The registrant is part of the preimage: copying somebody's evidence hash proves nothing.
    function fromEvidence(
        address registry,
        address registrant,
        bytes32 evidenceHash
    ) internal view returns (Node) {
        return
            tagged(
                NodeKind.Contribution,
                keccak256(abi.encode(block.chainid, registry, registrant, evidenceHash))
            );
    }

    /// @param subject `provider:subject` in the provider's canonical case, e.g. `github:alice`.
    function fromIdentity(string memory subject) internal pure returns (Node) {
        return tagged(NodeKind.Identity, keccak256(bytes(subject)));
    }

    /// @dev The kind byte followed by the first 31 bytes of `hash`.
    function tagged(NodeKind kind_, bytes32 hash) private pure returns (Node) {
        return Node.wrap(bytes32((uint256(kind_) << 248) | (uint256(hash) >> 8)));
    }
}
