// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAuditLedger} from "../interfaces/IAuditLedger.sol";
import {IGenesis, Role} from "../interfaces/IGenesis.sol";
import {IValidatorRegistry, Slash, Stint} from "../interfaces/IValidatorRegistry.sol";
import {Flow} from "../libraries/Flow.sol";
import {LeafKind} from "../types/LeafKind.sol";
import {Node} from "../types/Node.sol";
import {Rule, RulesLib} from "../types/Rules.sol";
import {Duties} from "./Duties.sol";
import {EtherCredits} from "./EtherCredits.sol";

/// @notice The bonds behind seats: one a stint, kept apart, so that a duty is always backed by the bond it was taken with.
/// @dev ETH held = bonds of all stints + credits not yet withdrawn.
abstract contract Bonds is Duties, EtherCredits {
    IAuditLedger internal immutable LEDGER;
    address internal immutable PROOF_OF_VALUE;
    address private immutable FUND;

    mapping(address account => Stint[]) private _stints;

    /// @inheritdoc IValidatorRegistry
    mapping(address account => mapping(Node contribution => mapping(uint16 round => bool))) public isSlashed;

    constructor(IGenesis genesis) Duties(genesis) {
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));
        PROOF_OF_VALUE = genesis.addressOf(Role.ProofOfValue);
        FUND = genesis.addressOf(Role.CitadelFund);
    }

    /// @inheritdoc IValidatorRegistry
    function topUp() external payable {
        // check
        if (!_isHolding(msg.sender)) revert ValidatorRegistry_NotSeated(msg.sender);
        uint256 number = _stints[msg.sender].length - 1;
        Stint storage stint = _stints[msg.sender][number];
        uint256 limit = _bondRequired();
        uint256 room = limit > stint.bond ? limit - stint.bond : 0;
        if (msg.value == 0 || msg.value > room) revert ValidatorRegistry_WrongTopUp(msg.value, room);
        // effect: a bond above what was deposited becomes what slashes are a part of; both are below 2^78
        stint.bond += uint128(msg.value);
        if (stint.bond > stint.deposited) stint.deposited = stint.bond;
        emit BondToppedUp(msg.sender, number, msg.value);
    }

    /// @inheritdoc IValidatorRegistry
    function withdrawBond(uint256 number) external returns (uint256 amount) {
        // check
        if (number >= _stints[msg.sender].length) revert ValidatorRegistry_UnknownStint(msg.sender, number);
        Stint storage stint = _stints[msg.sender][number];
        if (stint.until == 0) revert ValidatorRegistry_StillSeated(msg.sender);
        if (block.timestamp < stint.unlocksAt)
            revert ValidatorRegistry_BondLocked(block.timestamp, stint.unlocksAt);
        amount = stint.bond;
        if (amount == 0) revert ValidatorRegistry_BondSpent(msg.sender, number);
        // effect
        stint.bond = 0;
        emit BondUnlocked(msg.sender, number, amount);
        _creditEther(msg.sender, amount);
    }

    /// @inheritdoc IValidatorRegistry
    function slash(Slash calldata s) external returns (uint256 amount, uint256 refunded) {
        // check
        if (msg.sender != PROOF_OF_VALUE) revert ValidatorRegistry_NotProofOfValue(msg.sender);
        if (isSlashed[s.account][s.contribution][s.round]) {
            revert ValidatorRegistry_AlreadySlashed(s.account, s.contribution, s.round);
        }
        uint256 number = _stintAt(s.account, s.armedAt);
        Stint storage stint = _stints[s.account][number];
        amount = (uint256(stint.deposited) * s.ppm) / Flow.TOTAL;
        if (amount > stint.bond) amount = stint.bond;
        if (amount == 0) revert ValidatorRegistry_NothingToSlash(s.account);

        // effect: the reward is at most half of the amount, by the hard limit of its rule, and so is the challenger's part
        isSlashed[s.account][s.contribution][s.round] = true;
        stint.bond -= uint128(amount);
        uint256 reward = (amount * s.rewardPpm) / Flow.TOTAL;
        emit Slashed(s.account, s.contribution, s.round, s.fault, amount, reward, s.prover, number);
        refunded = _share(s, amount, reward);

        // interaction: the ledger is the protocol's own
        LEDGER.append(
            LeafKind.Slashed,
            bytes32(uint256(uint160(s.account))),
            s.prover,
            keccak256(abi.encode(s.contribution, s.round, s.fault, amount, reward))
        );
        if (stint.until == 0 && _cannotPay(stint)) _endSeat(s.account, s.prover, 0);
    }

    /// @inheritdoc IValidatorRegistry
    function bondOf(address account) external view returns (uint256) {
        return _isHolding(account) ? _stints[account][_stints[account].length - 1].bond : 0;
    }

    /// @inheritdoc IValidatorRegistry
    function stintsOf(address account) external view returns (Stint[] memory) {
        return _stints[account];
    }

    /// @dev Takes the number, ends the stint and records it.
    function _endSeat(address account, address by, bytes32 reasonHash) internal virtual;

    function _openStint(address account, uint256 bond) internal {
        // Rules are in gwei and 48 bits wide, so a bond is below 2^78.
        _stints[account].push(Stint(uint40(block.number), 0, 0, uint128(bond), uint128(bond)));
    }

    /// @return unlocksAt Of what is left of the bond.
    function _closeStint(address account) internal returns (uint64 unlocksAt) {
        Stint storage stint = _stints[account][_stints[account].length - 1];
        // Now and a few multiples of rules, each 48 bits wide.
        unlocksAt = uint64(block.timestamp + _noteLongestDuty());
        stint.until = uint40(block.number);
        stint.unlocksAt = unlocksAt;
    }

    function _hasSat(address account) internal view returns (bool) {
        return _stints[account].length > 0;
    }

    /// @dev When the bond of the last seat is unlocked, in seconds. Requires that the account sat, and does not sit now.
    function _lastUnlock(address account) internal view returns (uint256) {
        Stint[] storage stints = _stints[account];
        return stints[stints.length - 1].unlocksAt;
    }

    function _isHolding(address account) internal view returns (bool) {
        Stint[] storage stints = _stints[account];
        return stints.length > 0 && stints[stints.length - 1].until == 0;
    }

    function _bondRequired() internal view returns (uint256) {
        return CONSTITUTION.valueOf(Rule.SeatBond, CONSTITUTION.version()) * RulesLib.GWEI_TO_WEI;
    }

    /// @dev To the prover, to the challenger with its fee, and the rest to the commons.
    function _share(Slash calldata s, uint256 amount, uint256 reward) private returns (uint256 refunded) {
        uint256 rest = amount - reward;
        if (reward > 0) _creditEther(s.prover, reward);
        if (s.challenger != address(0)) {
            rest -= amount / 2;
            refunded = s.refund < rest ? s.refund : rest;
            rest -= refunded;
            if (amount / 2 + refunded > 0) _creditEther(s.challenger, amount / 2 + refunded);
        }
        if (rest > 0) _creditEther(FUND, rest);
    }

    /// @dev Whether the bond is too small for the dearest fault by the present rules.
    function _cannotPay(Stint storage stint) private view returns (bool) {
        uint256 dearest = CONSTITUTION.valueOf(Rule.SlashNoReveal, CONSTITUTION.version());
        return uint256(stint.bond) * Flow.TOTAL < uint256(stint.deposited) * dearest;
    }

    /// @dev Stints follow each other, so only the last one that had begun can cover the block. Each costs its account a bond
    ///      that stays locked, so nobody makes this long for nothing.
    function _stintAt(address account, uint40 blockNumber) private view returns (uint256 number) {
        Stint[] storage stints = _stints[account];
        for (uint256 i = stints.length; i > 0; --i) {
            if (stints[i - 1].since > blockNumber) continue;
            number = i - 1;
            if (stints[number].until != 0 && stints[number].until <= blockNumber) break;
            return number;
        }
        revert ValidatorRegistry_NothingToSlash(account);
    }
}
