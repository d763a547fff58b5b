// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Up to 15 distinct 16-bit seat numbers in one slot: seat i in bits [16i, 16i + 16), the size in the top 16.
type Panel is uint256;

using PanelLib for Panel global;

library PanelLib {
    uint256 internal constant MAX_SIZE = 15;
    /// @notice Seats that the smallest panel wants: 3n + 1 with n = 1.
    uint256 internal constant MIN_SEATS = 4;
    /// @notice Blocks whose hash a draw can still prove, as EIP-2935 serves them.
    uint256 internal constant HISTORY = 8_191;
    uint256 private constant SIZE_SHIFT = 240;

    /// @dev n is the largest odd number <= `limit` with 3n + 1 <= seats; 0 if there is none.
    function sizeFor(uint256 limit, uint256 seats) internal pure returns (uint256 n) {
        if (seats < MIN_SEATS) return 0;
        n = (seats - 1) / 3;
        if (n > limit) n = limit;
        if (n > 0 && n % 2 == 0) n -= 1;
    }

    /// @notice Size of the second panel over a first one of `n`: 2n + 1, or the largest odd number of seats that are left
    ///         when nobody of the first one sits again.
    function secondSizeFor(uint256 n, uint256 seats) internal pure returns (uint256 size_) {
        if (seats <= n) return 0;
        size_ = 2 * n + 1;
        if (size_ > seats - n) size_ = seats - n;
        if (size_ % 2 == 0) size_ -= 1;
    }

    /// @notice ceil(2n / 3).
    function quorum(uint256 n) internal pure returns (uint256) {
        return (2 * n + 2) / 3;
    }

    /// @notice Draws `n` distinct numbers in [0, seats), uniform by rejection sampling over 16-bit words of
    ///         keccak256(seed, counter).
    /// @dev Terminates with probability 1; with 3n + 1 <= seats each word is accepted with probability above 1/3.
    function draw(bytes32 seed, uint256 n, uint256 seats) internal pure returns (Panel) {
        uint256 limit = 0x10000 - (0x10000 % seats);
        uint256 packed;
        uint256 found;
        for (uint256 counter; found < n; ++counter) {
            uint256 random = uint256(keccak256(abi.encode(seed, counter)));
            for (uint256 i; i < 16 && found < n; ++i) {
                uint256 word = (random >> (16 * i)) & 0xffff;
                if (word >= limit) continue;
                uint256 seat = word % seats;
                if (contains(packed, found, seat)) continue;
                packed |= seat << (16 * found);
                ++found;
            }
        }
        return pack(packed, n);
    }

    /// @notice Word `index` of the same sequence, for a draw that looks at each candidate.
    /// @return fair Whether the word favours no number. @return seat The number, if it is fair.
    function candidate(
        bytes32 seed,
        uint256 index,
        uint256 seats
    ) internal pure returns (bool fair, uint256 seat) {
        uint256 random = uint256(keccak256(abi.encode(seed, index / 16)));
        uint256 word = (random >> (16 * (index % 16))) & 0xffff;
        return (word < 0x10000 - (0x10000 % seats), word % seats);
    }

    /// @param packed Numbers from the lowest bits on, `n` of them.
    function pack(uint256 packed, uint256 n) internal pure returns (Panel) {
        return Panel.wrap(packed | (n << SIZE_SHIFT));
    }

    /// @notice Whether one of the first `length` numbers is this one.
    function contains(uint256 packed, uint256 length, uint256 number) internal pure returns (bool) {
        for (uint256 i; i < length; ++i) {
            if ((packed >> (16 * i)) & 0xffff == number) return true;
        }
        return false;
    }

    function size(Panel panel) internal pure returns (uint256) {
        return Panel.unwrap(panel) >> SIZE_SHIFT;
    }

    /// @dev `position` must be below `size`.
    function seatAt(Panel panel, uint256 position) internal pure returns (uint256) {
        return (Panel.unwrap(panel) >> (16 * position)) & 0xffff;
    }
}
