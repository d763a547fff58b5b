// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Test only: emits any logs at any addresses. A benchmark puts its code at each of the protocol's addresses by
///         `anvil_setCode`, so that a million events need neither their transactions nor their calldata.
/// @dev The batch is another contract's code, which is put there the same way: entries of the address (20 bytes), the number
///      of topics (1), the length of the data (3), the topics and the data. Only for a chain of one's own: it lets anybody
///      emit anything.
contract LogEmitter {
    /// @dev Called with the address whose code is the batch; or with one entry, which this address then emits itself.
    fallback() external {
        assembly ("memory-safe") {
            let free := mload(0x40)
            switch eq(calldatasize(), 32)
            case 1 {
                let batch := calldataload(0)
                let end := add(free, extcodesize(batch))
                extcodecopy(batch, free, 0, sub(end, free))
                for {
                    let entry := free
                } lt(entry, end) {} {
                    let head := mload(entry)
                    let size := add(24, add(mul(32, and(shr(88, head), 0xff)), and(shr(64, head), 0xffffff)))
                    if iszero(call(gas(), shr(96, head), 0, entry, size, 0, 0)) {
                        revert(0, 0)
                    }
                    entry := add(entry, size)
                }
            }
            default {
                calldatacopy(free, 0, calldatasize())
                let topics := and(shr(88, mload(free)), 0xff)
                let at := add(free, 24)
                let data := add(at, mul(32, topics))
                let size := sub(add(free, calldatasize()), data)
                let first := mload(at)
                let second := mload(add(at, 32))
                let third := mload(add(at, 64))
                switch topics
                case 1 {
                    log1(data, size, first)
                }
                case 2 {
                    log2(data, size, first, second)
                }
                case 3 {
                    log3(data, size, first, second, third)
                }
                case 4 {
                    log4(data, size, first, second, third, mload(add(at, 96)))
                }
                default {
                    revert(0, 0)
                }
            }
        }
    }
}
