import { type Address, getAddress, type Hex, keccak256, stringToHex, zeroAddress, zeroHash } from "viem";
import {
  attributionRegistryAbi,
  azoraGovernorAbi,
  azoraTokenAbi,
  constitutionAbi,
  timelockAbi,
  validatorRegistryAbi,
} from "../generated/abis.ts";
import { Rule, ruleNames } from "../generated/enums.ts";
import { eventsOf, type Inspection, same, sameSet } from "./inspection.ts";

const RANGE = 5_000n;
/** How far the governor's settings can be moved, each way; as its code has it. */
const REACH = 4n;

const ROLES = {
  administer: zeroHash,
  propose: keccak256(stringToHex("PROPOSER_ROLE")),
  cancel: keccak256(stringToHex("CANCELLER_ROLE")),
  execute: keccak256(stringToHex("EXECUTOR_ROLE")),
} as const;

const TIMELOCK_POWER =
  "after its delay, whatever governance may: amend rules within their bounds and the articles' text, appoint attestors, critics and the guardian, spend within the fund's cap";

const CRITIC_POWER =
  "records critiques, and has a few scores an epoch judged again by a second panel, which alone decides";

/** Only ProofOfValue mints. */
export async function inspectMinter(inspection: Inspection): Promise<void> {
  const { client, deployment, blockNumber, offices } = inspection;
  const { azoraToken: address, proofOfValue } = deployment.addresses;
  const minter = await client.readContract({
    address,
    abi: azoraTokenAbi,
    blockNumber,
    functionName: "MINTER",
  });
  same(inspection, "The minter of AZR", minter, proofOfValue);
  offices.push({ address: proofOfValue, name: "ProofOfValue", power: "mints AZR by settling judged work" });
}

/** Who holds which role of the timelock, by all that was ever granted and revoked. */
export async function inspectTimelock(inspection: Inspection): Promise<void> {
  const { client, deployment, expected, blockNumber, offices } = inspection;
  const { timelock: address, governor } = deployment.addresses;
  const holders = await holdersOf(inspection);
  const chosen = [governor, ...expected.timelockProposers];
  sameSet(inspection, "Who administers the timelock", holders.get(ROLES.administer) ?? [], [address]);
  sameSet(inspection, "Who may propose to the timelock", holders.get(ROLES.propose) ?? [], chosen);
  sameSet(inspection, "Who may cancel in the timelock", holders.get(ROLES.cancel) ?? [], chosen);
  sameSet(inspection, "Who may execute in the timelock", holders.get(ROLES.execute) ?? [], chosen);
  const known = new Set<Hex>(Object.values(ROLES));
  const others = [...holders].filter(([role, accounts]) => !known.has(role) && accounts.size > 0);
  same(inspection, "The number of other roles of the timelock", others.length, 0);
  const delay = await client.readContract({
    address,
    abi: timelockAbi,
    blockNumber,
    functionName: "getMinDelay",
  });
  same(inspection, "The timelock's delay", delay, expected.timelockDelay);
  offices.push({ address, name: "the timelock", power: TIMELOCK_POWER });
  offices.push({
    address: governor,
    name: "the governor",
    power: "proposes to the timelock what a vote has passed, and executes it there",
  });
  for (const account of expected.timelockProposers) {
    const power = "proposes to the timelock, cancels and executes there, without a vote";
    offices.push({ address: getAddress(account), name: "a practice proposer", power });
  }
}

async function holdersOf(inspection: Inspection): Promise<Map<Hex, Set<Address>>> {
  const { client, deployment, blockNumber } = inspection;
  const events = timelockAbi.filter(
    (item) => item.type === "event" && (item.name === "RoleGranted" || item.name === "RoleRevoked"),
  );
  const holders = new Map<Hex, Set<Address>>();
  for (let fromBlock = BigInt(deployment.block); fromBlock <= blockNumber; fromBlock += RANGE) {
    const last = fromBlock + RANGE - 1n;
    const toBlock = last < blockNumber ? last : blockNumber;
    const address = deployment.addresses.timelock;
    for (const log of await client.getLogs({ address, events, fromBlock, toBlock, strict: true })) {
      if (log.eventName !== "RoleGranted" && log.eventName !== "RoleRevoked") continue;
      const { role, account } = log.args;
      const accounts = holders.get(role) ?? new Set<Address>();
      if (log.eventName === "RoleGranted") accounts.add(account);
      else accounts.delete(account);
      holders.set(role, accounts);
    }
  }
  return holders;
}

/** Rules within the bounds of the deployment, first values as deployed, and the articles. */
export async function inspectConstitution(inspection: Inspection): Promise<void> {
  const { client, deployment, expected, blockNumber } = inspection;
  const constitution = {
    address: deployment.addresses.constitution,
    abi: constitutionAbi,
    blockNumber,
  } as const;
  const version = await client.readContract({ ...constitution, functionName: "version" });
  for (const name of ruleNames) {
    const { value, min, max } = expected.rules[name];
    const read = (at: number) =>
      client.readContract({ ...constitution, functionName: "valueOf", args: [Rule[name], at] });
    const bounds = await client.readContract({
      ...constitution,
      functionName: "boundsOf",
      args: [Rule[name]],
    });
    same(inspection, `The bounds of the rule ${name}`, bounds.join(" to "), `${min} to ${max}`);
    same(inspection, `The first value of the rule ${name}`, await read(1), value);
    const present = BigInt(await read(version));
    same(inspection, `Whether the rule ${name} is within its bounds`, present >= min && present <= max, true);
  }
  const [first] = eventsOf(inspection, "ArticlesSet");
  same(inspection, "The hash of the first articles", first?.args.articlesHash, expected.articles);
  const last = eventsOf(inspection, "ArticlesAmended").at(-1)?.args.current ?? expected.articles;
  const present = await client.readContract({ ...constitution, functionName: "articlesHash" });
  same(inspection, "The hash of the articles", present, last);
}

/** Attestors, critics, and the accounts that may sit from the beginning. */
export async function inspectOffices(inspection: Inspection): Promise<void> {
  const { client, deployment, expected, blockNumber, offices } = inspection;
  const { attributionRegistry, constitution, validatorRegistry } = deployment.addresses;
  const appointments = eventsOf(inspection, "AttestorSet");
  const [creation] = appointments;
  const first = appointments.filter(({ transactionHash }) => transactionHash === creation?.transactionHash);
  const attestors = first.map(({ args }) => args.attestor);
  sameSet(inspection, "The first attestors", attestors, expected.attestors);
  const since = new Map(appointments.map(({ args }) => [args.attestor, args.activeFrom]));
  for (const [attestor, activeFrom] of since) {
    const onChain = await client.readContract({
      address: attributionRegistry,
      abi: attributionRegistryAbi,
      blockNumber,
      functionName: "attestorFrom",
      args: [attestor],
    });
    same(inspection, `The office of attestor ${attestor}`, onChain, activeFrom);
    if (activeFrom === 0) continue;
    const power = "with others, links identities to accounts; alone, vetoes a link";
    offices.push({ address: attestor, name: "an attestor", power });
  }

  const critics = new Map(eventsOf(inspection, "CriticSet").map(({ args }) => [args.critic, args.appointed]));
  for (const [critic, appointed] of critics) {
    const onChain = await client.readContract({
      address: constitution,
      abi: constitutionAbi,
      blockNumber,
      functionName: "isCritic",
      args: [critic],
    });
    same(inspection, `The office of critic ${critic}`, onChain, appointed);
    if (appointed) offices.push({ address: critic, name: "a critic", power: CRITIC_POWER });
  }

  await inspectGuardian(inspection);

  const named = eventsOf(inspection, "GenesisNamed").map(({ args }) => args.account);
  sameSet(inspection, "The accounts named at genesis", named, expected.seats);
  for (const account of named) {
    const isGenesis = await client.readContract({
      address: validatorRegistry,
      abi: validatorRegistryAbi,
      blockNumber,
      functionName: "isGenesis",
      args: [account],
    });
    same(inspection, `Whether ${account} was named at genesis`, isGenesis, true);
    offices.push({ address: account, name: "named at genesis", power: "may sit as a judge, with a bond" });
  }
}

/** Who is the guardian, by all that was ever set, and from whom on. */
async function inspectGuardian(inspection: Inspection): Promise<void> {
  const { client, deployment, expected, blockNumber, offices } = inspection;
  const set = eventsOf(inspection, "GuardianSet");
  const created = eventsOf(inspection, "ArticlesSet")[0]?.transactionHash;
  const first = set.find(({ transactionHash }) => transactionHash === created)?.args.guardian ?? zeroAddress;
  same(inspection, "The first guardian", first, expected.guardian);
  const [account, termEnd] = await client.readContract({
    address: deployment.addresses.constitution,
    abi: constitutionAbi,
    blockNumber,
    functionName: "guardian",
  });
  same(inspection, "The guardian", account, set.at(-1)?.args.guardian ?? zeroAddress);
  same(inspection, "The end of the guardian's term", termEnd, set.at(-1)?.args.termEnd ?? 0);
  if (account === zeroAddress) return;
  const power = "until its term ends, stops new registrations for at most 7 days of each 30";
  offices.push({ address: account, name: "the guardian", power });
}

/** The governor votes by Voice, acts through the timelock, and its settings are within reach of the first ones. */
export async function inspectGovernor(inspection: Inspection): Promise<void> {
  const { client, deployment, blockNumber } = inspection;
  const { governor: address, voice, timelock } = deployment.addresses;
  const governor = { address, abi: azoraGovernorAbi, blockNumber } as const;
  const read = (functionName: "token" | "timelock") => client.readContract({ ...governor, functionName });
  same(inspection, "What the governor counts", await read("token"), voice);
  same(inspection, "The governor's timelock", await read("timelock"), timelock);
  const setting = (
    functionName: "votingDelay" | "votingPeriod" | "proposalThreshold" | "lateQuorumVoteExtension",
  ) => client.readContract({ ...governor, functionName });
  const firsts = {
    votingDelay: eventsOf(inspection, "VotingDelaySet")[0]?.args.newVotingDelay,
    votingPeriod: eventsOf(inspection, "VotingPeriodSet")[0]?.args.newVotingPeriod,
    proposalThreshold: eventsOf(inspection, "ProposalThresholdSet")[0]?.args.newProposalThreshold,
    lateQuorumVoteExtension: eventsOf(inspection, "LateQuorumVoteExtensionSet")[0]?.args.newVoteExtension,
  };
  for (const name of [
    "votingDelay",
    "votingPeriod",
    "proposalThreshold",
    "lateQuorumVoteExtension",
  ] as const) {
    const first = firsts[name] ?? 0n;
    const value = BigInt(await setting(name));
    const within = value >= first / REACH && value <= first * REACH;
    same(inspection, `Whether the governor's ${name} is within a factor of four`, within, true);
  }
}
