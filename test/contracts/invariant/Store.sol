// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuditLedger} from "../../../contracts/interfaces/IAuditLedger.sol";
import {IEtherCredits} from "../../../contracts/interfaces/IEtherCredits.sol";
import {IProofOfValue, Phase, RearmReason, Work} from "../../../contracts/interfaces/IProofOfValue.sol";
import {IRewardLedger, Payment, PotOrigin} from "../../../contracts/interfaces/IRewardLedger.sol";
import {IValidatorRegistry} from "../../../contracts/interfaces/IValidatorRegistry.sol";
import {Emission} from "../../../contracts/libraries/Emission.sol";
import {Attribution} from "../../../contracts/types/Attribution.sol";
import {Histogram} from "../../../contracts/types/Histogram.sol";
import {LeafKind} from "../../../contracts/types/LeafKind.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {RulesLib, RuleWord} from "../../../contracts/types/Rules.sol";
import {IVm} from "../support/Vm.sol";
import {Protocol} from "./Deployment.sol";
import {DisputesStore} from "./DisputesStore.sol";

/// @notice What the handlers have done and seen: ghost sums, from their calls and from the protocol's events alone.
contract Store is DisputesStore {
    /// @dev Sums of AZR in wei, then of ETH in wei.
    struct Money {
        uint256 sealedBudgets;
        uint256 minted;
        uint256 citadel;
        uint256 peoplesPart;
        uint256 giftsToFund;
        uint256 giftsToLedger;
        uint256 etherIn;
        uint256 etherOut;
        uint256 seatsIn;
        uint256 seatsOut;
    }

    struct EpochGhost {
        bool isSealed;
        uint256 minted;
    }

    struct Leaves {
        bytes32[] hashes;
        /// The sizes at which the root was read, and what it was.
        uint256[] sizes;
        mapping(uint256 size => bytes32) rootAt;
    }

    struct Item {
        Node node;
        address registrant;
        uint32 rulesVersion;
        // What was last seen of it.
        uint16 opening;
        uint16 round;
        Phase phase;
        uint8 level;
        uint16 scoredRound;
    }

    Protocol public protocol;

    Item[] private _items;
    mapping(Node => uint256) public numberOf;
    mapping(uint256 item => Attribution) private _attributions;
    /// @notice The votes that the handlers saw accepted.
    mapping(uint256 item => mapping(uint16 round => Histogram)) public votes;

    Money private _money;
    mapping(uint256 epoch => EpochGhost) public epochOf;
    uint256[] private _epochs;
    mapping(uint256 epoch => bool) private _removedIn;
    /// @dev Who was drawn, as it was first seen.
    mapping(uint256 item => mapping(uint16 round => bytes32)) private _panels;
    Leaves private _ledger;
    mapping(uint32 version => RuleWord[6]) private _words;

    /// @notice What must never happen, by what it was.
    string[] public violations;
    /// @notice What did happen, so that a test can see that the handlers get anywhere.
    mapping(string what => uint256) public times;

    constructor(Protocol memory protocol_) {
        protocol = protocol_;
        keepWords();
    }

    // ------------------------------------------------------------------ told by the handlers

    function add(Node node, address registrant, Attribution calldata attribution) external {
        uint256 number = _items.length;
        _items.push(
            Item({
                node: node,
                registrant: registrant,
                rulesVersion: protocol.registry.rulesVersionOf(node),
                opening: 0,
                round: 0,
                phase: Phase.None,
                level: 0,
                scoredRound: 0
            })
        );
        numberOf[node] = number;
        for (uint256 i; i < attribution.contributors.length; ++i)
            _attributions[number].contributors.push(attribution.contributors[i]);
        for (uint256 i; i < attribution.upstream.length; ++i)
            _attributions[number].upstream.push(attribution.upstream[i]);
    }

    function voted(uint256 number, uint16 round, uint256 level) external {
        votes[number][round] = votes[number][round].add(level);
    }

    /// @notice At most one removal an epoch.
    function removed() external {
        uint256 epoch = protocol.pov.epochAt(block.timestamp);
        if (_removedIn[epoch]) violate("two removals in one epoch");
        _removedIn[epoch] = true;
    }

    function paidEther(uint256 amount) external {
        _money.etherIn += amount;
    }

    function gave(bool toFund, uint256 amount) external {
        if (toFund) _money.giftsToFund += amount;
        else _money.giftsToLedger += amount;
    }

    function tally(string memory what) public override {
        ++times[what];
    }

    function violate(string memory what) public override {
        violations.push(what);
    }

    function keepWords() public {
        uint32 version = protocol.constitution.version();
        for (uint256 i; i < RulesLib.WORDS; ++i) _words[version][i] = protocol.constitution.word(version, i);
    }

    // ------------------------------------------------------------------ seen by itself

    /// @notice Compares every work with what it was, and remembers what it is.
    function observe() external {
        for (uint256 i; i < _items.length; ++i) {
            Item storage item = _items[i];
            Work memory work = protocol.pov.workOf(item.node);
            if (item.phase == Phase.Settled || item.phase == Phase.Void || item.phase == Phase.Rejected) {
                if (work.phase == item.phase) continue;
                if (item.phase != Phase.Void || !_isReopened(item, work)) violate("a final work moved");
            }
            bool forward =
                _rank(work.opening, work.round, work.phase) >= _rank(item.opening, item.round, item.phase);
            if (!forward) violate("a work moved backwards");
            // Once there is a level, a second panel sitting included.
            if (item.scoredRound != 0 && work.level != item.level) {
                if (!_isOverturned(item.node, item.scoredRound, work)) violate("a decided level changed");
            }
            if (item.scoredRound == 0 && work.scoredRound != 0 && work.opening > 1) tally("scored again");
            if (work.rulesVersion != item.rulesVersion) violate("a work's rules changed");
            (item.opening, item.round, item.phase, item.level) = (
                work.opening,
                work.round,
                work.phase,
                work.level
            );
            item.scoredRound = work.scoredRound;
        }
        if (_items.length > 0) _comparePanel(_ledger.hashes.length % _items.length);
    }

    /// @notice Rebuilds the ghost sums from the events of an action.
    function replay(IVm.Log[] calldata logs) external {
        for (uint256 i; i < logs.length; ++i) {
            bytes32 topic = logs[i].topics.length == 0 ? bytes32(0) : logs[i].topics[0];
            if (logs[i].emitter == address(protocol.ledger)) _leaf(logs[i]);
            else if (logs[i].emitter == address(protocol.pov)) _judged(topic, logs[i]);
            else if (logs[i].emitter == address(protocol.rewards)) _moved(topic, logs[i]);
            else if (logs[i].emitter == address(protocol.token)) _transferred(logs[i]);
            else if (logs[i].emitter == address(protocol.fund)) _spent(topic, logs[i]);
            else if (topic == IEtherCredits.EtherWithdrawn.selector) _paid(logs[i]);
            else if (logs[i].emitter == address(protocol.validators)) _seats(topic, logs[i]);
            else _contested(topic, logs[i]);
        }
        uint256 size = _ledger.hashes.length;
        if (_ledger.rootAt[size] == 0) {
            _ledger.rootAt[size] = protocol.ledger.root();
            _ledger.sizes.push(size);
        }
    }

    /// @dev As a new registration has it, under the next numbers.
    function _isReopened(Item storage item, Work memory work) private view returns (bool) {
        bool isNext = work.opening == item.opening + 1 && work.round == item.round + 1;
        return isNext && work.phase == Phase.Armed && !work.rearmed && !work.redrawn && work.scoredRound == 0;
    }

    /// @dev One work at a time, for time's sake: whoever comes and goes, a drawn panel stays.
    function _comparePanel(uint256 number) private {
        Item storage item = _items[number];
        if (item.phase < Phase.Voting) return;
        bytes32 panel = keccak256(abi.encode(protocol.pov.roundOf(item.node, item.round).panel));
        if (_panels[number][item.round] == 0) _panels[number][item.round] = panel;
        else if (_panels[number][item.round] != panel) violate("a drawn panel changed");
    }

    function _leaf(IVm.Log calldata log) private {
        if (log.topics[0] != IAuditLedger.Appended.selector) return;
        (uint64 timestamp, LeafKind kind, address actor, bytes32 dataHash) = abi.decode(
            log.data,
            (uint64, LeafKind, address, bytes32)
        );
        uint64 index = uint64(uint256(log.topics[1]));
        if (index != _ledger.hashes.length) violate("a leaf out of order");
        address emitter = address(uint160(uint256(log.topics[2])));
        _ledger.hashes.push(
            keccak256(
                abi.encodePacked(bytes1(0), index, timestamp, emitter, kind, log.topics[3], actor, dataHash)
            )
        );
    }

    function _judged(bytes32 topic, IVm.Log calldata log) private {
        if (topic == IProofOfValue.EpochSealed.selector) {
            uint256 epoch = uint256(log.topics[1]);
            if (epochOf[epoch].isSealed) violate("an epoch was sealed twice");
            epochOf[epoch].isSealed = true;
            _epochs.push(epoch);
            _money.sealedBudgets += Emission.budget(epoch);
        } else if (topic == IProofOfValue.Settled.selector) {
            (uint256 points, uint256 rate, uint256 amount, uint256 tenth) = abi.decode(
                log.data,
                (uint256, uint256, uint256, uint256)
            );
            if (amount != points * rate) violate("an amount that is not points times rate");
            if (tenth != amount / 10) violate("a tenth that is none");
            _money.minted += amount;
            _money.citadel += amount / 10;
            _money.peoplesPart += amount - amount / 10;
            epochOf[uint256(log.topics[2])].minted += amount;
            tally("settled");
        } else if (topic == IProofOfValue.Rearmed.selector) {
            (, RearmReason reason, , ) = abi.decode(log.data, (uint16, RearmReason, uint40, uint40));
            if (reason == RearmReason.MissedDraw) tally("rearmed");
            if (reason == RearmReason.NoQuorum) tally("redrawn");
        } else if (topic == IProofOfValue.Voided.selector) {
            tally("voided");
        }
    }

    function _moved(bytes32 topic, IVm.Log calldata log) private {
        if (topic == IRewardLedger.Flowed.selector) {
            (PotOrigin origin, uint256 amount, uint256 newly, Payment[] memory payments) = abi.decode(
                log.data,
                (PotOrigin, uint256, uint256, Payment[])
            );
            uint256 sum;
            uint256 newlySum;
            for (uint256 i; i < payments.length; ++i) {
                sum += payments[i].amount;
                newlySum += payments[i].minted;
            }
            if (sum != amount || newlySum != newly) violate("a flow that does not conserve");
            if (origin == PotOrigin.Pool) tally("flowed");
        } else if (topic == IRewardLedger.Withdrawn.selector) {
            tally("withdrawn");
        }
        _rewarded(topic, log);
    }

    function _seats(bytes32 topic, IVm.Log calldata log) private {
        if (topic == IValidatorRegistry.Seated.selector) {
            _money.seatsIn += abi.decode(log.data, (uint256));
        } else if (topic == IValidatorRegistry.BondToppedUp.selector) {
            (, uint256 amount) = abi.decode(log.data, (uint256, uint256));
            _money.seatsIn += amount;
        } else if (topic == IValidatorRegistry.Unseated.selector) {
            // Neither the judge itself nor the timelock: slashed out.
            address by = address(uint160(uint256(log.topics[3])));
            if (by != address(uint160(uint256(log.topics[1]))) && by != address(protocol.timelock))
                tally("slashed out");
        }
    }

    function _paid(IVm.Log calldata log) private {
        if (log.emitter == address(protocol.validators)) _money.seatsOut += abi.decode(log.data, (uint256));
        if (log.emitter == address(protocol.disputes)) _withdrawnFromDisputes(log);
        if (log.emitter != address(protocol.registry)) return;
        _money.etherOut += abi.decode(log.data, (uint256));
        tally("ether withdrawn");
    }

    function _protocol() internal view override returns (Protocol memory) {
        return protocol;
    }

    function _rank(uint256 opening, uint256 round, Phase phase) private pure returns (uint256) {
        return (opening << 32) | (round << 8) | uint256(phase);
    }

    // ------------------------------------------------------------------ views

    function count() external view returns (uint256) {
        return _items.length;
    }

    function at(uint256 number) external view returns (Item memory) {
        return _items[number];
    }

    function attributionOf(uint256 number) external view returns (Attribution memory) {
        return _attributions[number];
    }

    function money() external view returns (Money memory) {
        return _money;
    }

    function rootAt(uint256 size) external view returns (bytes32) {
        return _ledger.rootAt[size];
    }

    function epochs() external view returns (uint256[] memory) {
        return _epochs;
    }

    function leaves() external view returns (bytes32[] memory) {
        return _ledger.hashes;
    }

    function sizes() external view returns (uint256[] memory) {
        return _ledger.sizes;
    }

    function wordOf(uint32 version, uint256 index) external view returns (RuleWord) {
        return _words[version][index];
    }

    function violationCount() external view returns (uint256) {
        return violations.length;
    }
}
