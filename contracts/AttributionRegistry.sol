// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EtherCredits} from "./base/EtherCredits.sol";
import {Identities} from "./base/Identities.sol";
import {IAttributionRegistry} from "./interfaces/IAttributionRegistry.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IProofOfValue} from "./interfaces/IProofOfValue.sol";
import {Attributions} from "./libraries/Attributions.sol";
import {Flow} from "./libraries/Flow.sol";
import {Attribution, AttributionLib, Share} from "./types/Attribution.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {Node, NodeLib} from "./types/Node.sol";
import {Rule, RulesLib, RuleWord} from "./types/Rules.sol";

/// @title AttributionRegistry
/// @notice Roles: anyone registers, and opens void works again; `ProofOfValue` releases bonds; attestors in office link identities, the timelock
///         appoints them.
/// @dev Trust: whatever a registrant claims is a claim until a panel has scored it. k colluding attestors can take the
///      pools of identities that are not linked yet, after a delay in which one honest attestor can veto; so can whoever
///      holds the timelock, which can appoint attestors, after their delay, and dismiss honest ones at once. Neither can
///      ever touch an account or an effective link. Liveness: registration needs 10 seats; bonds leave by pull.
///      ETH held = bonds of undecided works + credits not yet withdrawn.
contract AttributionRegistry is Identities, EtherCredits {
    /// @dev One slot: 160 + 32 + 64 bits.
    struct Entry {
        address registrant;
        uint32 rulesVersion;
        uint64 bondGwei;
    }

    uint256 private constant MAX_URI = 256;
    /// @dev 5%: from here on a credited account is a party.
    uint256 private constant PARTY_WEIGHT = 50_000;

    IProofOfValue private immutable PROOF_OF_VALUE;

    mapping(Node contribution => Entry) private _entries;
    /// @dev Who paid the bond of the present opening, if it is not the first one.
    mapping(Node contribution => address) private _reopeners;

    /// @inheritdoc IAttributionRegistry
    mapping(Node contribution => bytes32) public attributionHashOf;

    /// @param attestors The first attestors, in office at once, strictly ascending.
    constructor(address[] memory attestors) Identities(IGenesis(msg.sender), attestors) {
        PROOF_OF_VALUE = IProofOfValue(IGenesis(msg.sender).addressOf(Role.ProofOfValue));
    }

    /// @inheritdoc IAttributionRegistry
    function register(
        bytes32 evidenceHash,
        Attribution calldata attribution,
        string calldata uri
    ) external payable returns (Node contribution) {
        // check
        if (evidenceHash == 0) revert AttributionRegistry_EmptyEvidence();
        if (bytes(uri).length > MAX_URI) revert AttributionRegistry_UriTooLong(bytes(uri).length, MAX_URI);
        contribution = NodeLib.fromEvidence(address(this), msg.sender, evidenceHash);
        if (_entries[contribution].registrant != address(0)) {
            revert AttributionRegistry_AlreadyRegistered(contribution);
        }
        (uint32 version, RuleWord rules) = CONSTITUTION.current(Rule.RegistrationBond.wordOf());
        _checkContributors(attribution.contributors);
        _checkUpstream(attribution.upstream, rules.get(Rule.MaxUpstream));

        // effect and interaction: `open` is the protocol's own and calls nobody but the seat count
        uint256 bond = PROOF_OF_VALUE.open(contribution, version, rules);
        if (msg.value < bond) revert AttributionRegistry_BondTooSmall(msg.value, bond);
        bytes32 attributionHash = attribution.hash();
        attributionHashOf[contribution] = attributionHash;
        // The bond is a multiple of a gwei, and ETH in existence is below 2^64 gwei.
        _entries[contribution] = Entry(msg.sender, version, uint64(bond / RulesLib.GWEI_TO_WEI));
        if (msg.value > bond) _creditEther(msg.sender, msg.value - bond);
        emit Registered(contribution, msg.sender, evidenceHash, version, bond, attribution, uri);

        // interaction
        LEDGER.append(
            LeafKind.Registered,
            Node.unwrap(contribution),
            msg.sender,
            keccak256(abi.encode(evidenceHash, attributionHash, version, bond))
        );
    }

    /// @inheritdoc IAttributionRegistry
    function reopen(Node contribution) external payable {
        // effect and interaction: the phase is checked there, and a work that does not exist has none
        (uint16 opening, uint16 round, uint256 bond) = PROOF_OF_VALUE.reopen(contribution);
        if (msg.value < bond) revert AttributionRegistry_BondTooSmall(msg.value, bond);
        _entries[contribution].bondGwei = uint64(bond / RulesLib.GWEI_TO_WEI);
        _reopeners[contribution] = msg.sender;
        if (msg.value > bond) _creditEther(msg.sender, msg.value - bond);
        emit Reopened(contribution, msg.sender, opening, round, bond);

        // interaction
        LEDGER.append(
            LeafKind.Reopened,
            Node.unwrap(contribution),
            msg.sender,
            keccak256(abi.encode(opening, round, bond))
        );
    }

    /// @inheritdoc IAttributionRegistry
    function releaseBond(Node contribution, address heir) external {
        // check
        if (msg.sender != address(PROOF_OF_VALUE)) revert AttributionRegistry_NotProofOfValue(msg.sender);
        // effect
        Entry storage entry = _entries[contribution];
        uint256 amount = uint256(entry.bondGwei) * RulesLib.GWEI_TO_WEI;
        address to = heir == address(0) ? bondOwnerOf(contribution) : heir;
        entry.bondGwei = 0;
        emit BondReleased(contribution, to, amount);
        if (amount > 0) _creditEther(to, amount);
    }

    /// @inheritdoc IAttributionRegistry
    function bondRequired() external view returns (uint256) {
        (, RuleWord rules) = CONSTITUTION.current(Rule.RegistrationBond.wordOf());
        return PROOF_OF_VALUE.bondFor(rules);
    }

    /// @inheritdoc IAttributionRegistry
    function registrantOf(Node contribution) external view returns (address) {
        return _entries[contribution].registrant;
    }

    /// @inheritdoc IAttributionRegistry
    function rulesVersionOf(Node contribution) external view returns (uint32) {
        return _entries[contribution].rulesVersion;
    }

    /// @inheritdoc IAttributionRegistry
    function bondOf(Node contribution) external view returns (uint256) {
        return uint256(_entries[contribution].bondGwei) * RulesLib.GWEI_TO_WEI;
    }

    /// @inheritdoc IAttributionRegistry
    function bondOwnerOf(Node contribution) public view returns (address owner) {
        owner = _reopeners[contribution];
        if (owner == address(0)) owner = _entries[contribution].registrant;
    }

    /// @inheritdoc IAttributionRegistry
    function isParty(
        Node contribution,
        address account,
        Share[] calldata contributors,
        bytes32 upstreamHash
    ) external view returns (bool) {
        bytes32 stored = attributionHashOf[contribution];
        if (stored == 0) revert AttributionRegistry_UnknownContribution(contribution);
        bytes32 given = AttributionLib.combine(AttributionLib.hashShares(contributors), upstreamHash);
        if (given != stored) revert AttributionRegistry_AttributionMismatch(contribution, given, stored);

        // Nobody is no party, although an identity without a link belongs to nobody.
        if (account == address(0)) return false;
        if (account == _entries[contribution].registrant) return true;
        for (uint256 i; i < contributors.length; ++i) {
            if (contributors[i].weight < PARTY_WEIGHT) continue;
            Node node = contributors[i].node;
            if (account == (node.isAccount() ? node.toAccount() : _proposedAccountOf(node))) return true;
        }
        return false;
    }

    function _checkContributors(Share[] calldata contributors) private view {
        uint256 sum = Attributions.check(contributors);
        if (contributors.length == 0) revert AttributionRegistry_NoContributors();
        if (sum != Flow.TOTAL) revert AttributionRegistry_WeightsNotWhole(sum, Flow.TOTAL);
        for (uint256 i; i < contributors.length; ++i) {
            Node node = contributors[i].node;
            if (!Attributions.isContributor(node)) revert AttributionRegistry_InvalidContributor(node);
            if (node.isAccount() && isProtocol(node.toAccount())) {
                revert AttributionRegistry_ProtocolAddress(node.toAccount());
            }
        }
    }

    /// @dev Only accepted works can be cited, so the graph has no cycle and every pool can always flow.
    function _checkUpstream(Share[] calldata upstream, uint256 limit) private view {
        uint256 sum = Attributions.check(upstream);
        if (sum > limit) revert AttributionRegistry_UpstreamTooHeavy(sum, limit);
        for (uint256 i; i < upstream.length; ++i) {
            Node node = upstream[i].node;
            if (!node.isContribution()) revert AttributionRegistry_InvalidUpstream(node);
            if (!PROOF_OF_VALUE.isAccepted(node)) revert AttributionRegistry_UpstreamNotAccepted(node);
        }
    }
}
