import { auditTables } from "@azora/api/auditor";
import { createDeployment } from "@azora/sdk";
import { expect } from "chai";
import { getTableName } from "drizzle-orm";
import { createPublicClient, custom } from "viem";
import { hunt } from "../../support/lives/hunts.ts";
import { IndexDatabase } from "../../support/lives/IndexDatabase.ts";
import { Past } from "../../support/lives/Past.ts";
import { tell } from "../../support/lives/stories/index.ts";
import { Trial } from "../../support/lives/Trial.ts";
import { type Random, randomOf } from "../../support/lockstep/random.ts";
import { run } from "../../support/lockstep/run.ts";
import { SEED } from "../../support/seed.ts";
import { columnsOf } from "../../support/tampering.ts";

const RUNS = Number(process.env.AZORA_RUNS ?? 12);
const CALLS = 400;

/** Events that have a handler and come about on no chain of ours: no contract of the protocol changes its domain. */
const NEVER = [
  "AttributionRegistry:EIP712DomainChanged",
  "AzoraGovernor:EIP712DomainChanged",
  "AzoraToken:EIP712DomainChanged",
  "Voice:EIP712DomainChanged",
  // No log: a block of the head.
  "Head:block",
];
/** What handlers do to make sure, where it never makes a difference. */
const REDUNDANT = [
  // Whoever takes a seat was named or paid.
  "ValidatorRegistry:Seated on account",
  // It only reads.
  "Constitution:StopLifted on protocol",
];

describe("Index and contracts, over lives", function () {
  this.timeout(1_800_000);
  let database: IndexDatabase;
  let trial: Trial;

  before(async () => {
    database = await IndexDatabase.open();
    trial = await Trial.open(database);
  });
  after(() => database?.close());

  async function examine(past: Past, { pick }: Random): Promise<void> {
    const inspection = await trial.hold(past);
    await trial.sabotage(past, inspection);
    await trial.tamper(past, inspection, pick);
  }

  it("agree on a life of every event: each row is what events, contracts and the ledger's root say", async () => {
    const { genesis, connection } = await tell();
    const transport = custom(connection.provider, { retryCount: 0 });
    const client = createPublicClient({ transport, cacheTime: 0 });
    const chainId = await client.getChainId();
    const deployment = createDeployment({ chainId, genesis: await genesis.getAddress(), block: 0 });
    const past = await Past.read(client, deployment, await client.getBlockNumber());
    await examine(past, randomOf(SEED, -3));
  });

  it("agree on random lives, at blocks in between as well", async () => {
    for (let index = 0; index < RUNS; index += 1) {
      await run(SEED + index, CALLS, async (world) => {
        await hunt(world, SEED + index);
        const past = await Past.read(world.client, world.deployment, world.block);
        await examine(past, world.random);
      });
    }
    expect(trial.inspections).to.be.at.least(4 * (RUNS + 1));
  });

  it("met every event that the index handles, and a row of every table", () => {
    expect(trial.handled.filter((event) => !trial.events.has(event))).to.have.members(NEVER);
    const names = auditTables.map(getTableName);
    expect(names.filter((name) => !trial.tampered.has(`${name} was deleted`))).to.deep.equal([]);
  });

  it("have a witness for each column of each table, other than the handlers", () => {
    expect(trial.untold).to.deep.equal([]);
  });

  it("would not agree if any row was missing or invented, or any column was another one", () => {
    const all = auditTables.flatMap((table) =>
      ["was deleted", "was invented", ...columnsOf(table).keys()].map(
        (what) => `${getTableName(table)} ${what}`,
      ),
    );
    expect(trial.missed, `with seed ${SEED}`).to.deep.equal([]);
    expect(all.filter((name) => !trial.tampered.has(name))).to.deep.equal([]);
  });

  it("would not agree if any handler left out any of its effects", () => {
    const same = [...trial.sabotaged].filter(([, by]) => by === "no difference").map(([name]) => name);
    expect(same).to.have.members(REDUNDANT);
    const events = new Set([...trial.sabotaged.keys()].map((name) => name.split(" ")[0]));
    expect([...trial.events.keys()].filter((event) => !events.has(event))).to.deep.equal([]);
    expect(trial.sabotaged.size).to.be.at.least(200);
  });
});
