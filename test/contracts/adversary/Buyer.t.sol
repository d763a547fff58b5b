// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rule} from "../../../contracts/types/Rules.sol";
import {Cast} from "../invariant/Cast.sol";
import {Deployment, Protocol} from "../invariant/Deployment.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Adversary: somebody who buys or borrows AZR to govern. Each run plays four seeds, which makes a thousand.
contract GovernanceBuyer is Deployment {
    uint256 private constant SEEDS = 4;
    uint256 private constant EARNED = 100_000 ether;

    Protocol private p;
    address private immutable BUYER = Cast.person(0);
    address private immutable EARNER = Cast.person(1);

    function setUp() public {
        p = _deploy(address(this));
        // One person has earned, and withdrawn what it earned.
        vm.prank(address(p.rewards));
        p.voice.sync(EARNER, EARNED);
    }

    function test_boughtAzrGovernsNothing(uint256 seed) external {
        for (uint256 i; i < SEEDS; ++i) _buy(uint256(keccak256(abi.encode(seed, i))));
    }

    /// @dev Up to ten times what was ever earned, by purchase or by a loan: it is the same to the contracts.
    function _buy(uint256 seed) private {
        uint256 amount = bound(seed, 1, 10 * EARNED);
        vm.prank(address(p.pov));
        p.token.mint(0, amount);
        vm.prank(address(p.rewards));
        vm.assertTrue(p.token.transfer(BUYER, amount), "bought");

        vm.warp(block.timestamp + bound(seed >> 128, 1, 1 hours));
        vm.prank(BUYER);
        p.voice.delegate(seed % 2 == 0 ? BUYER : EARNER);
        vm.assertEq(p.voice.getVotes(BUYER), 0, "votes of the buyer");
        vm.assertEq(p.voice.getVotes(EARNER), EARNED, "votes of who earned");
        vm.assertTrue(!_proposes(BUYER, seed), "the buyer proposed");

        // In somebody else's vote it weighs nothing.
        vm.assertTrue(_proposes(EARNER, seed), "the earner could not propose");
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = _proposal(seed);
        uint256 id = p.governor.getProposalId(targets, values, data, keccak256(bytes("a change")));
        vm.warp(p.governor.proposalSnapshot(id) + 1);
        vm.prank(BUYER);
        p.governor.castVote(id, 1);
        (uint256 against, uint256 inFavour, uint256 abstained) = p.governor.proposalVotes(id);
        vm.assertEq(against + inFavour + abstained, 0, "weight of the buyer");
        vm.warp(p.governor.proposalDeadline(id) + 1);
        // Defeated.
        vm.assertEq(uint256(p.governor.state(id)), 3, "state of the proposal");

        // And the loan goes back whole.
        vm.prank(BUYER);
        vm.assertTrue(p.token.transfer(address(p.rewards), amount), "given back");
    }

    function _proposes(address from, uint256 seed) private returns (bool done) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data) = _proposal(seed);
        vm.prank(from);
        // solhint-disable-next-line avoid-low-level-calls
        (done, ) = address(p.governor).call(
            abi.encodeCall(p.governor.propose, (targets, values, data, "a change"))
        );
    }

    /// @dev Another one for each seed: that of a defeated proposal cannot be proposed again.
    function _proposal(
        uint256 seed
    ) private view returns (address[] memory targets, uint256[] memory values, bytes[] memory data) {
        targets = new address[](1);
        values = new uint256[](1);
        data = new bytes[](1);
        targets[0] = address(p.constitution);
        data[0] = abi.encodeCall(p.constitution.amend, (Rule.Load, uint48(20), bytes32(seed)));
    }
}
