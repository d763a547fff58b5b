// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice What a node holds of a token, in one slot: the amount in the low 128 bits, its newly minted part in the high
///         ones. A pool gives away both; an account's amount is withdrawn, while its minted part is what it has earned in
///         its life and only grows.
type Balance is uint256;

using BalanceLib for Balance global;

library BalanceLib {
    error Balance_Overflow(uint256 held, uint256 added);

    uint256 private constant LANE = 128;

    /// @dev Both below 2^128.
    function pack(uint256 amount_, uint256 minted_) internal pure returns (Balance) {
        return Balance.wrap(amount_ | (minted_ << LANE));
    }

    function amount(Balance balance) internal pure returns (uint256) {
        return uint128(Balance.unwrap(balance));
    }

    function minted(Balance balance) internal pure returns (uint256) {
        return Balance.unwrap(balance) >> LANE;
    }

    /// @dev Lane by lane. Refuses an amount that leaves its lane: what arrives of a token is that token's own claim, and one
    ///      that lies must not wrap anybody's balance. Minted parts are AZR and stay far below.
    function add(Balance balance, Balance other) internal pure returns (Balance) {
        unchecked {
            uint256 sum = Balance.unwrap(balance) + Balance.unwrap(other);
            // A carry out of the low lane leaves it smaller than what was added.
            if (uint128(sum) < other.amount()) revert Balance_Overflow(balance.amount(), other.amount());
            return Balance.wrap(sum);
        }
    }

    /// @notice The minted part alone: what stays of an account after its withdrawal.
    function withdrawn(Balance balance) internal pure returns (Balance) {
        return Balance.wrap((Balance.unwrap(balance) >> LANE) << LANE);
    }
}
