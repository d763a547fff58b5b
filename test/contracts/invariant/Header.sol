// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RLP} from "@openzeppelin/contracts/utils/RLP.sol";

/// @notice A block header with a prevRandao of our choice: only its hash and that field are ever read.
library Header {
    using RLP for RLP.Encoder;

    uint256 private constant PREV_RANDAO = 13;
    uint256 private constant FIELDS = 21;

    function encode(uint256 blockNumber, bytes32 prevRandao) internal pure returns (bytes memory) {
        RLP.Encoder memory encoder = RLP.encoder();
        for (uint256 i; i < FIELDS; ++i) {
            encoder = i == PREV_RANDAO ? encoder.push(prevRandao) : encoder.push(blockNumber);
        }
        return encoder.encode();
    }
}
