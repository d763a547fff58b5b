// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Phase} from "../../../contracts/interfaces/IProofOfValue.sol";
import {vm} from "../support/Vm.sol";
import {Protocol} from "./Deployment.sol";
import {Store} from "./Store.sol";

/// @notice What all handlers share. An action returns early when there is nothing to do, so that none ever reverts: a
///         revert is a finding.
abstract contract Handler {
    Store internal immutable STORE;
    Protocol internal p;

    constructor(Store store, Protocol memory protocol) {
        STORE = store;
        p = protocol;
    }

    /// @dev Around every action.
    modifier watched() {
        vm.recordLogs();
        _;
        STORE.observe();
        STORE.replay(vm.getRecordedLogs());
    }

    /// @dev A call that may be refused. The logs of a refused one are recorded nevertheless, so they are thrown away.
    function _attempt(
        address from,
        address target,
        uint256 value,
        bytes memory data
    ) internal returns (bool success) {
        if (value > 0) vm.deal(from, from.balance + value);
        STORE.replay(vm.getRecordedLogs());
        vm.prank(from);
        // solhint-disable-next-line avoid-low-level-calls
        (success, ) = target.call{value: value}(data);
        if (!success) vm.getRecordedLogs();
    }

    /// @dev The fuzzer likes small numbers and edges; choices made of their bits would all fall the same way.
    function _mix(uint256 seed) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed)));
    }

    /// @dev One of the last five works that are in this phase; the number of works if there is none.
    function _pick(uint256 seed, Phase phase) internal view returns (uint256) {
        return _among(seed, 1 << uint256(phase));
    }

    function _pickOpen(uint256 seed) internal view returns (uint256) {
        return
            _among(
                seed,
                (1 << uint256(Phase.Armed)) |
                    (1 << uint256(Phase.Voting)) |
                    (1 << uint256(Phase.Scored)) |
                    (1 << uint256(Phase.Accepted))
            );
    }

    function _among(uint256 seed, uint256 phases) private view returns (uint256) {
        uint256 size = STORE.count();
        uint256[5] memory found;
        uint256 count;
        for (uint256 i = size; i > 0 && count < 5; --i) {
            if ((phases >> uint256(STORE.at(i - 1).phase)) & 1 == 1) found[count++] = i - 1;
        }
        return count == 0 ? size : found[seed % count];
    }
}
