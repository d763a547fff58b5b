// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The office of the guardian, who may stop new registrations and reopenings for a while, and nothing else.
/// @dev Leaf preimages (subject, actor, dataHash):
/// - `GuardianSet`: bytes32 of the guardian's account, the timelock or for the first one Genesis, keccak256(abi.encode(termEnd))
/// - `Stopped`: bytes32(uint256(until)), the guardian, keccak256(abi.encode(reasonHash))
/// - `StopLifted`: bytes32(uint256(block.timestamp)), the guardian or the timelock, keccak256(abi.encode(until))
interface IGuardianship {
    /// @notice Once at deployment if there is a guardian from the first day, then by governance.
    /// @param guardian Zero: nobody. @param termEnd The first second out of office; 0 for nobody.
    event GuardianSet(address indexed guardian, uint40 termEnd);
    /// @param until The first second in which registrations are open again.
    event Stopped(address indexed guardian, uint40 until, bytes32 reasonHash);
    /// @param until When the stop would have ended by itself.
    event StopLifted(address indexed by, uint40 until);

    error Constitution_NotGuardian(address caller);
    error Constitution_TermEnded(uint256 timestamp, uint256 termEnd);
    error Constitution_InvalidStop(uint256 duration, uint256 longest);
    error Constitution_StoppedLately(uint256 timestamp, uint256 nextStopAt);
    error Constitution_MissingStopReason();
    error Constitution_NotStopped(uint256 timestamp, uint256 stoppedUntil);
    error Constitution_MayNotLift(address caller);

    /// @notice Puts a guardian in office for a year, renews its term, or with zero leaves the office empty.
    /// @dev Requires the timelock. A stop that was declared goes on, and the next one is no earlier than it was. Emits
    ///      {GuardianSet} and appends a leaf.
    function setGuardian(address guardian) external;

    /// @notice Closes registrations and reopenings from now on.
    /// @param duration In seconds, at most 7 days. @param reasonHash SHA-256 of the reasons, which the guardian publishes.
    /// @dev Requires the guardian within its term, and 30 days since the last stop began. Emits {Stopped} and appends a leaf.
    function stop(uint256 duration, bytes32 reasonHash) external;

    /// @notice Ends a stop early. The next one is no earlier for it.
    /// @dev Requires a stop, and the guardian, in or out of its term, or the timelock. Emits {StopLifted}; appends a leaf.
    function liftStop() external;

    /// @return account The guardian, zero for nobody.
    /// @return termEnd The first second out of office.
    /// @return nextStopAt The first second in which it can stop again.
    function guardian() external view returns (address account, uint40 termEnd, uint40 nextStopAt);
}
