import { type ContractTransactionResponse, id, ZeroAddress } from "ethers";
import { type Attribution, accountNode, attribution, evenly, hashShares } from "../support/attribution.ts";
import {
  ballotOf,
  commitAll,
  draw,
  finalized,
  moveTo,
  panelOf,
  register,
  settled,
  URI,
} from "../support/life.ts";
import { type Protocol, seatedProtocol } from "../support/protocol.ts";

const LEVEL = 5;
const ANCHORS = 1_000;
/** A transaction's base cost, and 16 or 4 gas a non-zero or zero byte of calldata. */
const BASE = 21_000n;

/**
 * Anchors until the next leaf merges one pair of peaks, which is the mean over all sizes: so a budget neither profits from a
 * lucky size nor suffers from an unlucky one.
 */
async function alignLedger({ ledger }: Protocol): Promise<void> {
  while ((await ledger.size()) % 4n !== 1n) await ledger.anchor(id("aligned"));
}

async function gasOf(sent: Promise<ContractTransactionResponse>): Promise<bigint> {
  const receipt = await (await sent).wait();
  if (receipt === null) throw new Error("The transaction was not mined.");
  return receipt.gasUsed;
}

const calldataGas = (data: string): bigint =>
  (data.slice(2).match(/../g) ?? []).reduce((sum, byte) => sum + (byte === "00" ? 4n : 16n), 0n);

/** A leaf's cost is what an anchor adds to an empty call: its receipt without base cost and calldata. */
async function anchorMean({ ledger }: Protocol): Promise<bigint> {
  let total = 0n;
  for (let index = 0; index < ANCHORS; index += 1) {
    const sent = await ledger.anchor(id(`record ${index}`));
    total += (await gasOf(Promise.resolve(sent))) - BASE - calldataGas(sent.data);
  }
  return total / BigInt(ANCHORS);
}

/** Gas of each kind of work, by the names of budgets.json. Takes about a minute on two cores. */
export async function measure(): Promise<Map<string, bigint>> {
  const protocol = await seatedProtocol();
  const { registry, pov, token, person } = protocol;
  const gas = new Map<string, bigint>();
  gas.set("audit leaf with its event, mean of 1,000", await anchorMean(protocol));

  const pair = evenly([accountNode(person(1)), accountNode(person(2))]);
  const plain = attribution(pair);
  const upstream = await register(protocol, plain);
  await settled(protocol, upstream, plain, LEVEL);
  const work = attribution(pair, [{ node: upstream, weight: 100_000 }]);

  const value = await registry.bondRequired();
  const sender = registry.connect(person(0));
  await alignLedger(protocol);
  gas.set("register, with one URI", await gasOf(sender.register(id("work"), work, URI, { value })));
  const contribution = await register(protocol, work, { evidence: id("work, drawn") });
  const many = attribution(evenly(Array.from({ length: 32 }, (_, index) => accountNode(person(index)))));
  await alignLedger(protocol);
  gas.set("register 32 contributors", await gasOf(sender.register(id("many"), many, URI, { value })));

  await alignLedger(protocol);
  gas.set("draw, header proof included", await gasOf(draw(protocol, contribution)));
  const panel = await panelOf(protocol, contribution);
  const levels = panel.map(() => LEVEL);
  const [judge] = panel;
  if (judge === undefined) throw new Error("The panel is empty.");
  const commitment = await pov.commitmentOf(contribution, 1, ballotOf(judge.address, LEVEL));
  gas.set("commit", await gasOf(pov.connect(judge).commit(contribution, 0, commitment)));
  await commitAll(protocol, contribution, levels);
  const { commitEnd, revealEnd } = await pov.roundOf(contribution, 1);
  await moveTo(protocol, commitEnd);
  for (const [position, { address }] of panel.entries()) {
    const ballot = ballotOf(address, LEVEL);
    const used = await gasOf(pov.reveal(contribution, ballot, work.contributors, hashShares(work.upstream)));
    gas.set(position === 0 ? "reveal, first" : "reveal, later", used);
  }
  await moveTo(protocol, revealEnd);
  await pov.score(contribution);

  await measureReveal(protocol, gas);
  await measureSettle(protocol, gas, upstream);
  await measureFlow(protocol, gas);

  await measureWithdrawals(protocol, gas, work, contribution);
  await token.connect(person(30)).transfer(person(31), 10n ** 18n);
  const transfer = token.connect(person(30)).transfer(person(31), 10n ** 18n);
  gas.set("AZR transfer, existing holder", await gasOf(transfer));
  return gas;
}

/** Accounts with AZR from several works: person 1 withdraws twice, with another work paid in between. */
async function measureWithdrawals(
  protocol: Protocol,
  gas: Map<string, bigint>,
  work: Attribution,
  contribution: string,
): Promise<void> {
  const { rewards, token, person, ethers, pov } = protocol;
  await rewards.connect(person(2)).withdraw(token, person(32));
  const first = rewards.connect(person(1)).withdraw(token, person(30));
  gas.set("withdraw AZR with voice, first", await gasOf(first));
  await moveTo(protocol, await pov.challengeEndOf(contribution));
  await pov.finalize(contribution);
  const { epoch } = await pov.workOf(contribution);
  await moveTo(protocol, await pov.sealableAt(epoch));
  await pov.settle(contribution, work);
  const later = rewards.connect(person(1)).withdraw(token, person(30));
  gas.set("withdraw AZR with voice, later", await gasOf(later));

  const factory = await ethers.getContractFactory("HostileToken");
  const coin = await factory.deploy(ZeroAddress, person(7), 1_000_000n);
  await coin.connect(person(7)).approve(rewards, 1_000_000n);
  await rewards.connect(person(7)).reward(coin, contribution, 100_000n, work);
  const fresh = rewards.connect(person(1)).withdraw(coin, person(33));
  gas.set("withdraw another token, new holder", await gasOf(fresh));
  const existing = rewards.connect(person(2)).withdraw(coin, person(33));
  gas.set("withdraw another token, existing holder", await gasOf(existing));
}

async function measureReveal(protocol: Protocol, gas: Map<string, bigint>): Promise<void> {
  const { pov } = protocol;
  const nodes = Array.from({ length: 100 }, (_, index) => `0x02${id(`identity ${index}`).slice(2, 64)}`);
  const crowd = attribution(evenly(nodes));
  const contribution = await register(protocol, crowd, { evidence: id("crowd") });
  await draw(protocol, contribution);
  const [first, second] = await panelOf(protocol, contribution);
  if (first === undefined || second === undefined) throw new Error("The panel is too small.");
  await commitAll(protocol, contribution, [LEVEL, LEVEL]);
  await moveTo(protocol, (await pov.roundOf(contribution, 1)).commitEnd);
  const open = (judge: { address: string }) =>
    pov.reveal(contribution, ballotOf(judge.address, LEVEL), crowd.contributors, hashShares(crowd.upstream));
  await open(first);
  gas.set("reveal at 100 contributors", await gasOf(open(second)));
}

async function measureSettle(protocol: Protocol, gas: Map<string, bigint>, upstream: string): Promise<void> {
  const { pov, person } = protocol;
  const pair = evenly([accountNode(person(20)), accountNode(person(21))]);
  const work = attribution(pair, [{ node: upstream, weight: 100_000 }]);
  const warm = attribution(evenly([accountNode(person(1)), accountNode(person(2))]), work.upstream);
  const warmed = await register(protocol, warm, { evidence: id("warms the upstream pool") });
  await settled(protocol, warmed, warm, LEVEL);
  for (const name of ["first", "steady"]) {
    const contribution = await register(protocol, work, { evidence: id(name) });
    await finalized(protocol, contribution, work, LEVEL);
    const { epoch } = await pov.workOf(contribution);
    await moveTo(protocol, await pov.sealableAt(epoch));
    await pov.sealEpoch(epoch);
    await alignLedger(protocol);
    gas.set(`settle with its flow to 2 people, ${name}`, await gasOf(pov.settle(contribution, work)));
  }
}

async function measureFlow(protocol: Protocol, gas: Map<string, bigint>): Promise<void> {
  const { rewards, token, person } = protocol;
  const people = Array.from({ length: 10 }, (_, index) =>
    accountNode(`0x${id(`new person ${index}`).slice(-40)}`),
  );
  const base = attribution(evenly(people));
  const source = await register(protocol, base, { evidence: id("source") });
  await finalized(protocol, source, base, LEVEL);
  const citing = attribution(evenly([accountNode(person(1)), accountNode(person(2))]), [
    { node: source, weight: 300_000 },
  ]);
  const contribution = await register(protocol, citing, { evidence: id("citing") });
  await settled(protocol, contribution, citing, LEVEL);
  await alignLedger(protocol);
  gas.set("flow to 10 new people", await gasOf(rewards.flow(token, source, base)));
}
