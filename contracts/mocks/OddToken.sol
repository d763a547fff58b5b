// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Test only: an ERC-20 that misbehaves in one of the ways in which real ones do, or in none.
contract OddToken {
    enum Oddity {
        None,
        /// Keeps a tenth of each transfer.
        Fee,
        /// Says false and moves nothing.
        ReturnsFalse,
        /// Moves, and returns no data, as USDT does.
        ReturnsNothing,
        /// Refuses whoever is on its list, as USDC does.
        Blocks,
        /// Says that a balance is what it was told to say, and adds what it says of a sender to that of a recipient.
        Lies,
        /// Refuses to move nothing, as LEND did.
        RefusesZero
    }

    error OddToken_Refused();

    Oddity private immutable ODDITY;

    mapping(address account => uint256) private _shares;
    mapping(address account => bool) private _blocked;
    mapping(address account => uint256) private _lies;
    /// @dev Of 100: what each share is worth, for a token that rebases.
    uint256 private _worth = 100;

    constructor(Oddity oddity, address holder, uint256 amount) {
        ODDITY = oddity;
        _shares[holder] = amount;
    }

    function rebase(uint256 worth) external {
        _worth = worth;
    }

    function blockAccount(address account) external {
        _blocked[account] = true;
    }

    function lie(address account, uint256 balance) external {
        _lies[account] = balance;
    }

    function approve(address, uint256) external pure returns (bool) {
        return true;
    }

    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
        _answer();
    }

    function transferFrom(address from, address to, uint256 amount) external {
        _move(from, to, amount);
        _answer();
    }

    function balanceOf(address account) external view returns (uint256) {
        if (ODDITY == Oddity.Lies) return _lies[account];
        return (_shares[account] * _worth) / 100;
    }

    function _move(address from, address to, uint256 amount) private {
        if (ODDITY == Oddity.ReturnsFalse) return;
        if (_blocked[from] || _blocked[to]) revert OddToken_Refused();
        if (ODDITY == Oddity.RefusesZero && amount == 0) revert OddToken_Refused();
        if (ODDITY == Oddity.Lies) {
            _lies[to] += _lies[from];
            return;
        }
        uint256 shares = (amount * 100) / _worth;
        _shares[from] -= shares;
        _shares[to] += ODDITY == Oddity.Fee ? shares - shares / 10 : shares;
    }

    /// @dev As the oddity has it: true, false, or nothing at all.
    function _answer() private view {
        if (ODDITY == Oddity.ReturnsNothing) return;
        bool answer = ODDITY != Oddity.ReturnsFalse;
        assembly ("memory-safe") {
            mstore(0, answer)
            return(0, 0x20)
        }
    }
}
