// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Verdict} from "../../../contracts/interfaces/IConstitution.sol";
import {Direction, Dispute, Ground, Outcome} from "../../../contracts/interfaces/IDisputes.sol";
import {Phase, RoundInfo, Work} from "../../../contracts/interfaces/IProofOfValue.sol";
import {Reservation} from "../../../contracts/interfaces/IReservations.sol";
import {Attribution, Share} from "../../../contracts/types/Attribution.sol";
import {HistogramLib} from "../../../contracts/types/Histogram.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {bound, vm} from "../support/Vm.sol";
import {Cast} from "./Cast.sol";
import {Protocol} from "./Deployment.sol";
import {Claim} from "./DisputesStore.sol";
import {Handler} from "./Handler.sol";
import {Store} from "./Store.sol";

/// @notice Challengers and critics, and whoever shares fees and proves faults afterwards.
contract Disputing is Handler {
    /// @dev As in Bench: the other handlers expect registration to be open.
    uint256 private constant LEAST = 13;
    bytes32 private constant REASON = keccak256("reason");

    constructor(Store store, Protocol memory protocol) Handler(store, protocol) {}

    /// @notice Anybody reserves a challenge of any work, for its deposit or for a wei less.
    function reserve(uint256 seed, uint256 who, uint256 how) external watched {
        if (STORE.count() == 0) return;
        Claim memory claim = _claim(Cast.person(who), STORE.at(_mix(seed) % STORE.count()).node, _mix(how));
        _reserve(claim, (how >> 16) % 8 == 0);
    }

    /// @notice Anybody challenges a score with its price, in a direction and on a ground that may not fit, and mostly by a
    ///         reservation that is old enough.
    function challenge(uint256 seed, uint256 who, uint256 how) external watched {
        uint256 number = _pick(seed, Phase.Scored);
        if (number == STORE.count()) return;
        how = _mix(how);
        Claim memory claim = _claim(Cast.person(who), STORE.at(number).node, how);
        uint256 care = (how >> 24) % 8;
        if (care > 0) {
            _reserve(claim, false);
            vm.roll(block.number + p.disputes.MATURITY() - (care == 1 ? 1 : 0));
        }
        Reservation memory reservation = p.disputes.reservedBy(claim.challenger, claim.hash);
        bool canWin = _canWin(claim.node, claim.direction);
        bool due = claim.fits && _isOpen(claim.node) && canWin && _isUsable(reservation);
        uint256 value = (how >> 16) % 3;
        if (canWin) {
            (uint256 fee, uint256 bond) = p.disputes.priceOf(claim.node, claim.direction);
            if (fee + bond > reservation.deposit) value += fee + bond - reservation.deposit;
        }
        bytes memory data = abi.encodeCall(
            p.disputes.challenge,
            (claim.node, claim.direction, claim.ground, REASON, 0)
        );
        bool done = _attempt(claim.challenger, address(p.disputes), value, data);
        if (done != due) STORE.violate("a challenge that should not, or should have been");
        if (!done) return;
        STORE.paidDisputes(value);
        STORE.tally("challenged");
    }

    /// @notice Somebody asks for the deposit of a reservation, its own or another's.
    function release(uint256 seed, uint256 who) external watched {
        if (STORE.claims() == 0) return;
        Claim memory claim = STORE.claimAt(_mix(seed) % STORE.claims());
        address caller = who % 8 == 0 ? Cast.person(who) : claim.challenger;
        // The hash names who reserved.
        bytes32 hash = p.disputes.reservationOf(claim.node, caller, claim.direction, claim.ground, REASON, 0);
        Reservation memory reservation = p.disputes.reservedBy(caller, hash);
        bool due = reservation.blockNumber != 0 && p.disputes.disputeOf(claim.node).challenger != address(0);
        uint256 owed = p.disputes.etherOwed(caller);
        bytes memory data = abi.encodeCall(
            p.disputes.release,
            (claim.node, claim.direction, claim.ground, REASON, 0)
        );
        if (_attempt(caller, address(p.disputes), 0, data) != due)
            STORE.violate("a deposit that should not, or should have come back");
        if (!due) return;
        if (p.disputes.etherOwed(caller) != owed + reservation.deposit)
            STORE.violate("a deposit that did not come back whole");
        STORE.tally("released");
    }

    /// @notice Anybody has the commons credited with the deposit of a reservation, some time later perhaps.
    function forfeit(uint256 seed, uint256 who, bool late) external watched {
        if (STORE.claims() == 0) return;
        Claim memory claim = STORE.claimAt(_mix(seed) % STORE.claims());
        if (late) vm.roll(block.number + p.disputes.LIFETIME() + 1);
        Reservation memory reservation = p.disputes.reservedBy(claim.challenger, claim.hash);
        bool due =
            reservation.blockNumber != 0 && block.number > reservation.blockNumber + p.disputes.LIFETIME();
        uint256 owed = p.disputes.etherOwed(address(p.fund));
        bytes memory data = abi.encodeCall(p.disputes.forfeit, (claim.challenger, claim.hash));
        if (_attempt(Cast.person(who), address(p.disputes), 0, data) != due)
            STORE.violate("a deposit that should not, or should have been lost");
        if (!due) return;
        if (p.disputes.etherOwed(address(p.fund)) != owed + reservation.deposit)
            STORE.violate("a deposit that was not lost whole");
        STORE.tally("forfeited");
    }

    /// @notice A critic, or somebody who is none, flags a score.
    function flag(uint256 seed, uint256 who, uint256 gift) external watched {
        uint256 number = _pick(seed, Phase.Scored);
        if (number == STORE.count()) return;
        Node node = STORE.at(number).node;
        seed = _mix(gift ^ who);
        gift = bound(gift, 0, 4 ether);
        if (seed % 2 == 0) _attempt(Cast.person(who), address(p.fund), gift, "");
        address critic = seed % 8 == 0 ? Cast.person(who) : _critic(who);
        (uint8 before, uint256 left) = (p.pov.workOf(node).level, p.constitution.flagsLeft(critic));
        bool due = left > 0 && _isOpen(node) && _canWin(node, Direction.Down);
        bytes memory data = abi.encodeCall(
            p.constitution.critique,
            (
                Node.unwrap(node),
                Verdict.Flag,
                [uint8(0), 0, 0, 0],
                keccak256("document"),
                keccak256("critique")
            )
        );
        uint256 held = address(p.disputes).balance;
        bool done = _attempt(critic, address(p.constitution), 0, data);
        if (done != due) STORE.violate("a flag that should not, or should have been");
        if (!done) return;
        if (p.pov.workOf(node).level != before) STORE.violate("a flag moved a level");
        STORE.paidDisputes(address(p.disputes).balance - held);
        if (p.constitution.flagsLeft(critic) + 1 != left) STORE.violate("a flag that was not counted");
        STORE.tally("flagged");
    }

    /// @notice Gives the judges of a second panel their parts, whoever has one.
    function share(uint256 seed) external watched {
        uint256 number = _disputed(_mix(seed));
        if (number == STORE.count()) return;
        Node node = STORE.at(number).node;
        Dispute memory dispute = p.disputes.disputeOf(node);
        for (uint16 round = dispute.firstRound; round <= STORE.at(number).round; ++round) {
            address[] memory panel = p.pov.roundOf(node, round).panel;
            for (uint256 i; i < panel.length; ++i) {
                bool due =
                    dispute.outcome != Outcome.Pending &&
                        round > dispute.firstRound &&
                        _isCounted(node, round, panel[i]) &&
                        !p.disputes.isShared(node, round, panel[i]);
                bytes memory data = abi.encodeCall(p.disputes.shareFee, (node, round, panel[i]));
                if (_attempt(msg.sender, address(p.disputes), 0, data) != due)
                    STORE.violate("a part of a fee that should not, or should have been");
                if (due) STORE.tally("fee shared");
            }
        }
    }

    function withdrawEther(uint256 who) external watched {
        uint256 all = Cast.PEOPLE + Cast.JUDGES + 1;
        for (uint256 i; i < all; ++i) {
            uint256 index = ((who % all) + i) % all;
            address account = index + 1 == all ? address(p.fund) : Cast.owner(index);
            if (p.disputes.etherOwed(account) == 0) continue;
            p.disputes.withdrawEtherFor(account);
            STORE.tally("disputes' ether withdrawn");
            return;
        }
    }

    /// @notice Anybody accuses a judge of one fault or another; only true accusations may be taken.
    function accuse(uint256 seed, uint256 who) external watched {
        if (p.validators.seatCount() <= LEAST || STORE.count() == 0) return;
        seed = _mix(seed);
        uint256 number = seed % STORE.count();
        Node node = STORE.at(number).node;
        uint16 round = uint16(1 + ((seed >> 32) % (uint256(STORE.at(number).round) + 1)));
        address[] memory panel = p.pov.roundOf(node, round).panel;
        if (panel.length == 0) return;
        uint256 position = (seed >> 64) % panel.length;
        if (seed % 2 == 0) _accuseAbsent(number, round, position, Cast.person(who));
        else _accuseOutlier(node, panel[position], Cast.person(who));
    }

    function _accuseAbsent(uint256 number, uint16 round, uint256 position, address prover) private {
        Node node = STORE.at(number).node;
        Attribution memory attribution = STORE.attributionOf(number);
        RoundInfo memory info = p.pov.roundOf(node, round);
        bytes memory data = abi.encodeCall(
            p.pov.proveAbsence,
            (node, round, position, attribution.contributors, _hashOf(attribution.upstream))
        );
        if (!_attempt(prover, address(p.pov), 0, data)) return;
        bool isTrue = block.timestamp >= info.revealEnd && !_isCounted(node, round, info.panel[position]);
        if (!isTrue) STORE.violate("a judge slashed that was not absent");
        STORE.tally("absence proven");
    }

    function _accuseOutlier(Node node, address judge, address prover) private {
        Dispute memory dispute = p.disputes.disputeOf(node);
        bytes memory data = abi.encodeCall(p.pov.proveOutlier, (node, judge));
        if (!_attempt(prover, address(p.pov), 0, data)) return;
        uint256 vote = uint256(p.pov.voteOf(node, dispute.firstRound, judge)) - 1;
        bool isAway =
            dispute.direction == Direction.Up
                ? vote + 2 <= dispute.secondLevel
                : vote >= uint256(dispute.secondLevel) + 2;
        if (dispute.outcome != Outcome.Upheld || !isAway)
            STORE.violate("a judge slashed that was no outlier");
        STORE.tally("outlier proven");
    }

    function _claim(address challenger, Node node, uint256 how) private view returns (Claim memory claim) {
        claim.challenger = challenger;
        claim.node = node;
        claim.direction = Direction(how % 2);
        claim.ground = Ground((how >> 8) % 5);
        claim.fits =
            claim.direction == Direction.Down ||
            claim.ground == Ground.Value ||
            claim.ground == Ground.Conflict;
        claim.hash = p.disputes.reservationOf(node, challenger, claim.direction, claim.ground, REASON, 0);
    }

    function _reserve(Claim memory claim, bool cheaply) private {
        bool due = !cheaply && p.disputes.reservedBy(claim.challenger, claim.hash).blockNumber == 0;
        uint256 value = p.disputes.depositRequired() - (cheaply ? 1 : 0);
        bytes memory data = abi.encodeCall(p.disputes.reserve, (claim.hash));
        if (_attempt(claim.challenger, address(p.disputes), value, data) != due)
            STORE.violate("a reservation that should not, or should have been");
        if (!due) return;
        STORE.paidDisputes(value);
        STORE.noteClaim(claim);
    }

    function _isUsable(Reservation memory reservation) private view returns (bool) {
        uint256 since = reservation.blockNumber;
        return
            since != 0 &&
            block.number >= since + p.disputes.MATURITY() &&
            block.number <= since + p.disputes.LIFETIME();
    }

    /// @dev A score within its window, which nobody has challenged.
    function _isOpen(Node node) private view returns (bool) {
        Work memory work = p.pov.workOf(node);
        return work.phase == Phase.Scored && !work.challenged && block.timestamp < p.pov.challengeEndOf(node);
    }

    function _canWin(Node node, Direction direction) private view returns (bool) {
        uint256 level = p.pov.workOf(node).level;
        return direction == Direction.Up ? level <= 8 : level >= 2;
    }

    function _isCounted(Node node, uint16 round, address judge) private view returns (bool) {
        uint256 vote = uint256(p.pov.voteOf(node, round, judge));
        return vote > 0 && vote <= HistogramLib.LEVELS;
    }

    /// @dev One in office, if there is any.
    function _critic(uint256 from) private view returns (address) {
        for (uint256 i; i < Cast.PEOPLE; ++i) {
            address person = Cast.person((from % Cast.PEOPLE) + i);
            if (p.constitution.isCritic(person)) return person;
        }
        return Cast.person(from);
    }

    /// @dev A work that was ever challenged; the number of works if there is none.
    function _disputed(uint256 from) private view returns (uint256) {
        uint256 size = STORE.count();
        for (uint256 i; i < size; ++i) {
            uint256 number = ((from % size) + i) % size;
            if (p.disputes.disputeOf(STORE.at(number).node).challenger != address(0)) return number;
        }
        return size;
    }

    function _hashOf(Share[] memory shares) private pure returns (bytes32) {
        bytes memory words;
        for (uint256 i; i < shares.length; ++i) {
            words = abi.encodePacked(words, shares[i].node, uint256(shares[i].weight));
        }
        return keccak256(words);
    }
}
