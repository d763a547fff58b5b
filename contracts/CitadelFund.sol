// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IAttributionRegistry} from "./interfaces/IAttributionRegistry.sol";
import {IAuditLedger} from "./interfaces/IAuditLedger.sol";
import {ICitadelFund, StipendClaim} from "./interfaces/ICitadelFund.sol";
import {IConstitution} from "./interfaces/IConstitution.sol";
import {IGenesis, Role} from "./interfaces/IGenesis.sol";
import {IProofOfValue} from "./interfaces/IProofOfValue.sol";
import {Flow} from "./libraries/Flow.sol";
import {HistogramLib} from "./types/Histogram.sol";
import {LeafKind} from "./types/LeafKind.sol";
import {Node} from "./types/Node.sol";
import {Rule, RulesLib} from "./types/Rules.sol";

/// @title CitadelFund
/// @notice Roles: anyone pays in, opens an epoch, or has judges paid for their counted votes; the timelock grants; `Disputes`
///         takes the fees of critics' flags. Nothing else leaves.
/// @dev Trust: whoever passes the timelock can spend the cap of every epoch on anything, and no more: at 1% an epoch of 7
///      days, half of a fund that takes nothing in lasts 69 of them. Fees come out of the same cap, so that critics who flag
///      whatever they can cost the fund no more than a captured vote. Assumes that AZR moves exactly what it is told to;
///      another token can only lie about itself. Reentrancy: every limit is booked before a token or a recipient is called.
///      Liveness: a grant that its recipient refuses fails alone; a stipend asks the recipient nothing.
contract CitadelFund is ICitadelFund {
    using SafeERC20 for IERC20;

    /// @dev The first slot says which epoch the rest is of; the balance there is cut off at 2^224 - 1.
    struct Book {
        uint32 epochPlusOne;
        uint224 opening;
        uint256 granted;
        uint256 stipends;
        uint256 fees;
    }

    /// @dev Of what comes in, one part in four may go to judges.
    uint256 private constant STIPEND_DIVISOR = 4;
    address private constant ETHER = address(0);

    address private immutable TIMELOCK;
    address private immutable DISPUTES;
    address private immutable AZR;
    IConstitution private immutable CONSTITUTION;
    IAuditLedger private immutable LEDGER;
    IProofOfValue private immutable PROOF_OF_VALUE;
    IAttributionRegistry private immutable REGISTRY;

    mapping(address token => Book) private _books;

    /// @inheritdoc ICitadelFund
    mapping(Node contribution => mapping(uint16 round => mapping(address validator => bool)))
        public isClaimed;

    constructor() {
        IGenesis genesis = IGenesis(msg.sender);
        TIMELOCK = genesis.addressOf(Role.Timelock);
        DISPUTES = genesis.addressOf(Role.Disputes);
        AZR = genesis.addressOf(Role.AzoraToken);
        CONSTITUTION = IConstitution(genesis.addressOf(Role.Constitution));
        LEDGER = IAuditLedger(genesis.addressOf(Role.AuditLedger));
        PROOF_OF_VALUE = IProofOfValue(genesis.addressOf(Role.ProofOfValue));
        REGISTRY = IAttributionRegistry(genesis.addressOf(Role.AttributionRegistry));
    }

    receive() external payable {
        emit Received(msg.sender, msg.value);
    }

    /// @inheritdoc ICitadelFund
    function grant(address token, address to, uint256 amount, bytes32 purposeHash) external {
        // check
        if (msg.sender != TIMELOCK) revert CitadelFund_NotTimelock(msg.sender);
        if (purposeHash == 0) revert CitadelFund_MissingPurpose();
        if (to == address(0) || REGISTRY.isProtocol(to)) revert CitadelFund_InvalidRecipient(to);
        if (amount == 0) revert CitadelFund_NothingGranted();
        (Book storage book, uint32 epoch) = _touch(token);
        uint256 left = _grantLeft(book);
        if (amount > left) revert CitadelFund_CapExceeded(token, amount, left);

        // effect
        book.granted += amount;
        emit Granted(token, to, amount, epoch, purposeHash);

        // interaction
        LEDGER.append(
            LeafKind.Granted,
            bytes32(uint256(uint160(to))),
            msg.sender,
            keccak256(abi.encode(token, amount, epoch, purposeHash))
        );
        if (token == ETHER) _sendEther(to, amount);
        else IERC20(token).safeTransfer(to, amount);
    }

    /// @inheritdoc ICitadelFund
    function openEpoch(address token) external {
        // check
        uint32 epoch = _epoch();
        if (_isOpen(_books[token], epoch)) revert CitadelFund_AlreadyOpen(token, epoch);
        // effect
        _touch(token);
    }

    /// @inheritdoc ICitadelFund
    function claimStipends(StipendClaim[] calldata claims) external {
        // check and effect: each vote is paid once
        if (claims.length == 0) revert CitadelFund_NoClaims();
        (Book storage book, uint32 epoch) = _touch(AZR);
        uint256[] memory amounts = new uint256[](claims.length);
        uint256 total;
        for (uint256 i; i < claims.length; ++i) {
            amounts[i] = _claim(claims[i]);
            total += amounts[i];
        }
        uint256 left = _stipendsLeft(book);
        if (total > left) revert CitadelFund_StipendsExceeded(total, left);

        // effect
        book.stipends += total;

        // interaction: with the protocol's own contracts only
        for (uint256 i; i < claims.length; ++i) {
            StipendClaim calldata claim = claims[i];
            emit StipendPaid(claim.contribution, claim.round, claim.validator, amounts[i], epoch);
            LEDGER.append(
                LeafKind.Stipend,
                Node.unwrap(claim.contribution),
                msg.sender,
                keccak256(abi.encode(claim.round, claim.validator, amounts[i], epoch))
            );
            IERC20(AZR).safeTransfer(claim.validator, amounts[i]);
        }
    }

    /// @inheritdoc ICitadelFund
    /// @dev A flag must not fail for want of money: the second panel is bound to judge in any case.
    function payFee(Node contribution, uint256 most) external returns (uint256 amount) {
        // check
        if (msg.sender != DISPUTES) revert CitadelFund_NotDisputes(msg.sender);
        (Book storage book, uint32 epoch) = _touch(ETHER);
        // What the cap leaves is never more than there is.
        uint256 left = _grantLeft(book);
        amount = most < left ? most : left;
        if (amount == 0) return 0;
        // effect
        book.fees += amount;
        emit FeePaid(contribution, amount, epoch);
        // interaction: with the protocol's own contract, which takes it
        _sendEther(msg.sender, amount);
    }

    /// @inheritdoc ICitadelFund
    function bookOf(
        address token
    )
        external
        view
        returns (uint32 epoch, bool isOpen, uint256 opening, uint256 granted, uint256 stipends, uint256 fees)
    {
        Book storage book = _books[token];
        isOpen = _isOpen(book, _epoch());
        if (book.epochPlusOne > 0) epoch = book.epochPlusOne - 1;
        return (epoch, isOpen, book.opening, book.granted, book.stipends, book.fees);
    }

    /// @inheritdoc ICitadelFund
    function grantLeft(address token) external view returns (uint256) {
        Book storage book = _books[token];
        return _isOpen(book, _epoch()) ? _grantLeft(book) : _cap(_capped(_balanceOf(token)));
    }

    /// @inheritdoc ICitadelFund
    function stipendsLeft() external view returns (uint256) {
        Book storage book = _books[AZR];
        return _isOpen(book, _epoch()) ? _stipendsLeft(book) : 0;
    }

    /// @dev Opens the present epoch for a token, unless that was done.
    function _touch(address token) private returns (Book storage book, uint32 epoch) {
        epoch = _epoch();
        book = _books[token];
        if (_isOpen(book, epoch)) return (book, epoch);
        uint224 opening = _capped(_balanceOf(token));
        book.epochPlusOne = epoch + 1;
        book.opening = opening;
        book.granted = 0;
        book.stipends = 0;
        book.fees = 0;
        emit EpochOpened(token, epoch, opening);
    }

    /// @dev A vote is kept as its level + 1 once it is counted, and as anything else before, or if it never can be.
    function _claim(StipendClaim calldata claim) private returns (uint256 amount) {
        (Node contribution, uint16 round, address validator) = (
            claim.contribution,
            claim.round,
            claim.validator
        );
        uint256 vote = uint256(PROOF_OF_VALUE.voteOf(contribution, round, validator));
        if (vote == 0 || vote > HistogramLib.LEVELS) {
            revert CitadelFund_NotCounted(contribution, round, validator);
        }
        if (isClaimed[contribution][round][validator]) {
            revert CitadelFund_AlreadyClaimed(contribution, round, validator);
        }
        isClaimed[contribution][round][validator] = true;
        uint32 version = PROOF_OF_VALUE.workOf(contribution).rulesVersion;
        amount = CONSTITUTION.valueOf(Rule.ReviewStipend, version) * RulesLib.MICRO_AZR_TO_WEI;
        if (amount == 0) revert CitadelFund_NoStipend(contribution);
    }

    function _sendEther(address to, uint256 amount) private {
        (bool success, ) = to.call{value: amount}("");
        if (!success) revert CitadelFund_EtherRefused(to, amount);
    }

    /// @dev Of ETH and AZR alike what it gives is there: what left since the opening is in the book, or paid out of what came
    ///      in since.
    function _grantLeft(Book storage book) private view returns (uint256) {
        uint256 most = _cap(book.opening);
        uint256 spent = book.granted + book.fees;
        // The rule may have been lowered since.
        return spent < most ? most - spent : 0;
    }

    function _cap(uint256 opening) private view returns (uint256) {
        // Below 2^224 x 2^20: it cannot overflow.
        return (opening * CONSTITUTION.valueOf(Rule.CitadelCap, CONSTITUTION.version())) / Flow.TOTAL;
    }

    /// @dev AZR leaves by grants and stipends only, so what came in since the opening follows from the balance.
    function _stipendsLeft(Book storage book) private view returns (uint256) {
        uint256 inflow = _balanceOf(AZR) + book.granted + book.stipends - book.opening;
        uint256 most = inflow / STIPEND_DIVISOR;
        return book.stipends < most ? most - book.stipends : 0;
    }

    function _balanceOf(address token) private view returns (uint256) {
        if (token == ETHER) return address(this).balance;
        if (token.code.length == 0) revert CitadelFund_NotToken(token);
        return IERC20(token).balanceOf(address(this));
    }

    function _isOpen(Book storage book, uint32 epoch) private view returns (bool) {
        return book.epochPlusOne == epoch + 1;
    }

    /// @dev Seconds since genesis by the epoch's length: far below 2^32.
    function _epoch() private view returns (uint32) {
        return uint32(PROOF_OF_VALUE.epochAt(block.timestamp));
    }

    function _capped(uint256 balance) private pure returns (uint224) {
        return balance < type(uint224).max ? uint224(balance) : type(uint224).max;
    }
}
