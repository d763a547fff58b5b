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
                uint256 candidate = word % seats;
                if (_contains(packed, found, candidate)) continue;
                packed |= candidate << (16 * found);
                ++found;
            }
        }
        return Panel.wrap(packed | (n << SIZE_SHIFT));
    }

    function size(Panel panel) internal pure returns (uint256) {
        return Panel.unwrap(panel) >> SIZE_SHIFT;
    }

    /// @dev `position` must be below `size`.
    function seatAt(Panel panel, uint256 position) internal pure returns (uint256) {
        return (Panel.unwrap(panel) >> (16 * position)) & 0xffff;
    }

    function _contains(uint256 packed, uint256 length, uint256 candidate) private pure returns (bool) {
        for (uint256 i; i < length; ++i) {
            if ((packed >> (16 * i)) & 0xffff == candidate) return true;
        }
        return false;
    }
}
