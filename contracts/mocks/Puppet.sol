// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Test only: a contract account that does what it is told, and does one more thing, or refuses, when paid.
contract Puppet {
    error Puppet_Refused();

    bool private _refusing;
    bool private _once;
    address private _target;
    bytes private _data;

    /// @notice What the call made when paid returned: whether it succeeded, and its data.
    bool public reacted;
    bool public succeeded;
    bytes public returned;

    receive() external payable {
        if (_refusing) revert Puppet_Refused();
        if (_target != address(0)) _react();
    }

    function refuse() external {
        _refusing = true;
    }

    /// @notice From now on calls `target` whenever it is paid, or called by a token.
    function reactWith(address target, bytes calldata data) external {
        _target = target;
        _data = data;
    }

    /// @notice The same, for the next time only.
    function reactOnceWith(address target, bytes calldata data) external {
        _target = target;
        _data = data;
        _once = true;
    }

    function act(address target, bytes calldata data) external payable returns (bytes memory) {
        (bool success, bytes memory result) = target.call{value: msg.value}(data);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 0x20), mload(result))
            }
        }
        return result;
    }

    function react() external {
        if (_target != address(0)) _react();
    }

    function _react() private {
        address target = _target;
        if (_once) _target = address(0);
        // solhint-disable-next-line avoid-low-level-calls
        (succeeded, returned) = target.call(_data);
        reacted = true;
    }
}
