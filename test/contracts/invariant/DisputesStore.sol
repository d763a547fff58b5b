// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConstitution} from "../../../contracts/interfaces/IConstitution.sol";
import {Direction, Dispute, Ground, IDisputes, Outcome} from "../../../contracts/interfaces/IDisputes.sol";
import {Work} from "../../../contracts/interfaces/IProofOfValue.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {IVm} from "../support/Vm.sol";
import {CommonsStore} from "./CommonsStore.sol";
import {Protocol} from "./Deployment.sol";

/// @notice A challenge as somebody reserves it, with the reservation's hash. @param fits Whether the ground is of the direction.
struct Claim {
    address challenger;
    Node node;
    Direction direction;
    Ground ground;
    bool fits;
    bytes32 hash;
}

/// @notice What was told of challenges and flags, and the ether that they moved.
abstract contract DisputesStore is CommonsStore {
    uint256 public disputesIn;
    uint256 public disputesOut;
    /// @dev Each hash once, whatever became of it.
    Claim[] private _claims;
    mapping(bytes32 hash => bool) private _isClaimed;

    function paidDisputes(uint256 amount) external {
        disputesIn += amount;
    }

    function noteClaim(Claim calldata claim) external {
        if (_isClaimed[claim.hash]) return;
        _isClaimed[claim.hash] = true;
        _claims.push(claim);
    }

    function claims() external view returns (uint256) {
        return _claims.length;
    }

    function claimAt(uint256 number) external view returns (Claim memory) {
        return _claims[number];
    }

    /// @notice What reservations hold, in wei.
    function depositsHeld() external view returns (uint256 held) {
        for (uint256 i; i < _claims.length; ++i) {
            held += _protocol().disputes.reservedBy(_claims[i].challenger, _claims[i].hash).deposit;
        }
    }

    function _contested(bytes32 topic, IVm.Log calldata log) internal {
        if (topic == IDisputes.Closed.selector) {
            (Outcome outcome, , , ) = abi.decode(log.data, (Outcome, uint256, uint256, uint256));
            if (outcome == Outcome.Upheld) tally("upheld");
            if (outcome == Outcome.Dismissed) tally("dismissed");
            if (outcome == Outcome.Inconclusive) tally("inconclusive");
        } else if (topic == IConstitution.FlagResolved.selector) {
            (bool upheld, uint256 strikes) = abi.decode(log.data, (bool, uint256));
            Dispute memory dispute = _protocol().disputes.disputeOf(Node.wrap(log.topics[1]));
            address critic = address(uint160(uint256(log.topics[2])));
            if (!dispute.flagged || dispute.challenger != critic) violate("a flag that nobody raised");
            if (dispute.outcome != (upheld ? Outcome.Upheld : Outcome.Dismissed))
                violate("a critic told another outcome");
            if (!upheld && strikes == 0) violate("a lost flag without a strike");
            tally(upheld ? "flag upheld" : "flag lost");
        }
    }

    function _withdrawnFromDisputes(IVm.Log calldata log) internal {
        disputesOut += abi.decode(log.data, (uint256));
    }

    /// @dev Whether a challenge has put the level of another round in the place of that of `scoredRound`.
    function _isOverturned(Node node, uint16 scoredRound, Work memory work) internal view returns (bool) {
        Protocol memory p = _protocol();
        Dispute memory dispute = p.disputes.disputeOf(node);
        return
            dispute.outcome == Outcome.Upheld &&
            dispute.firstRound == scoredRound &&
            dispute.lastRound == work.scoredRound;
    }
}
