import { createDeployment, type Deployment, model, ruleNames } from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import { createPublicClient, custom, getAddress, type Hex, type PublicClient, zeroAddress } from "viem";
import { type Parameters, readParameters, readRules } from "../../../deploy/parameters.ts";
import { fresh, impersonate } from "../../support/fixture.ts";
import { randomOf } from "../../support/lockstep/random.ts";
import type { World } from "../../support/lockstep/world.ts";
import { deployProtocol, type Protocol } from "../../support/protocol.ts";
import { Stage } from "./stage.ts";

const m = model.protocol;
const CHAIN = 31_337;
const WEEK = 604_800;
/** Where the deployment of a test chain begins. The draws depend on it, and with them each seed's course. */
const GENESIS = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const GENESIS_TIME = 1_700_000_000n;

/** One more than the main network's threshold, so that one is left to veto. */
const ATTESTORS = [30, 31, 32]
  .map((index) => practicePerson(index))
  .toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
export const attestors = ATTESTORS;

/** Thirty seats under the rules of the main network. */
function parameters(local = readParameters("local")): Parameters {
  return {
    ...local,
    epochLength: WEEK,
    // Whoever guards can stop registrations for a while: a harm that SECURITY.md states, and no gain.
    guardian: null,
    rules: readRules("mainnet"),
    attestors: ATTESTORS.map(({ address }) => address),
  };
}

const startOf = (
  { rules, seats, articles, epochLength }: Parameters,
  where: { deployment: Deployment; genesisTime: bigint; attestorsSince: bigint },
): model.protocol.Start => ({
  ...where,
  epochLength: BigInt(epochLength),
  rules: ruleNames.map((name) => {
    const { value, min, max } = rules[name];
    return { value: BigInt(value), min: BigInt(min), max: BigInt(max) };
  }),
  named: seats.map((seat) => getAddress(seat)),
  attestors: ATTESTORS.map(({ address }) => address),
  guardian: { account: zeroAddress, termEnd: 0n },
  articles: hexOf(articles),
});

/** The reference model alone, at the first second of an epoch. */
export function modelStage(seed: number): Stage {
  MODEL ??= startOf(parameters(), {
    deployment: createDeployment({ chainId: CHAIN, genesis: GENESIS, block: 0 }),
    genesisTime: GENESIS_TIME,
    attestorsSince: GENESIS_TIME,
  });
  return new Stage(MODEL, { block: 100n, next: GENESIS_TIME + BigInt(WEEK) }, seed);
}
let MODEL: model.protocol.Start | undefined;

const deployed = (): Promise<Protocol> => deployProtocol(parameters);

/** The model and real contracts beside it, at the first second of an epoch. */
export async function chainStage(seed: number): Promise<Stage> {
  const protocol = await fresh(deployed);
  CHAIN_START ??= await readBeginning(protocol);
  const { client, start, block } = CHAIN_START;
  await impersonate(protocol, start.deployment.addresses.timelock);
  const next = start.genesisTime + start.epochLength;
  const world: World = {
    protocol,
    client,
    deployment: start.deployment,
    addresses: start.deployment.addresses,
    state: m.createState(start),
    // The stage says when each call is made.
    random: { ...randomOf(seed, 0), chance: () => false },
    block,
    next,
    people: [],
    judges: start.named,
    attestors: ATTESTORS,
    identities: [],
    works: [],
    claims: [],
    ballots: new Map(),
    progress: new Map(),
    outcomes: new Map(),
    history: [],
    calls: 0,
  };
  return new Stage(start, { block, next }, seed, world);
}
let CHAIN_START: Beginning | undefined;

interface Beginning {
  readonly client: PublicClient;
  readonly start: model.protocol.Start;
  readonly block: bigint;
}

async function readBeginning({ connection, genesis, pov, registry }: Protocol): Promise<Beginning> {
  const client = createPublicClient({
    transport: custom(connection.provider, { retryCount: 0 }),
    cacheTime: 0,
  });
  const [appointed] = await registry.queryFilter(registry.filters.AttestorSet());
  if (appointed === undefined) throw new Error("The deployment appointed no attestor.");
  const start = startOf(parameters(), {
    deployment: createDeployment({ chainId: CHAIN, genesis: await genesis.getAddress(), block: 0 }),
    genesisTime: await pov.GENESIS_TIME(),
    attestorsSince: BigInt((await appointed.getBlock()).timestamp),
  });
  return { client, start, block: await client.getBlockNumber() };
}

const hexOf = (text: string): Hex => `0x${text.slice(2)}`;
