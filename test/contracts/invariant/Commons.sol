// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StipendClaim} from "../../../contracts/interfaces/ICitadelFund.sol";
import {Phase, RoundInfo} from "../../../contracts/interfaces/IProofOfValue.sol";
import {OddToken} from "../../../contracts/mocks/OddToken.sol";
import {Attribution} from "../../../contracts/types/Attribution.sol";
import {HistogramLib} from "../../../contracts/types/Histogram.sol";
import {Node} from "../../../contracts/types/Node.sol";
import {Rule} from "../../../contracts/types/Rules.sol";
import {bound, vm} from "../support/Vm.sol";
import {Cast} from "./Cast.sol";
import {Protocol} from "./Deployment.sol";
import {Handler} from "./Handler.sol";
import {Store} from "./Store.sol";

/// @notice Whoever rewards works, delegates votes, opens epochs of the fund and has judges paid; and the timelock's grants.
contract Commons is Handler {
    uint256 private constant RICHES = 1 << 100;

    /// @notice One token as it should be, and one that keeps a tenth of each transfer.
    OddToken[2] public coins;

    constructor(Store store, Protocol memory protocol) Handler(store, protocol) {
        coins[0] = new OddToken(OddToken.Oddity.None, address(this), RICHES);
        coins[1] = new OddToken(OddToken.Oddity.Fee, address(this), RICHES);
    }

    function reward(uint256 seed, uint256 which, uint256 amount) external watched {
        uint256 number = _pickAccepted(_mix(seed));
        if (number == STORE.count()) return;
        address token = which % 3 == 2 ? address(p.token) : address(coins[which % 3]);
        address payer = token == address(p.token) ? _rich(seed) : address(this);
        if (payer == address(0)) return;
        amount = bound(amount, 0, token == address(p.token) ? p.token.balanceOf(payer) : 1 << 80);
        vm.prank(payer);
        p.token.approve(address(p.rewards), amount);
        Node node = STORE.at(number).node;
        bool done = _attempt(
            payer,
            address(p.rewards),
            0,
            abi.encodeCall(p.rewards.reward, (token, node, amount, STORE.attributionOf(number)))
        );
        if (done != (amount > 0)) STORE.violate("a reward that should not, or should have been");
    }

    /// @notice Moves a pool of another token one hop, a work's or an identity's.
    function flowCoin(uint256 seed, uint256 which) external watched {
        address token = address(coins[which % 2]);
        Attribution memory none;
        uint256 size = STORE.count();
        for (uint256 i; i < size; ++i) {
            uint256 number = ((seed % size) + i) % size;
            Node node = STORE.at(number).node;
            (uint256 amount, ) = p.rewards.poolOf(token, node);
            if (amount == 0) continue;
            p.rewards.flow(token, node, STORE.attributionOf(number));
            return;
        }
        Node identity = Cast.identity(seed);
        _attempt(msg.sender, address(p.rewards), 0, abi.encodeCall(p.rewards.flow, (token, identity, none)));
    }

    function withdrawCoin(uint256 who, uint256 which) external watched {
        address token = address(coins[which % 2]);
        for (uint256 i; i < Cast.PEOPLE + Cast.JUDGES; ++i) {
            address account = Cast.owner((who % 64) + i);
            (uint256 owed, ) = p.rewards.creditOf(token, account);
            if (owed == 0) continue;
            p.rewards.withdrawFor(token, account);
            return;
        }
    }

    function delegate(uint256 who, uint256 to) external watched {
        address account = Cast.owner(_mix(who));
        vm.prank(account);
        p.voice.delegate(to % 5 == 0 ? address(0) : Cast.owner(to));
        STORE.tally("delegated");
    }

    function openEpoch(uint256 which) external watched {
        address token = _token(which);
        (, bool isOpen, , , , ) = p.fund.bookOf(token);
        bool done = _attempt(msg.sender, address(p.fund), 0, abi.encodeCall(p.fund.openEpoch, (token)));
        if (done == isOpen) STORE.violate("an epoch opened twice, or not at all");
    }

    /// @notice The timelock grants up to twice what it may.
    function grant(uint256 which, uint256 who, uint256 amount) external watched {
        address token = _token(which);
        uint256 left = p.fund.grantLeft(token);
        amount = bound(amount, 1, 2 * left + 1);
        bytes memory data = abi.encodeCall(
            p.fund.grant,
            (token, Cast.person(who), amount, keccak256("purpose"))
        );
        bool done = _attempt(address(p.timelock), address(p.fund), 0, data);
        if (done != (amount <= left)) STORE.violate("a grant that should not, or should have been");
    }

    /// @notice Anybody claims for all counted votes of a round, or for a vote that is none.
    function claim(uint256 seed, uint256 who) external watched {
        uint256 size = STORE.count();
        if (size == 0) return;
        seed = _mix(seed);
        Store.Item memory item = STORE.at(seed % size);
        if (item.round == 0) return;
        uint16 round = uint16(1 + ((seed >> 32) % item.round));
        RoundInfo memory info = p.pov.roundOf(item.node, round);
        uint256 price = uint256(p.constitution.valueOf(Rule.ReviewStipend, item.rulesVersion)) * 1e12;
        if (seed % 2 == 0) _feed(seed, 8 * price);
        for (uint256 i; i < info.panel.length; ++i) {
            address judge = info.panel[i];
            uint256 vote = uint256(p.pov.voteOf(item.node, round, judge));
            bool due =
                vote > 0 &&
                    vote <= HistogramLib.LEVELS &&
                    !p.fund.isClaimed(item.node, round, judge) &&
                    price > 0 &&
                    price <= p.fund.stipendsLeft();
            StipendClaim[] memory claims = new StipendClaim[](1);
            claims[0] = StipendClaim(item.node, round, judge);
            bool done = _attempt(
                Cast.person(who),
                address(p.fund),
                0,
                abi.encodeCall(p.fund.claimStipends, (claims))
            );
            if (done != due) STORE.violate("a stipend that should not, or should have been");
        }
    }

    /// @dev Something comes in after the opening, or hardly a stipend would ever be paid.
    function _feed(uint256 seed, uint256 most) private {
        address giver = _rich(seed);
        if (giver == address(0) || most == 0) return;
        (, bool isOpen, , , , ) = p.fund.bookOf(address(p.token));
        if (!isOpen) p.fund.openEpoch(address(p.token));
        uint256 balance = p.token.balanceOf(giver);
        uint256 amount = balance < most ? balance : most;
        vm.prank(giver);
        p.token.transfer(address(p.fund), amount);
        STORE.gave(true, amount);
    }

    function _token(uint256 which) private view returns (address) {
        which = which % 4;
        if (which < 2) return address(coins[which]);
        return which == 2 ? address(p.token) : address(0);
    }

    function _pickAccepted(uint256 seed) private view returns (uint256) {
        uint256 number = _pick(seed, Phase.Settled);
        return number == STORE.count() ? _pick(seed, Phase.Accepted) : number;
    }

    function _rich(uint256 from) private view returns (address) {
        for (uint256 i; i < Cast.PEOPLE + Cast.JUDGES; ++i) {
            address account = Cast.owner((from % 64) + i);
            if (p.token.balanceOf(account) > 0) return account;
        }
        return address(0);
    }
}
