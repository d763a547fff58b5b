// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {ICitadelFund} from "../../../contracts/interfaces/ICitadelFund.sol";
import {IRewardLedger} from "../../../contracts/interfaces/IRewardLedger.sol";
import {HistogramLib} from "../../../contracts/types/Histogram.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {Rule} from "../../../contracts/types/Rules.sol";
import {IVm} from "../support/Vm.sol";
import {Protocol} from "./Deployment.sol";

/// @notice What the events told of rewards, of the fund and of Voice, by token.
abstract contract CommonsStore {
    /// @param tenths Of direct rewards, to the fund. @param people The rest of them.
    struct Purse {
        uint256 tenths;
        uint256 people;
        uint256 withdrawn;
        uint256 granted;
        uint256 stipends;
    }

    /// @dev Of the epoch that was last opened for a token.
    struct Book {
        uint256 opening;
        uint256 granted;
        uint256 stipends;
        uint256 inflow;
        uint256 fees;
    }

    mapping(address token => Purse) private _purses;
    mapping(address token => Book) private _books;
    mapping(Node => mapping(uint16 round => mapping(address judge => bool))) private _paid;
    /// @notice What an account had earned when it last withdrew AZR.
    mapping(address account => uint256) public unitsDue;
    /// @notice AZR that came to the fund, less what left it.
    uint256 public fundAzr;
    /// @notice ETH, likewise.
    uint256 public fundEther;

    function _protocol() internal view virtual returns (Protocol memory);

    function violate(string memory what) public virtual;

    function tally(string memory what) public virtual;

    function purseOf(address token) external view returns (Purse memory) {
        return _purses[token];
    }

    function _rewarded(bytes32 topic, IVm.Log calldata log) internal {
        address token = address(uint160(uint256(log.topics[1])));
        if (topic == IRewardLedger.Rewarded.selector) {
            (uint256 amount, uint256 citadel) = abi.decode(log.data, (uint256, uint256));
            if (citadel != amount / 10) violate("a tenth of a reward that is none");
            _purses[token].tenths += citadel;
            _purses[token].people += amount - citadel;
            tally("rewarded");
        } else if (topic == IRewardLedger.Withdrawn.selector) {
            Protocol memory p = _protocol();
            address account = address(uint160(uint256(log.topics[2])));
            _purses[token].withdrawn += abi.decode(log.data, (uint256));
            if (token != address(p.token)) return;
            (, unitsDue[account]) = p.rewards.creditOf(token, account);
        }
    }

    function _transferred(IVm.Log calldata log) internal {
        if (log.topics.length != 3 || log.topics[0] != IERC20.Transfer.selector) return;
        Protocol memory p = _protocol();
        uint256 amount = abi.decode(log.data, (uint256));
        if (address(uint160(uint256(log.topics[1]))) == address(p.fund)) fundAzr -= amount;
        if (address(uint160(uint256(log.topics[2]))) != address(p.fund)) return;
        fundAzr += amount;
        _books[address(p.token)].inflow += amount;
    }

    function _spent(bytes32 topic, IVm.Log calldata log) internal {
        if (topic == ICitadelFund.Received.selector) fundEther += abi.decode(log.data, (uint256));
        if (topic == ICitadelFund.EpochOpened.selector) _opened(log);
        if (topic == ICitadelFund.Granted.selector) _granted(log);
        if (topic == ICitadelFund.StipendPaid.selector) _stipend(log);
        if (topic == ICitadelFund.FeePaid.selector) _fee(log);
    }

    function _opened(IVm.Log calldata log) private {
        Protocol memory p = _protocol();
        address token = address(uint160(uint256(log.topics[1])));
        uint256 opening = abi.decode(log.data, (uint256));
        if (token == address(p.token) && opening != fundAzr) violate("an opening that is not the fund's AZR");
        if (token == address(0) && opening != fundEther) violate("an opening that is not the fund's ETH");
        _books[token] = Book(opening, 0, 0, 0, 0);
        tally("epoch opened");
    }

    function _granted(IVm.Log calldata log) private {
        Protocol memory p = _protocol();
        address token = address(uint160(uint256(log.topics[1])));
        (uint256 amount, ) = abi.decode(log.data, (uint256, bytes32));
        _books[token].granted += amount;
        _purses[token].granted += amount;
        if (token == address(0)) fundEther -= amount;
        _checkCap(p, token);
        tally("granted");
    }

    function _fee(IVm.Log calldata log) private {
        uint256 amount = abi.decode(log.data, (uint256));
        _books[address(0)].fees += amount;
        fundEther -= amount;
        _checkCap(_protocol(), address(0));
        tally("fee paid");
    }

    function _checkCap(Protocol memory p, address token) private {
        uint256 cap = p.constitution.valueOf(Rule.CitadelCap, p.constitution.version());
        Book storage book = _books[token];
        if (book.granted + book.fees > (book.opening * cap) / 1_000_000)
            violate("grants and fees beyond the cap");
    }

    function _stipend(IVm.Log calldata log) private {
        Protocol memory p = _protocol();
        Node node = Node.wrap(log.topics[1]);
        address judge = address(uint160(uint256(log.topics[2])));
        (uint16 round, uint256 amount) = abi.decode(log.data, (uint16, uint256));
        uint256 vote = uint256(p.pov.voteOf(node, round, judge));
        if (vote == 0 || vote > HistogramLib.LEVELS) violate("a stipend for no vote");
        if (_paid[node][round][judge]) violate("a stipend paid twice");
        _paid[node][round][judge] = true;
        Book storage book = _books[address(p.token)];
        book.stipends += amount;
        _purses[address(p.token)].stipends += amount;
        if (book.stipends > book.inflow / 4) violate("stipends beyond a quarter of what came in");
        tally("stipend paid");
    }
}
