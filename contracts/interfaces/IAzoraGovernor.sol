// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The first settings. Times in seconds, amounts in Voice, whose unit is a wei of AZR earned.
/// @param votingDelay From a proposal to its vote, in which critics can speak.
/// @param lateQuorumExtension How long a vote goes on at least once its quorum is there.
/// @param quorumPpm Part of all Voice at the snapshot, in parts per million.
/// @param quorumFloor The quorum is never less.
struct GovernorStart {
    uint48 votingDelay;
    uint32 votingPeriod;
    uint48 lateQuorumExtension;
    uint32 quorumPpm;
    uint256 proposalThreshold;
    uint256 quorumFloor;
}

/// @title Proposals and votes by what was earned, over the timelock.
/// @notice OpenZeppelin's Governor; this interface has what is Azora's own. Its events and errors are those of IGovernor.
/// @dev Leaf preimages (subject, actor, dataHash), each after the event of the same name:
/// - `ProposalQueued`: bytes32(proposalId), caller, keccak256(abi.encode(operationId, eta))
/// - `ProposalExecuted`: bytes32(proposalId), caller, keccak256(abi.encode(operationId))
///   operationId = the timelock's id of the batch, whose salt is bytes20(governor) ^ descriptionHash
interface IAzoraGovernor {
    /// @notice What the quorum is, once, at deployment.
    event QuorumSet(uint256 ppm, uint256 floor);

    /// @dev A quorum that nobody or everybody would reach.
    error AzoraGovernor_InvalidQuorum(uint256 ppm, uint256 floor);
    error AzoraGovernor_SettingOutOfBounds(uint256 value, uint256 min, uint256 max);
    error AzoraGovernor_TimelockIsFixed();

    /// @notice Part of all Voice that must vote for or abstain, in parts per million.
    function QUORUM_PPM() external view returns (uint256);

    /// @notice The quorum is never less than this, in Voice.
    function QUORUM_FLOOR() external view returns (uint256);
}
