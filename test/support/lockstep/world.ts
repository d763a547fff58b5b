import {
  type Addresses,
  type Attribution,
  type Ballot,
  type ChallengeContent,
  createDeployment,
  type Deployment,
  identityNode,
  model,
  type Node,
  ruleNames,
} from "@azora/sdk";
import { practiceAttestor, practiceJudges, practicePerson } from "@azora/sdk/practice";
import { type Address, createPublicClient, custom, getAddress, type Hex, type PublicClient } from "viem";
import type { HDAccount } from "viem/accounts";
import { fresh, impersonate, unseatedUnhurried } from "../fixture.ts";
import type { Protocol } from "../protocol.ts";
import { type Random, randomOf } from "./random.ts";

/** A registered work with what its node commits to. */
export interface Work {
  readonly node: Node;
  readonly attribution: Attribution;
}

/** The contracts and the model, with everybody who calls them. */
export interface World {
  readonly protocol: Protocol;
  readonly client: PublicClient;
  readonly deployment: Deployment;
  readonly addresses: Addresses;
  readonly state: model.protocol.State;
  /** The choices of the present step. */
  random: Random;
  /** The number of the last block. Kept here, for asking the chain would double the time of a run. */
  block: bigint;
  /** The earliest second at which the next transaction may be mined. */
  next: bigint;
  readonly people: readonly HDAccount[];
  readonly judges: readonly Address[];
  readonly attestors: readonly HDAccount[];
  readonly identities: readonly Node[];
  readonly works: Work[];
  /** Challenges reserved by somebody, whatever became of them. */
  readonly claims: { readonly challenger: Address; readonly claim: ChallengeContent }[];
  /** What judges committed to, by the key of `ballotKey`. */
  readonly ballots: Map<string, Ballot>;
  /** How far each work came on the chain, to see that it never goes back. */
  readonly progress: Map<Node, number>;
  /** How often each outcome occurred. */
  readonly outcomes: Map<string, number>;
  /** Every call so far with its outcome. */
  readonly history: string[];
  calls: number;
}

export const NOTHING: Attribution = { contributors: [], upstream: [] };

const PEOPLE = Array.from({ length: 5 }, (_, index) => practicePerson(index));
const JUDGES = practiceJudges().map(({ address }) => address);
const IDENTITIES = ["a", "b", "c"].map((name) => identityNode(`github:${name}`));

interface Beginning {
  readonly client: PublicClient;
  readonly start: model.protocol.Start;
  readonly block: bigint;
  readonly timestamp: bigint;
}

let known: Beginning | undefined;

/** A fresh protocol without judges, and the model at the same point. */
export async function createWorld(seed: number): Promise<World> {
  const protocol = await fresh(unseatedUnhurried);
  known ??= await readBeginning(protocol);
  const { client, start, block, timestamp } = known;
  const { deployment } = start;
  await impersonate(protocol, deployment.addresses.timelock);
  return {
    protocol,
    client,
    deployment,
    addresses: deployment.addresses,
    state: model.protocol.createState(start),
    random: randomOf(seed, -1),
    block,
    next: timestamp + 1n,
    people: PEOPLE,
    judges: JUDGES,
    // The second one attests only once it is appointed.
    attestors: [practiceAttestor(), ...PEOPLE.slice(0, 1)],
    identities: IDENTITIES,
    works: [],
    claims: [],
    ballots: new Map(),
    progress: new Map(),
    outcomes: new Map(),
    history: [],
    calls: 0,
  };
}

/** What is the same at the beginning of each run. */
async function readBeginning(protocol: Protocol): Promise<Beginning> {
  const { parameters, registry, genesis, pov, connection } = protocol;
  const client = createPublicClient({
    transport: custom(connection.provider, { retryCount: 0 }),
    cacheTime: 0,
  });
  const chainId = await client.getChainId();
  const deployment = createDeployment({ chainId, genesis: await genesis.getAddress(), block: 0 });
  const [appointed] = await registry.queryFilter(registry.filters.AttestorSet());
  if (appointed === undefined) throw new Error("The deployment appointed no attestor.");
  const start: model.protocol.Start = {
    deployment,
    genesisTime: await pov.GENESIS_TIME(),
    epochLength: await pov.EPOCH_LENGTH(),
    rules: ruleNames.map((name) => {
      const { value, min, max } = parameters.rules[name];
      return { value: BigInt(value), min: BigInt(min), max: BigInt(max) };
    }),
    named: parameters.seats.map((seat) => getAddress(seat)),
    attestors: parameters.attestors.map((attestor) => getAddress(attestor)),
    articles: hexOf(parameters.articles),
    guardian: await readGuardian(protocol),
    attestorsSince: BigInt((await appointed.getBlock()).timestamp),
  };
  const { number, timestamp } = await client.getBlock();
  return { client, start, block: number, timestamp };
}

async function readGuardian({ constitution }: Protocol): Promise<model.protocol.Start["guardian"]> {
  const [account, termEnd] = await constitution.guardian();
  return { account: getAddress(account), termEnd };
}

const hexOf = (text: string): Hex => `0x${text.slice(2)}`;

/** Counts something that happened. */
export function note({ outcomes }: World, outcome: string): void {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

export const personIn = ({ random, people }: World): Address => random.pick(people).address;

export const ballotKey = (node: Node, round: number, validator: Address): string =>
  `${node}/${round}/${validator}`;
