// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Node} from "../types/Node.sol";

/// @notice A counted vote, for which its judge is paid once.
struct StipendClaim {
    Node contribution;
    uint16 round;
    address validator;
}

/// @title The commons: the 10%, forfeited bonds and donations; grants, fees of critics' flags and review stipends, each under
///        its cap.
/// @notice A token's epoch is opened by the first grant, fee, stipend or {openEpoch} in it; the balance of that moment is
///         what the epoch's grants and fees are measured by. A grant of ETH has the zero address as its token.
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

    /// @notice The fee of a critic's flag, to the second panel.
    event FeePaid(Node indexed contribution, uint256 amount, uint32 indexed epoch);

    error CitadelFund_NotTimelock(address caller);
    error CitadelFund_NotDisputes(address caller);
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
    /// @dev Requires the timelock, a purpose, a recipient that is none of the protocol's own, and that all grants and fees of
    ///      the token in this epoch stay within the rule `CitadelCap` of its opening balance. Emits {Granted}, and
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

    /// @notice Pays `Disputes` the fee of a critic's flag, in ETH: less, or nothing, where grants and fees would pass the
    ///         epoch's cap.
    /// @param most The fee by the rules of the work's version, in wei.
    /// @return amount What was paid.
    /// @dev Requires `Disputes`. Emits {FeePaid} unless nothing is paid, and {EpochOpened} if it is the first.
    function payFee(Node contribution, uint256 most) external returns (uint256 amount);

    /// @notice Whether a vote's stipend was paid.
    function isClaimed(Node contribution, uint16 round, address validator) external view returns (bool);

    /// @return epoch The epoch that was last opened for a token.
    /// @return isOpen Whether that is the present one; all the rest is of a past epoch otherwise.
    /// @return opening The balance at its opening.
    /// @return granted What was granted in it.
    /// @return stipends What was paid in stipends in it; of AZR only.
    /// @return fees What was paid for critics' flags in it; of ETH only.
    function bookOf(
        address token
    )
        external
        view
        returns (uint32 epoch, bool isOpen, uint256 opening, uint256 granted, uint256 stipends, uint256 fees);

    /// @notice What can still be granted of a token in the present epoch, or of ETH be paid in fees.
    function grantLeft(address token) external view returns (uint256);

    /// @notice What can be paid in stipends now, in wei of AZR: it grows with each inflow of the present epoch.
    function stipendsLeft() external view returns (uint256);
}
