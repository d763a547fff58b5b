// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {vm} from "../support/Vm.sol";
import {Bench} from "./Bench.sol";
import {Cast} from "./Cast.sol";
import {Commons} from "./Commons.sol";
import {Deployment, Protocol} from "./Deployment.sol";
import {Disputing} from "./Disputing.sol";
import {Governance} from "./Governance.sol";
import {Judging} from "./Judging.sol";
import {People} from "./People.sol";
import {Saboteur} from "./Saboteur.sol";
import {Store} from "./Store.sol";

/// @notice The protocol with its players, before any of them has moved.
abstract contract Stage is Deployment {
    uint256 private constant FIRST_SEATS = 13;
    uint256 private constant FIRST_WORKS = 3;
    address private constant FIRST_PROPOSER = address(0x9999);

    Protocol internal p;
    Store internal store;
    Judging internal judging;
    People internal people;
    Bench internal bench;
    Governance internal governance;
    Commons internal commons;
    Disputing internal disputing;
    Saboteur internal saboteur;

    function setUp() public virtual {
        vm.recordLogs();
        // The governance handler, which comes after the protocol, gets the place of this first proposer.
        p = _deploy(FIRST_PROPOSER);
        store = Store(_new("Store", abi.encode(p)));
        store.replay(vm.getRecordedLogs());
        bytes memory both = abi.encode(store, p);
        judging = Judging(_new("Judging", both));
        people = People(_new("People", both));
        bench = Bench(_new("Bench", both));
        governance = Governance(_new("Governance", both));
        commons = Commons(_new("Commons", both));
        disputing = Disputing(_new("Disputing", both));
        saboteur = Saboteur(_new("Saboteur", abi.encode(store, p, address(this), address(governance))));
        bytes32 proposer = p.timelock.PROPOSER_ROLE();
        bytes32 executor = p.timelock.EXECUTOR_ROLE();
        vm.prank(address(p.timelock));
        p.timelock.grantRole(proposer, address(governance));
        vm.prank(address(p.timelock));
        p.timelock.grantRole(executor, address(governance));
        for (uint256 i; i < FIRST_SEATS; ++i) bench.enter(i);
        for (uint256 i; i < FIRST_WORKS; ++i)
            people.register(i, uint256(keccak256(abi.encode("work", i))), 0);
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](7);
        targets[0] = address(judging);
        targets[1] = address(people);
        targets[2] = address(governance);
        targets[3] = address(saboteur);
        targets[4] = address(bench);
        targets[5] = address(commons);
        targets[6] = address(disputing);
    }

    /// @dev What all accounts and nodes hold of a token, by the ledger's books.
    function _held(address token) internal view returns (uint256 amount, uint256 minted) {
        for (uint256 i; i < Cast.PEOPLE + Cast.JUDGES; ++i) {
            (uint256 owed, uint256 earned) = p.rewards.creditOf(token, Cast.owner(i));
            amount += owed;
            minted += earned;
        }
        for (uint256 i; i < Cast.IDENTITIES; ++i) {
            (uint256 pool, uint256 newly) = p.rewards.poolOf(token, Cast.identity(i));
            amount += pool;
            minted += newly;
        }
        for (uint256 i; i < store.count(); ++i) {
            (uint256 pool, uint256 newly) = p.rewards.poolOf(token, store.at(i).node);
            amount += pool;
            minted += newly;
        }
    }

    function _noViolation() internal view {
        if (store.violationCount() > 0) vm.assertTrue(false, store.violations(0));
    }
}
