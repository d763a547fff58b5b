// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Node} from "../types/Node.sol";

/// @notice A counted vote, for which its judge is paid once.
struct StipendClaim {
    Node contribution;
    uint16 round;
    address validator;
}

/// @title The commons: the 10%, forfeited bonds and donations; grants and review stipends, each under its cap.
/// @notice A token's epoch is opened by the first grant, stipend or {openEpoch} within it; the balance of that moment is
///         what the epoch's grants are measured by. A grant of ETH has the zero address as its token.
/// @dev Leaf preimages (subject, actor, dataHash):
/// - `Granted`: bytes32 of the recipient, the timelock, keccak256(abi.encode(token, amount, epoch, purposeHash))
/// - `Stipend`: contribution, caller, keccak256(abi.encode(round, validator, amount, epoch)), one a claim
interface ICitadelFund {
    /// @notice ETH came in. Tokens come in by their own transfer events.
    event Received(address indexed from, uint256 amount);
    /// @param balance What the epoch's grants are measured by.
    event EpochOpened(address indexed token, uint32 indexed epoch, uint256 balance);
    /// @param token The zero address for ETH.
    event Granted(
        address indexed token,
        address indexed to,
        uint256 amount,
        uint32 indexed epoch,
        bytes32 purposeHash
    );
    /// @param amount In wei of AZR.
    /// @param epoch In which it is paid.
    event StipendPaid(
        Node indexed contribution,
        uint16 round,
        address indexed validator,
        uint256 amount,
        uint32 indexed epoch
    );

    error CitadelFund_NotTimelock(address caller);
    error CitadelFund_MissingPurpose();
    error CitadelFund_InvalidRecipient(address to);
    error CitadelFund_NothingGranted();
    error CitadelFund_NotToken(address token);
    error CitadelFund_CapExceeded(address token, uint256 amount, uint256 left);
    error CitadelFund_EtherRefused(address to, uint256 amount);
    error CitadelFund_AlreadyOpen(address token, uint256 epoch);
    error CitadelFund_NoClaims();
    error CitadelFund_NotCounted(Node contribution, uint256 round, address validator);
    error CitadelFund_AlreadyClaimed(Node contribution, uint256 round, address validator);
    error CitadelFund_NoStipend(Node contribution);
    error CitadelFund_StipendsExceeded(uint256 amount, uint256 left);

    /// @notice Pays from the commons.
    /// @dev Requires the timelock, a purpose, a recipient that is none of the protocol's own, and that all grants of the
    ///      token in this epoch stay within the rule `CitadelCap` of its opening balance. Emits {Granted}, and
    ///      {EpochOpened} if it is the first; appends a leaf.
    function grant(address token, address to, uint256 amount, bytes32 purposeHash) external;

    /// @notice Notes a token's balance at the present epoch's opening, for anyone to call.
    /// @dev Requires that the epoch is not open yet. Emits {EpochOpened}.
    function openEpoch(address token) external;

    /// @notice Pays judges for counted votes, by the rule `ReviewStipend` of each work's version, for anyone to call.
    /// @dev Requires that each vote is counted and not paid yet, and that all stipends of this epoch stay within a quarter of
    ///      the AZR that came in since its opening. Refused as a whole otherwise; a claim never expires. Emits
    ///      {StipendPaid} and appends a leaf for each.
    function claimStipends(StipendClaim[] calldata claims) external;

    /// @notice Whether a vote's stipend was paid.
    function isClaimed(Node contribution, uint16 round, address validator) external view returns (bool);

    /// @return epoch The epoch that was last opened for a token.
    /// @return isOpen Whether that is the present one; all the rest is of a past epoch otherwise.
    /// @return opening The balance at its opening.
    /// @return granted What was granted in it.
    /// @return stipends What was paid in stipends in it; of AZR only.
    function bookOf(
        address token
    ) external view returns (uint32 epoch, bool isOpen, uint256 opening, uint256 granted, uint256 stipends);

    /// @notice What can still be granted of a token in the present epoch.
    function grantLeft(address token) external view returns (uint256);

    /// @notice What can be paid in stipends now, in wei of AZR: it grows with each inflow of the present epoch.
    function stipendsLeft() external view returns (uint256);
}
