// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";

import {Ballot, Phase, RoundInfo, Work} from "../../../contracts/interfaces/IProofOfValue.sol";
import {Attribution, Share} from "../../../contracts/types/Attribution.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {PanelLib} from "../../../contracts/types/Panel.sol";
import {bound, vm} from "../support/Vm.sol";
import {Protocol} from "./Deployment.sol";
import {Handler} from "./Handler.sol";
import {Header} from "./Header.sol";
import {Store} from "./Store.sol";

/// @notice Judges and a keeper: they draw, commit, reveal, score, finalize and settle, in time or not.
contract Judging is Handler {
    uint256 private constant HISTORY = 8_191;

    /// @dev The level that a judge has committed to, plus one.
    mapping(uint256 item => mapping(uint16 round => mapping(address judge => uint8))) private _levels;

    constructor(Store store, Protocol memory protocol) Handler(store, protocol) {}

    /// @notice Leads one work through its next phase, whatever time that takes. None of it may be refused.
    function lead(uint256 seed, uint256 pattern) external watched {
        pattern = _mix(pattern);
        uint256 number = _pickOpen(seed);
        if (number != STORE.count()) _lead(number, pattern);
    }

    /// @notice Leads one work through up to three phases.
    function leadOn(uint256 seed, uint256 pattern) external watched {
        (seed, pattern) = (_mix(seed), _mix(pattern));
        uint256 number = _pickOpen(seed);
        if (number == STORE.count()) return;
        for (uint256 i; i <= seed % 3; ++i) {
            if (p.pov.workOf(STORE.at(number).node).phase > Phase.Accepted) return;
            _lead(number, pattern >> i);
            STORE.observe();
        }
    }

    /// @notice Leads all open works through their next phase together, so that they share windows and epochs.
    function leadAll(uint256 pattern) external watched {
        pattern = _mix(pattern);
        uint256 count = STORE.count();
        for (uint256 i; i < count; ++i) {
            Phase phase = STORE.at(i).phase;
            if (phase < Phase.Rejected || phase == Phase.Accepted) _lead(i, pattern >> i);
        }
    }

    /// @notice Tries every transition of a work at the present second.
    function poke(uint256 seed) external watched {
        uint256 number = _pickOpen(seed);
        if (number == STORE.count()) return;
        Node node = STORE.at(number).node;
        _attempt(msg.sender, address(p.pov), 0, abi.encodeCall(p.pov.rearm, (node)));
        _attempt(msg.sender, address(p.pov), 0, abi.encodeCall(p.pov.score, (node)));
        _attempt(msg.sender, address(p.pov), 0, abi.encodeCall(p.pov.finalize, (node)));
        _attempt(
            msg.sender,
            address(p.pov),
            0,
            abi.encodeCall(p.pov.settle, (node, STORE.attributionOf(number)))
        );
    }

    function commitOne(uint256 seed, uint256 position, uint256 level) external watched {
        uint256 number = _pick(seed, Phase.Voting);
        if (number == STORE.count()) return;
        (uint16 round, RoundInfo memory info) = _round(number);
        position = position % info.panel.length;
        level = level % 11;
        address judge = info.panel[position];
        bytes32 commitment = p.pov.commitmentOf(
            STORE.at(number).node,
            round,
            _ballot(number, round, judge, uint8(level))
        );
        bytes memory data = abi.encodeCall(p.pov.commit, (STORE.at(number).node, position, commitment));
        bool accepted = _attempt(judge, address(p.pov), 0, data);
        if (accepted != (block.timestamp < info.commitEnd))
            STORE.violate("a commit taken outside its window, or refused within");
        if (accepted) _levels[number][round][judge] = uint8(level) + 1;
    }

    function revealOne(uint256 seed, uint256 position) external watched {
        uint256 number = _pick(seed, Phase.Voting);
        if (number == STORE.count()) return;
        (, RoundInfo memory info) = _round(number);
        _reveal(number, info.panel[position % info.panel.length]);
    }

    function wait(uint256 time, uint256 blocks) external watched {
        vm.warp(block.timestamp + bound(time, 1, 4 minutes));
        vm.roll(block.number + bound(blocks, 1, 300));
    }

    /// @notice Nobody draws a work until its block has left the history.
    function miss(uint256 seed) external watched {
        uint256 number = _pick(seed, Phase.Armed);
        // One time in four: it lasts for more than eight thousand blocks, in which every armed work is missed.
        if (number == STORE.count() || seed % 4 != 0) return;
        uint256 last = p.pov.drawBlockOf(STORE.at(number).node) + HISTORY;
        if (block.number <= last) vm.roll(last + 1);
        p.pov.rearm(STORE.at(number).node);
    }

    function seal(uint256 back) external watched {
        uint256 present = p.pov.epochAt(block.timestamp);
        uint32 epoch = uint32(present - (back % (present < 4 ? present + 1 : 4)));
        (, bool isSealed) = p.pov.epochOf(epoch);
        bool due = block.timestamp >= p.pov.sealableAt(epoch);
        bool done = _attempt(msg.sender, address(p.pov), 0, abi.encodeCall(p.pov.sealEpoch, (epoch)));
        if (done != (due && !isSealed)) STORE.violate("an epoch sealed too early, twice, or not at all");
    }

    // ------------------------------------------------------------------ phases

    function _lead(uint256 number, uint256 pattern) private {
        Node node = STORE.at(number).node;
        Phase phase = p.pov.workOf(node).phase;
        // Time will pass: judges of other works open their votes before, most of the time.
        if (phase != Phase.Armed && (pattern >> 64) % 8 != 0) _revealTogether(pattern);
        if (phase == Phase.Armed) {
            _draw(number, pattern);
            if (p.pov.workOf(node).phase == Phase.Voting) _commitAll(number, pattern);
        } else if (phase == Phase.Voting) {
            _revealAll(number, pattern);
            p.pov.score(node);
        } else if (phase == Phase.Scored) {
            _warpTo(p.pov.challengeEndOf(node) + (pattern % 8 == 0 ? 2 hours : 0));
            p.pov.finalize(node);
        } else if (phase == Phase.Accepted) {
            _warpTo(p.pov.sealableAt(p.pov.workOf(node).epoch));
            p.pov.settle(node, STORE.attributionOf(number));
        }
    }

    function _draw(uint256 number, uint256 pattern) private {
        Node node = STORE.at(number).node;
        uint256 drawBlock = p.pov.drawBlockOf(node);
        if (block.number <= drawBlock) {
            vm.roll(drawBlock + 1);
            vm.warp(block.timestamp + 12);
        }
        if (block.number > drawBlock + HISTORY) {
            p.pov.rearm(node);
            return;
        }
        bytes memory header = Header.encode(drawBlock, keccak256(abi.encode("randao", drawBlock, pattern)));
        if (block.number - drawBlock <= 256) {
            vm.setBlockhash(drawBlock, keccak256(header));
        } else {
            vm.store(Blockhash.HISTORY_STORAGE_ADDRESS, bytes32(drawBlock % HISTORY), keccak256(header));
        }
        if (p.pov.workOf(node).challenged) {
            _drawSecond(node, header);
        } else {
            p.pov.draw(node, header);
            STORE.tally("drawn");
        }
    }

    /// @dev Refused exactly if fewer than the first panel could sit; then the draw is missed.
    function _drawSecond(Node node, bytes memory header) private {
        Work memory work = p.pov.workOf(node);
        uint256 first = p.pov.roundOf(node, work.scoredRound).panel.length;
        uint256 size = PanelLib.secondSizeFor(first, p.validators.seatCountAt(work.armedAt));
        bool done = _attempt(msg.sender, address(p.pov), 0, abi.encodeCall(p.pov.draw, (node, header)));
        if (done != (size >= first)) STORE.violate("a second panel that should not, or should have been");
        STORE.tally(done ? "second panel drawn" : "second panel refused");
        if (done) return;
        vm.roll(p.pov.drawBlockOf(node) + HISTORY + 1);
        p.pov.rearm(node);
    }

    function _commitAll(uint256 number, uint256 pattern) private {
        Node node = STORE.at(number).node;
        (uint16 round, RoundInfo memory info) = _round(number);
        uint256 base = (pattern >> 16) % 11;
        for (uint256 i; i < info.panel.length; ++i) {
            if (_silent(pattern, i)) continue;
            uint256 level = (pattern >> (24 + i)) & 1 == 1 && base < 10 ? base + 1 : base;
            address judge = info.panel[i];
            bytes32 commitment = p.pov.commitmentOf(node, round, _ballot(number, round, judge, uint8(level)));
            vm.prank(judge);
            p.pov.commit(node, i, commitment);
            _levels[number][round][judge] = uint8(level) + 1;
        }
    }

    function _revealAll(uint256 number, uint256 pattern) private {
        (, RoundInfo memory info) = _round(number);
        if (block.timestamp < info.revealEnd) {
            _warpTo(pattern % 3 == 0 ? info.revealEnd - 1 : info.commitEnd);
            _revealPanel(number, pattern);
        }
        _warpTo(info.revealEnd);
    }

    /// @dev One pattern in sixteen hides what was committed.
    function _revealPanel(uint256 number, uint256 pattern) private {
        if ((pattern >> 60) % 16 == 0) return;
        (, RoundInfo memory info) = _round(number);
        for (uint256 i; i < info.panel.length; ++i) _reveal(number, info.panel[i]);
    }

    function _revealTogether(uint256 pattern) private {
        uint256 count = STORE.count();
        uint256 last;
        for (uint256 i; i < count; ++i) {
            if (STORE.at(i).phase != Phase.Voting) continue;
            (, RoundInfo memory info) = _round(i);
            if (info.commitEnd > last) last = info.commitEnd;
        }
        _warpTo(last);
        for (uint256 i; i < count; ++i) {
            if (STORE.at(i).phase == Phase.Voting) _revealPanel(i, pattern >> i);
        }
    }

    /// @dev Opens a judge's vote and checks whether it was taken exactly if it should have been.
    function _reveal(uint256 number, address judge) private {
        Node node = STORE.at(number).node;
        (uint16 round, RoundInfo memory info) = _round(number);
        uint8 stored = _levels[number][round][judge];
        Attribution memory attribution = STORE.attributionOf(number);
        bool party = _isParty(number, judge, attribution.contributors);
        Ballot memory ballot = _ballot(number, round, judge, stored == 0 ? 0 : stored - 1);
        bytes memory data = abi.encodeCall(
            p.pov.reveal,
            (node, ballot, attribution.contributors, _hashOf(attribution.upstream))
        );
        bool taken = _attempt(msg.sender, address(p.pov), 0, data);
        bool open = block.timestamp >= info.commitEnd && block.timestamp < info.revealEnd;
        bool due = stored != 0 && stored <= 11;
        if (taken != (due && open && !party)) {
            STORE.violate(
                party ? "a party's vote was taken" : "a vote taken outside its window, or refused within"
            );
        }
        if (party && due && open) STORE.tally("party refused");
        if (!taken) return;
        STORE.voted(number, round, ballot.level);
        STORE.tally("revealed");
        // Once only.
        _levels[number][round][judge] = type(uint8).max;
    }

    // ------------------------------------------------------------------ helpers

    function _round(uint256 number) private view returns (uint16 round, RoundInfo memory info) {
        Node node = STORE.at(number).node;
        round = p.pov.workOf(node).round;
        info = p.pov.roundOf(node, round);
    }

    /// @dev One pattern in eight leaves everybody silent, one about half of them.
    function _silent(uint256 pattern, uint256 position) private pure returns (bool) {
        uint256 mode = (pattern >> 40) % 8;
        return mode == 0 || (mode == 1 && (pattern >> (44 + position)) & 1 == 1);
    }

    function _ballot(
        uint256 number,
        uint16 round,
        address judge,
        uint8 level
    ) private pure returns (Ballot memory) {
        bytes32 salt = keccak256(abi.encode("salt", number, round, judge));
        return Ballot(judge, level, keccak256("rationale"), salt);
    }

    /// @dev As PROTOCOL section 1 has it, written again; a link counts from its proposal.
    function _isParty(
        uint256 number,
        address account,
        Share[] memory contributors
    ) private view returns (bool) {
        if (account == STORE.at(number).registrant) return true;
        for (uint256 i; i < contributors.length; ++i) {
            if (contributors[i].weight < 50_000) continue;
            bytes32 word = Node.unwrap(contributors[i].node);
            if (word == bytes32(uint256(uint160(account)))) return true;
            (address linked, , ) = p.registry.linkOf(contributors[i].node);
            if (word[0] == 0x02 && linked == account) return true;
        }
        return false;
    }

    function _hashOf(Share[] memory shares) private pure returns (bytes32) {
        bytes memory words;
        for (uint256 i; i < shares.length; ++i) {
            words = abi.encodePacked(words, shares[i].node, uint256(shares[i].weight));
        }
        return keccak256(words);
    }

    function _warpTo(uint256 timestamp) private {
        if (block.timestamp < timestamp) vm.warp(timestamp);
    }
}
