// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AttributionRegistry} from "../../../contracts/AttributionRegistry.sol";
import {AuditLedger} from "../../../contracts/AuditLedger.sol";
import {AzoraGovernor} from "../../../contracts/AzoraGovernor.sol";
import {AzoraToken} from "../../../contracts/AzoraToken.sol";
import {CitadelFund} from "../../../contracts/CitadelFund.sol";
import {Constitution} from "../../../contracts/Constitution.sol";
import {Disputes} from "../../../contracts/Disputes.sol";
import {Genesis} from "../../../contracts/Genesis.sol";
import {ProofOfValue} from "../../../contracts/ProofOfValue.sol";
import {RewardLedger} from "../../../contracts/RewardLedger.sol";
import {ValidatorRegistry} from "../../../contracts/ValidatorRegistry.sol";
import {Timelock} from "../../../contracts/Timelock.sol";
import {Voice} from "../../../contracts/Voice.sol";
import {GovernorStart} from "../../../contracts/interfaces/IAzoraGovernor.sol";
import {Role} from "../../../contracts/interfaces/IGenesis.sol";
import {RulesLib} from "../../../contracts/types/Rules.sol";
import {vm} from "../support/Vm.sol";
import {Cast} from "./Cast.sol";

struct Protocol {
    Genesis genesis;
    AuditLedger ledger;
    Constitution constitution;
    Timelock timelock;
    AzoraToken token;
    ValidatorRegistry validators;
    AttributionRegistry registry;
    ProofOfValue pov;
    RewardLedger rewards;
    CitadelFund fund;
    Disputes disputes;
    Voice voice;
    AzoraGovernor governor;
}

/// @notice The whole protocol through Genesis, as a real deployment has it, with windows of minutes.
abstract contract Deployment {
    address internal constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;
    /// @dev The runtime code of EIP-2935, as that document has it.
    bytes private constant HISTORY_CODE =
        hex"3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";

    uint256 internal constant EPOCH_LENGTH = 1 hours;

    uint48[] private _values;
    uint48[] private _mins;
    uint48[] private _maxs;

    function _deploy(address proposer) internal returns (Protocol memory p) {
        vm.roll(100);
        vm.warp(1_700_000_000);
        vm.prevrandao(keccak256("genesis"));
        vm.etch(HISTORY, HISTORY_CODE);
        _rules();

        address[] memory proposers = new address[](1);
        proposers[0] = proposer;
        p.genesis = Genesis(_new("Genesis", abi.encode(address(this))));
        p.ledger = AuditLedger(_create(p.genesis, Role.AuditLedger, "AuditLedger", ""));
        bytes memory rules = abi.encode(_values, _mins, _maxs, keccak256("articles"), Cast.guardian());
        p.constitution = Constitution(_create(p.genesis, Role.Constitution, "Constitution", rules));
        // Without delay: what it protects is tested unit by unit.
        bytes memory roles = abi.encode(uint256(0), proposers);
        p.timelock = Timelock(payable(_create(p.genesis, Role.Timelock, "Timelock", roles)));
        p.token = AzoraToken(_create(p.genesis, Role.AzoraToken, "AzoraToken", ""));
        bytes memory named = abi.encode(Cast.judges());
        p.validators = ValidatorRegistry(
            _create(p.genesis, Role.ValidatorRegistry, "ValidatorRegistry", named)
        );
        bytes memory length = abi.encode(EPOCH_LENGTH);
        p.pov = ProofOfValue(_create(p.genesis, Role.ProofOfValue, "ProofOfValue", length));
        p.rewards = RewardLedger(_create(p.genesis, Role.RewardLedger, "RewardLedger", ""));
        p.fund = CitadelFund(payable(_create(p.genesis, Role.CitadelFund, "CitadelFund", "")));
        p.disputes = Disputes(payable(_create(p.genesis, Role.Disputes, "Disputes", "")));
        p.voice = Voice(_create(p.genesis, Role.Voice, "Voice", ""));
        bytes memory settings = abi.encode(
            GovernorStart({
                votingDelay: 1 minutes,
                votingPeriod: 10 minutes,
                lateQuorumExtension: 5 minutes,
                quorumPpm: 100_000,
                proposalThreshold: 1 ether,
                quorumFloor: 100 ether
            })
        );
        p.governor = AzoraGovernor(payable(_create(p.genesis, Role.Governor, "AzoraGovernor", settings)));
        bytes memory attestors = abi.encode(Cast.attestors());
        p.registry = AttributionRegistry(
            _create(p.genesis, Role.AttributionRegistry, "AttributionRegistry", attestors)
        );
    }

    /// @dev From the artifact: by `type(X).creationCode`, every test contract would compile the whole protocol again.
    function _create(
        Genesis genesis,
        Role role,
        string memory name,
        bytes memory args
    ) private returns (address) {
        return genesis.create(role, abi.encodePacked(vm.getCode(name), args));
    }

    function _new(string memory name, bytes memory args) internal returns (address created) {
        bytes memory code = abi.encodePacked(vm.getCode(name), args);
        assembly ("memory-safe") {
            created := create(0, add(code, 0x20), mload(code))
        }
        assert(created != address(0));
    }

    /// @dev In the order of {Rule}.
    function _rules() private {
        _rule(10_000_000, 1_000, 1_000_000_000); // RegistrationBond
        _rule(1, 1, 1_000); // Load
        _rule(7, 3, 7); // PanelLimit
        _rule(2, 1, 300); // ArmingDelay
        _rule(300_000, 0, 500_000); // MaxUpstream
        _rule(5 minutes, 1, 1 hours); // CommitWindow
        _rule(5 minutes, 1, 1 hours); // RevealWindow
        _rule(5 minutes, 1, 1 hours); // ChallengeWindow
        _rule(0, 0, 1 hours); // CritiqueGrace
        _rule(10 minutes, 1, 2 hours); // SealDelay
        _rule(1_000_000_000, 1_000_000, 1_000_000_000); // PointPriceCap
        _rule(20_000_000, 0, 1_000_000_000); // ReviewStipend
        _rule(512_000_000_000, 512_000_000, 1_000_000_000_000); // SeatThreshold
        _rule(100_000_000, 1_000, 100_000_000_000); // SeatBond
        _rule(10_000, 0, 20_000); // CitadelCap
        _rule(10 minutes, 0, 1 hours); // LinkDelay
        _rule(20 minutes, 0, 1 hours); // AttestorDelay
        _rule(1, 1, 2); // AttestorThreshold
        _rule(4, 0, 100); // CriticFlags
        _rule(500_000, 0, 500_000); // SlashReward
        _rule(20_000, 0, 700_000); // SlashNoCommit
        _rule(600_000, 300_000, 1_000_000); // SlashNoReveal
        _rule(400_000, 0, 1_000_000); // SlashLeak
        _rule(300_000, 300_000, 900_000); // SlashOutlier
        _rule(20_000_000, 0, 1_000_000_000); // ChallengeFee
        _rule(50_000_000, 1_000, 1_000_000_000); // ChallengeBond
        _rule(1_000_000, 0, 1_000_000_000); // ChallengeBondPerPoint
        assert(_values.length == RulesLib.COUNT);
    }

    function _rule(uint48 value, uint48 min, uint48 max) private {
        _values.push(value);
        _mins.push(min);
        _maxs.push(max);
    }
}
