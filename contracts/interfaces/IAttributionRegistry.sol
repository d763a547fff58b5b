// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Attribution, Share} from "../types/Attribution.sol";
import {Node} from "../types/Node.sol";
import {IEtherCredits} from "./IEtherCredits.sol";

/// @param attestor An account whose office has begun; an EOA, or with any code, EIP-7702's included, an ERC-1271 contract.
/// @param signature Over the EIP-712 type Link(bytes32 identity,address account,uint256 nonce,uint256 deadline).
struct Attestation {
    address attestor;
    bytes signature;
}

/// @title Who made what, in which shares, built on which earlier work; and which account an identity belongs to.
/// @dev Leaf preimages (subject, actor, dataHash):
/// - `Registered`: contribution, registrant, keccak256(abi.encode(evidenceHash, attributionHash, rulesVersion, bond))
/// - `Reopened`: contribution, caller, keccak256(abi.encode(opening, round, bond))
/// - `LinkProposed`: identity, caller, keccak256(abi.encode(account, nonce, effectiveAt, attestorsHash)),
///   attestorsHash = keccak256(abi.encode(attestors)), an address[]
/// - `LinkVetoed`: identity, attestor, keccak256(abi.encode(account, nonce))
/// - `AttestorSet`: bytes32 of the account, timelock (Genesis for the first ones), keccak256(abi.encode(activeFrom)), 0 when dismissed
interface IAttributionRegistry is IEtherCredits {
    event Registered(
        Node indexed contribution,
        address indexed registrant,
        bytes32 indexed evidenceHash,
        uint32 rulesVersion,
        uint256 bond,
        Attribution attribution,
        string uri
    );
    /// @param payer Who paid the bond, which returns to it.
    event Reopened(
        Node indexed contribution,
        address indexed payer,
        uint16 opening,
        uint16 round,
        uint256 bond
    );
    event BondReleased(Node indexed contribution, address indexed to, uint256 amount);
    event LinkProposed(
        Node indexed identity,
        address indexed account,
        uint256 nonce,
        uint40 effectiveAt,
        address[] attestors
    );
    event LinkVetoed(Node indexed identity, address indexed account, uint256 nonce, address indexed attestor);
    /// @param activeFrom When the office begins, in seconds; 0: dismissed.
    event AttestorSet(address indexed attestor, uint40 activeFrom);

    error AttributionRegistry_NotProofOfValue(address caller);
    error AttributionRegistry_NotTimelock(address caller);
    error AttributionRegistry_AlreadyRegistered(Node contribution);
    error AttributionRegistry_EmptyEvidence();
    error AttributionRegistry_NoContributors();
    error AttributionRegistry_TooManyShares(uint256 count, uint256 limit);
    error AttributionRegistry_NotAscending(uint256 position, Node node);
    error AttributionRegistry_WeightTooSmall(Node node, uint256 weight, uint256 minimum);
    error AttributionRegistry_WeightsNotWhole(uint256 sum, uint256 required);
    error AttributionRegistry_UpstreamTooHeavy(uint256 sum, uint256 limit);
    error AttributionRegistry_InvalidContributor(Node node);
    error AttributionRegistry_InvalidUpstream(Node node);
    error AttributionRegistry_UpstreamNotAccepted(Node contribution);
    error AttributionRegistry_ProtocolAddress(address account);
    error AttributionRegistry_BondTooSmall(uint256 sent, uint256 required);
    error AttributionRegistry_UriTooLong(uint256 length, uint256 limit);
    error AttributionRegistry_AttributionMismatch(Node contribution, bytes32 given, bytes32 stored);
    error AttributionRegistry_UnknownContribution(Node contribution);
    error AttributionRegistry_NotIdentity(Node node);
    error AttributionRegistry_InvalidAccount(address account);
    error AttributionRegistry_DeadlinePassed(uint256 deadline);
    error AttributionRegistry_TooFewAttestations(uint256 count, uint256 threshold);
    error AttributionRegistry_AttestorsNotAscending(address attestor);
    error AttributionRegistry_NotAttestor(address account);
    error AttributionRegistry_AlreadyAttestor(address account);
    error AttributionRegistry_InvalidSignature(address attestor);
    error AttributionRegistry_LinkExists(Node identity, address account);
    error AttributionRegistry_NoPendingLink(Node identity);

    /// @notice Registers a work for judgement. The caller is its registrant.
    /// @param evidenceHash SHA-256 of the canonical (RFC 8785) evidence manifest.
    /// @param uri Where the manifest may be fetched, at most 256 bytes; a hint, the hash decides. Bytes from
    ///        anybody: they may be no UTF-8, and hold control characters.
    /// @dev Requires a valid attribution (see the errors), accepted upstream works, at least {bondRequired} of ETH (the
    ///      excess is credited back), and open registration. Emits {Registered}; appends a leaf.
    function register(
        bytes32 evidenceHash,
        Attribution calldata attribution,
        string calldata uri
    ) external payable returns (Node contribution);

    /// @notice Opens a void work again for judgement, under the rules that it was registered under. Anyone may, and the
    ///         bond is the caller's.
    /// @dev Requires phase `Void`, the bond of {IProofOfValue-bondFor} (the excess is credited back), and open registration.
    ///      Emits {Reopened}; appends a leaf.
    function reopen(Node contribution) external payable;

    /// @notice Ends the holding of a registration bond.
    /// @param heir Who gets it; the zero address: back to who paid it.
    /// @dev Requires `ProofOfValue`. Emits {BondReleased} and {EtherCredited}.
    function releaseBond(Node contribution, address heir) external;

    /// @notice Proposes that an identity belongs to an account, on the word of k attestors, ascending by address.
    /// @dev It takes effect after the rule `LinkDelay` unless an attestor vetoes; an effective link is for good.
    ///      Emits {LinkProposed}; appends a leaf.
    function link(
        Node identity,
        address account,
        uint256 deadline,
        Attestation[] calldata attestations
    ) external;

    /// @notice Stops a link that has not yet taken effect. Its attestations can never be used again.
    /// @dev Requires an attestor in office. Emits {LinkVetoed}; appends a leaf.
    function veto(Node identity) external;

    /// @notice Appoints an attestor, whose office begins after the rule `AttestorDelay`, or dismisses one at once.
    /// @dev Requires the timelock. Emits {AttestorSet}; appends a leaf.
    function setAttestor(address attestor, bool appointed) external;

    /// @notice What {register} asks for now, in wei.
    function bondRequired() external view returns (uint256);

    function registrantOf(Node contribution) external view returns (address);

    /// @notice The rules version it was registered under; 0 if it does not exist.
    function rulesVersionOf(Node contribution) external view returns (uint32);

    /// @notice The bond still held, in wei.
    function bondOf(Node contribution) external view returns (uint256);

    /// @notice To whom the bond returns: the registrant, or who paid for the last reopening.
    function bondOwnerOf(Node contribution) external view returns (address);

    /// @notice keccak256(contributorsHash, upstreamHash); 0 if it does not exist.
    function attributionHashOf(Node contribution) external view returns (bytes32);

    /// @notice Whether an account is a party now: registrant, or credited 5% or more by one share, directly or by an
    ///         identity whose link is in effect or proposed. Several smaller shares do not add up.
    /// @dev Requires the registered contributors.
    function isParty(
        Node contribution,
        address account,
        Share[] calldata contributors,
        bytes32 upstreamHash
    ) external view returns (bool);

    /// @notice The account of an identity whose link is in effect; zero otherwise.
    function accountOf(Node identity) external view returns (address);

    /// @notice The proposed or effective link.
    function linkOf(Node identity) external view returns (address account, uint40 effectiveAt, uint256 nonce);

    /// @notice When an attestor's office begins; 0: none.
    function attestorFrom(address attestor) external view returns (uint40);

    /// @notice Whether this is one of the protocol's own contracts, which cannot be credited.
    function isProtocol(address account) external view returns (bool);
}
