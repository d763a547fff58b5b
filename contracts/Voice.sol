// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IVoice} from "./interfaces/IVoice.sol";
import {Trace} from "./types/Trace.sol";

/// @title Voice
/// @notice Roles: `RewardLedger` raises units; an account delegates its own votes. Nobody lowers, moves or freezes a unit.
/// @dev OpenZeppelin's `Votes` with a history of its own, which costs a first withdrawal a slot less for the account and none
///      more later. Trust: units are as good as the judgement that minted what was earned. Assumes that an account's earnings only grow
///      and stay below the supply of AZR, so that no sum leaves 96 bits. Worst case: an account is lured into delegating; it
///      takes its votes back by delegating to itself. Liveness: {sync} has no precondition but its caller and can therefore
///      stop no withdrawal (AZ-09).
contract Voice is Votes, IVoice {
    /// @dev One slot, so that a withdrawal reads and writes it once: 160 + 96 bits.
    struct Holder {
        /// Nobody until the account chooses: itself then.
        address delegatee;
        uint96 units;
    }

    address private immutable REWARDS;

    mapping(address account => Holder) private _holders;
    mapping(address delegatee => Trace) private _votes;
    Trace private _total;

    constructor() EIP712("Voice", "1") {
        REWARDS = IGenesis(msg.sender).addressOf(Role.RewardLedger);
    }

    /// @inheritdoc IVoice
    function sync(address account, uint256 earned) external {
        // check
        if (msg.sender != REWARDS) revert Voice_NotRewardLedger(msg.sender);
        uint256 before = _holders[account].units;
        if (earned <= before) return;
        // effect: below the supply of AZR, and that is below 2^89
        _holders[account].units = uint96(earned);
        emit UnitsRaised(account, earned);
        uint256 raise = earned - before;
        _total.set(clock(), _total.latest.amount + raise);
        _moveDelegateVotes(address(0), delegates(account), raise);
    }

    /// @inheritdoc IVoice
    function unitsOf(address account) external view returns (uint256) {
        return _holders[account].units;
    }

    /// @inheritdoc IVoice
    function totalUnits() external view returns (uint256) {
        return _total.latest.amount;
    }

    /// @notice Whom an account's votes count for: itself, unless it has chosen somebody else.
    function delegates(address account) public view override(IVotes, Votes) returns (address) {
        address chosen = _holders[account].delegatee;
        return chosen == address(0) ? account : chosen;
    }

    /// @inheritdoc IVotes
    function getVotes(address account) public view override(IVotes, Votes) returns (uint256) {
        return _votes[account].latest.amount;
    }

    /// @inheritdoc IVotes
    function getPastVotes(
        address account,
        uint256 timepoint
    ) public view override(IVotes, Votes) returns (uint256) {
        return _votes[account].amountAt(_validateTimepoint(timepoint));
    }

    /// @inheritdoc IVotes
    function getPastTotalSupply(uint256 timepoint) public view override(IVotes, Votes) returns (uint256) {
        return _total.amountAt(_validateTimepoint(timepoint));
    }

    /// @inheritdoc IERC6372
    function clock() public view override(IERC6372, Votes) returns (uint48) {
        // Seconds fit 48 bits for nine million years.
        return uint48(block.timestamp);
    }

    /// @inheritdoc IERC6372
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override(IERC6372, Votes) returns (string memory) {
        return "mode=timestamp";
    }

    /// @dev To nobody means back to oneself: votes that count for nobody would be lost to every vote.
    function _delegate(address account, address delegatee) internal override {
        address before = delegates(account);
        address chosen = delegatee == address(0) ? account : delegatee;
        _holders[account].delegatee = chosen;
        emit DelegateChanged(account, before, chosen);
        _moveDelegateVotes(before, chosen, _getVotingUnits(account));
    }

    function _moveDelegateVotes(address from, address to, uint256 amount) internal override {
        if (from == to || amount == 0) return;
        if (from != address(0)) {
            uint256 before = _votes[from].latest.amount;
            // What somebody gave away was among the votes of whoever had it.
            _setVotes(from, before, before - amount);
        }
        uint256 held = _votes[to].latest.amount;
        _setVotes(to, held, held + amount);
    }

    function _setVotes(address delegatee, uint256 before, uint256 current) private {
        _votes[delegatee].set(clock(), current);
        emit DelegateVotesChanged(delegatee, before, current);
    }

    function _getVotingUnits(address account) internal view override returns (uint256) {
        return _holders[account].units;
    }
}
