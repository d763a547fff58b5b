// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Attribution, Share} from "../../../contracts/types/Attribution.sol";
import {HostileToken} from "../../../contracts/mocks/HostileToken.sol";
import {OddToken} from "../../../contracts/mocks/OddToken.sol";
import {PlainToken} from "../../../contracts/mocks/PlainToken.sol";
import {Puppet} from "../../../contracts/mocks/Puppet.sol";
import {Node, NodeLib} from "../../../contracts/types/Node.sol";
import {Cast} from "../invariant/Cast.sol";
import {Deployment, Protocol} from "../invariant/Deployment.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice A cheatcode that only this test uses.
interface IMockVm {
    function mockCall(address target, bytes calldata data, bytes calldata answer) external;
}

/// @notice Adversaries: tokens that call back while they are moved, and tokens that lie. Each run plays four seeds, which
///         makes a thousand.
contract TokenAdversaries is Deployment {
    uint256 private constant SEEDS = 4;
    uint256 private constant WHOLE = 1_000_000;
    uint256 private constant SUPPLY = 1_000_000;

    Protocol private p;
    PlainToken private honest;
    Node private work;
    Attribution private attribution;
    address private immutable THIEF = Cast.person(0);
    address private immutable VICTIM = Cast.person(1);

    function setUp() public {
        p = _deploy(address(this));
        for (uint256 i; i < Cast.JUDGES; ++i) {
            vm.deal(Cast.judge(i), 1 ether);
            vm.prank(Cast.judge(i));
            p.validators.enter{value: 0.1 ether}();
        }
        attribution.contributors.push(Share(NodeLib.fromAccount(THIEF), uint32(WHOLE)));
        vm.deal(THIEF, 1 ether);
        vm.prank(THIEF);
        work = p.registry.register{value: 0.01 ether}(keccak256("evidence"), attribution, "");
        // How a work comes to be accepted is not what these are about.
        bytes memory question = abi.encodeCall(p.pov.isAccepted, (work));
        IMockVm(address(vm)).mockCall(address(p.pov), question, abi.encode(true));

        // Somebody else's money lies in the same ledger.
        honest = PlainToken(_new("PlainToken", abi.encode(VICTIM, 10 * SUPPLY)));
        vm.prank(VICTIM);
        honest.approve(address(p.rewards), type(uint256).max);
        vm.prank(VICTIM);
        p.rewards.reward(address(honest), work, SUPPLY, attribution);
    }

    /// @dev The thief owns all of the work, so whatever it rewards to it comes back less the tenth: never more.
    function test_reentrantTokensGainNothing(uint256 seed) external {
        for (uint256 i; i < SEEDS; ++i) _reenter(uint256(keccak256(abi.encode(seed, i))));
    }

    function test_lyingTokensHarmOnlyThemselves(uint256 seed) external {
        for (uint256 i; i < SEEDS; ++i) _lie(uint256(keccak256(abi.encode(seed, i))));
    }

    function _reenter(uint256 seed) private {
        Puppet puppet = Puppet(payable(_new("Puppet", "")));
        HostileToken token = HostileToken(_new("HostileToken", abi.encode(puppet, THIEF, SUPPLY)));
        vm.prank(THIEF);
        token.approve(address(p.rewards), type(uint256).max);
        vm.prank(THIEF);
        vm.assertTrue(token.transfer(address(puppet), SUPPLY / 10), "a part for the puppet");
        puppet.act(address(token), abi.encodeCall(token.approve, (address(p.rewards), type(uint256).max)));
        bytes memory inner = _inner(seed, address(token));
        if (seed % 2 == 0) puppet.reactOnceWith(address(p.rewards), inner);
        else puppet.reactWith(address(p.rewards), inner);

        uint256 before = _booksOfOthers();
        for (uint256 i; i < 3; ++i) {
            uint256 amount = bound(seed >> (8 * i), 1, SUPPLY / 4);
            _try(abi.encodeCall(p.rewards.reward, (address(token), work, amount, attribution)));
            _try(abi.encodeCall(p.rewards.withdraw, (address(token), THIEF)));
        }
        puppet.reactWith(address(0), "");
        _try(abi.encodeCall(p.rewards.withdraw, (address(token), THIEF)));
        _try(abi.encodeCall(p.rewards.withdrawFor, (address(token), address(puppet))));

        uint256 own = token.balanceOf(THIEF) + token.balanceOf(address(puppet));
        vm.assertEq(own + token.balanceOf(address(p.fund)), SUPPLY, "nothing stays and nothing is made");
        vm.assertTrue(token.balanceOf(address(p.fund)) > 0, "no reward went through");
        vm.assertEq(_booksOfOthers(), before, "the books of other tokens");
    }

    function _lie(uint256 seed) private {
        OddToken token = OddToken(_new("OddToken", abi.encode(OddToken.Oddity(seed % 7), THIEF, SUPPLY)));
        uint256 before = _booksOfOthers();
        for (uint256 i; i < 4; ++i) {
            token.lie(address(p.rewards), (seed >> (i * 7)) & type(uint128).max);
            token.lie(THIEF, (seed >> (i * 5)) & type(uint120).max);
            if ((seed >> i) & 3 == 0) token.rebase(bound(seed >> (i * 9), 1, 300));
            uint256 amount = bound(seed >> (16 * i), 0, SUPPLY);
            _try(abi.encodeCall(p.rewards.reward, (address(token), work, amount, attribution)));
            _try(abi.encodeCall(p.rewards.withdraw, (address(token), THIEF)));
            // As if it were AZR, or the victim's.
            _try(abi.encodeCall(p.rewards.withdrawFor, (address(p.token), THIEF)));
        }
        vm.assertEq(_booksOfOthers(), before, "the books of other tokens");
        (, uint256 earned) = p.rewards.creditOf(address(token), THIEF);
        vm.assertEq(earned, 0, "nothing of it is earned");
        vm.assertEq(p.voice.getVotes(THIEF), 0, "no Voice");
    }

    /// @dev What the token does while it is moved.
    function _inner(uint256 seed, address token) private view returns (bytes memory) {
        uint256 amount = bound(seed >> 64, 1, SUPPLY / 20);
        uint256 choice = seed % 5;
        if (choice == 0) return abi.encodeCall(p.rewards.reward, (token, work, amount, attribution));
        if (choice == 1) return abi.encodeCall(p.rewards.reward, (address(honest), work, 1, attribution));
        if (choice == 2) return abi.encodeCall(p.rewards.withdrawFor, (token, THIEF));
        if (choice == 3) return abi.encodeCall(p.rewards.withdrawFor, (address(honest), THIEF));
        return abi.encodeCall(p.rewards.flow, (token, work, attribution));
    }

    /// @dev Somebody else's token in every place: wherever it goes, the sum stays; and AZR, of which there is none.
    function _booksOfOthers() private view returns (uint256) {
        (uint256 owed, ) = p.rewards.creditOf(address(honest), THIEF);
        uint256 withdrawn = honest.balanceOf(THIEF);
        (uint256 azr, ) = p.rewards.creditOf(address(p.token), THIEF);
        vm.assertEq(honest.balanceOf(address(p.rewards)), owed, "what is booked is there");
        vm.assertEq(azr + p.token.totalSupply(), 0, "no AZR");
        return owed + withdrawn;
    }

    function _try(bytes memory data) private {
        vm.prank(THIEF);
        // solhint-disable-next-line avoid-low-level-calls
        (bool done, ) = address(p.rewards).call(data);
        // What is refused is as good as what is done: the books are looked at afterwards.
        if (!done) return;
    }
}
