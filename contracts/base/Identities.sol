// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {Attestation, IAttributionRegistry} from "../interfaces/IAttributionRegistry.sol";
import {IAuditLedger} from "../interfaces/IAuditLedger.sol";
import {IConstitution} from "../interfaces/IConstitution.sol";
import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {LeafKind} from "../types/LeafKind.sol";
import {Node} from "../types/Node.sol";
import {Rule} from "../types/Rules.sol";

/// @notice The part of the registry that knows which account an identity belongs to.
/// @dev A link is proposed by k attestors, waits out a delay in which one attestor can veto it, and is then for good. A
///      veto moves the identity's nonce, so the same attestations can never be used again.
abstract contract Identities is IAttributionRegistry, EIP712 {
    /// @dev One slot: 160 + 40 + 56 bits.
    struct Link {
        address account;
        uint40 effectiveAt;
        uint56 nonce;
    }

    bytes32 private constant LINK_TYPEHASH = keccak256(
        "Link(bytes32 identity,address account,uint256 nonce,uint256 deadline)"
    );

    IConstitution internal immutable CONSTITUTION;
    IAuditLedger internal immutable LEDGER;
    address private immutable TIMELOCK;
    IGenesis private immutable GENESIS;
    /// @dev Bit b is set if one of the protocol's addresses ends in byte b: refuses most accounts in a few gas.
    uint256 private immutable PROTOCOL_FILTER;

    /// @inheritdoc IAttributionRegistry
    mapping(address attestor => uint40) public attestorFrom;

    mapping(Node identity => Link) private _links;

    constructor(IGenesis genesis, address[] memory attestors) EIP712("AttributionRegistry", "1") {
        GENESIS = genesis;
        CONSTITUTION = IConstitution(genesis.addressOf(Role.Constitution));
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));
        TIMELOCK = genesis.addressOf(Role.Timelock);

        uint256 filter = _filterBit(address(genesis));
        for (uint256 i; i <= uint256(type(Role).max); ++i) {
            filter |= _filterBit(genesis.addressOf(Role(i)));
        }
        PROTOCOL_FILTER = filter;

        address last;
        for (uint256 i; i < attestors.length; ++i) {
            if (attestors[i] <= last) revert AttributionRegistry_AttestorsNotAscending(attestors[i]);
            last = attestors[i];
        }
        for (uint256 i; i < attestors.length; ++i) {
            _setAttestor(attestors[i], uint40(block.timestamp));
        }
    }

    /// @inheritdoc IAttributionRegistry
    function link(
        Node identity,
        address account,
        uint256 deadline,
        Attestation[] calldata attestations
    ) external {
        // check
        if (!identity.isIdentity()) revert AttributionRegistry_NotIdentity(identity);
        if (account == address(0)) revert AttributionRegistry_InvalidAccount(account);
        if (isProtocol(account)) revert AttributionRegistry_ProtocolAddress(account);
        if (block.timestamp > deadline) revert AttributionRegistry_DeadlinePassed(deadline);
        Link storage entry = _links[identity];
        if (entry.account != address(0)) revert AttributionRegistry_LinkExists(identity, entry.account);
        uint32 version = CONSTITUTION.version();
        uint256 threshold = CONSTITUTION.valueOf(Rule.AttestorThreshold, version);
        if (attestations.length < threshold) {
            revert AttributionRegistry_TooFewAttestations(attestations.length, threshold);
        }
        uint256 nonce = entry.nonce;
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(LINK_TYPEHASH, identity, account, nonce, deadline))
        );
        address[] memory attestors = _checkAttestations(digest, attestations);

        // effect
        uint40 effectiveAt = uint40(block.timestamp + CONSTITUTION.valueOf(Rule.LinkDelay, version));
        entry.account = account;
        entry.effectiveAt = effectiveAt;
        emit LinkProposed(identity, account, nonce, effectiveAt, attestors);

        // interaction
        LEDGER.append(
            LeafKind.LinkProposed,
            Node.unwrap(identity),
            msg.sender,
            keccak256(abi.encode(account, nonce, effectiveAt, keccak256(abi.encode(attestors))))
        );
    }

    /// @inheritdoc IAttributionRegistry
    function veto(Node identity) external {
        // check
        _requireAttestor(msg.sender);
        Link storage entry = _links[identity];
        address account = entry.account;
        if (account == address(0) || block.timestamp >= entry.effectiveAt) {
            revert AttributionRegistry_NoPendingLink(identity);
        }

        // effect
        uint56 nonce = entry.nonce;
        entry.account = address(0);
        entry.effectiveAt = 0;
        entry.nonce = nonce + 1;
        emit LinkVetoed(identity, account, nonce, msg.sender);

        // interaction
        LEDGER.append(
            LeafKind.LinkVetoed,
            Node.unwrap(identity),
            msg.sender,
            keccak256(abi.encode(account, uint256(nonce)))
        );
    }

    /// @inheritdoc IAttributionRegistry
    function setAttestor(address attestor, bool appointed) external {
        // check
        if (msg.sender != TIMELOCK) revert AttributionRegistry_NotTimelock(msg.sender);
        if (attestor == address(0)) revert AttributionRegistry_InvalidAccount(attestor);
        if (!appointed && attestorFrom[attestor] == 0) revert AttributionRegistry_NotAttestor(attestor);

        if (appointed && attestorFrom[attestor] != 0) revert AttributionRegistry_AlreadyAttestor(attestor);

        // effect and interaction
        uint40 activeFrom;
        if (appointed) {
            uint256 delay = CONSTITUTION.valueOf(Rule.AttestorDelay, CONSTITUTION.version());
            activeFrom = uint40(block.timestamp + delay);
        }
        _setAttestor(attestor, activeFrom);
    }

    /// @inheritdoc IAttributionRegistry
    function accountOf(Node identity) public view returns (address) {
        Link storage entry = _links[identity];
        // The delay may be zero seconds on a local chain; an absent link has no account.
        return block.timestamp >= entry.effectiveAt ? entry.account : address(0);
    }

    /// @inheritdoc IAttributionRegistry
    function linkOf(
        Node identity
    ) external view returns (address account, uint40 effectiveAt, uint256 nonce) {
        Link storage entry = _links[identity];
        return (entry.account, entry.effectiveAt, entry.nonce);
    }

    /// @inheritdoc IAttributionRegistry
    function isProtocol(address account) public view returns (bool) {
        if (PROTOCOL_FILTER & _filterBit(account) == 0) return false;
        for (uint256 i; i <= uint256(type(Role).max); ++i) {
            if (GENESIS.addressOf(Role(i)) == account) return true;
        }
        return account == address(GENESIS);
    }

    function _setAttestor(address attestor, uint40 activeFrom) private {
        // effect
        attestorFrom[attestor] = activeFrom;
        emit AttestorSet(attestor, activeFrom);
        // interaction
        LEDGER.append(
            LeafKind.AttestorSet,
            bytes32(uint256(uint160(attestor))),
            msg.sender,
            keccak256(abi.encode(activeFrom))
        );
    }

    /// @dev In effect or not yet: whoever is about to be paid for a work is its party already.
    function _proposedAccountOf(Node identity) internal view returns (address) {
        return _links[identity].account;
    }

    /// @dev Strictly ascending, so that one attestor counts once.
    function _checkAttestations(
        bytes32 digest,
        Attestation[] calldata attestations
    ) private view returns (address[] memory attestors) {
        attestors = new address[](attestations.length);
        address last;
        for (uint256 i; i < attestations.length; ++i) {
            address attestor = attestations[i].attestor;
            if (attestor <= last) revert AttributionRegistry_AttestorsNotAscending(attestor);
            last = attestor;
            _requireAttestor(attestor);
            if (!SignatureChecker.isValidSignatureNowCalldata(attestor, digest, attestations[i].signature)) {
                revert AttributionRegistry_InvalidSignature(attestor);
            }
            attestors[i] = attestor;
        }
    }

    function _requireAttestor(address account) private view {
        uint256 from = attestorFrom[account];
        if (from == 0 || block.timestamp < from) revert AttributionRegistry_NotAttestor(account);
    }

    function _filterBit(address account) private pure returns (uint256) {
        return 1 << (uint160(account) & 0xff);
    }
}
