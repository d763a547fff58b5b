import { practiceAttestor, practiceJudges, practiceProposer } from "@azora/sdk/practice";
import type { HardhatEthers, HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import hre from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import { azora } from "../../deploy/modules/Azora.ts";
import { type Parameters, readParameters } from "../../deploy/parameters.ts";
import type {
  AttributionRegistry,
  AuditLedger,
  AzoraGovernor,
  AzoraToken,
  CitadelFund,
  Constitution,
  Disputes,
  Genesis,
  ProofOfValue,
  RewardLedger,
  Timelock,
  ValidatorRegistry,
  Voice,
} from "../../types/index.ts";

/** The whole protocol on a fresh simulated chain, deployed as a real deployment does it. */
export interface Protocol {
  connection: NetworkConnection<"l1">;
  ethers: HardhatEthers;
  parameters: Parameters;
  genesis: Genesis;
  ledger: AuditLedger;
  constitution: Constitution;
  timelock: Timelock;
  token: AzoraToken;
  validators: ValidatorRegistry;
  registry: AttributionRegistry;
  pov: ProofOfValue;
  rewards: RewardLedger;
  fund: CitadelFund;
  disputes: Disputes;
  voice: Voice;
  governor: AzoraGovernor;
  deployer: HardhatEthersSigner;
  proposer: HardhatEthersSigner;
  attestor: HardhatEthersSigner;
  /** The accounts named at genesis. None sits before {@link seatJudges}. */
  judges: HardhatEthersSigner[];
  /** Accounts without any role. */
  person(index: number): HardhatEthersSigner;
}

const PEOPLE = 40;

/** Deploys through Ignition. `change` adapts the local parameters. */
export async function deployProtocol(
  change: (parameters: Parameters) => Parameters = (same) => same,
): Promise<Protocol> {
  const connection = await hre.network.create({ network: "default", chainType: "l1" });
  const { ethers } = connection;
  const parameters = change(readParameters("local"));
  const deployed = await connection.ignition.deploy(azora(parameters));
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, index) => ethers.provider.getSigner(10 + index)),
  );
  const at = async (key: keyof typeof deployed) => deployed[key].getAddress();
  return {
    connection,
    ethers,
    parameters,
    genesis: await ethers.getContractAt("Genesis", await at("genesis")),
    ledger: await ethers.getContractAt("AuditLedger", await at("auditLedger")),
    constitution: await ethers.getContractAt("Constitution", await at("constitution")),
    timelock: await ethers.getContractAt("Timelock", await at("timelock")),
    token: await ethers.getContractAt("AzoraToken", await at("azoraToken")),
    validators: await ethers.getContractAt("ValidatorRegistry", await at("validatorRegistry")),
    registry: await ethers.getContractAt("AttributionRegistry", await at("attributionRegistry")),
    pov: await ethers.getContractAt("ProofOfValue", await at("proofOfValue")),
    rewards: await ethers.getContractAt("RewardLedger", await at("rewardLedger")),
    fund: await ethers.getContractAt("CitadelFund", await at("citadelFund")),
    disputes: await ethers.getContractAt("Disputes", await at("disputes")),
    voice: await ethers.getContractAt("Voice", await at("voice")),
    governor: await ethers.getContractAt("AzoraGovernor", await at("governor")),
    deployer: await ethers.provider.getSigner(0),
    proposer: await ethers.getSigner(practiceProposer().address),
    attestor: await ethers.getSigner(practiceAttestor().address),
    judges: await Promise.all(practiceJudges().map(({ address }) => ethers.getSigner(address))),
    person(index) {
      const signer = people[index];
      if (signer === undefined)
        throw new RangeError(`There are ${PEOPLE} people, none with number ${index}.`);
      return signer;
    },
  };
}

/** Seats the first `count` judges with their bonds. */
export async function seatJudges(
  { validators, judges, parameters }: Protocol,
  count = judges.length,
): Promise<void> {
  const value = BigInt(parameters.rules.SeatBond.value) * 10n ** 9n;
  for (const judge of judges.slice(0, count)) await validators.connect(judge).enter({ value });
}

/** A protocol with all 30 judges seated; for `loadFixture`. */
export async function seatedProtocol(): Promise<Protocol> {
  const protocol = await deployProtocol();
  await seatJudges(protocol);
  return protocol;
}
