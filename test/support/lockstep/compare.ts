import {
  accountNode,
  attributionRegistryAbi,
  auditLedgerAbi,
  azoraTokenAbi,
  constitutionAbi,
  model,
  type Node,
  NodeKind,
  nodeAccount,
  nodeKind,
  proofOfValueAbi,
  Rule,
  rewardLedgerAbi,
  ruleNames,
  validatorRegistryAbi,
} from "@azora/sdk";
import { zeroAddress } from "viem";
import { compareDisputes, compareFlags, compareFund, compareStints, compareVoice } from "./compareCommons.ts";
import { expectSame } from "./perform.ts";
import { compareReservations } from "./reservations.ts";
import type { World } from "./world.ts";

const m = model.protocol;
const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((total, amount) => total + amount, 0n);

/** Compares everything that both know, and what must hold within it. */
export async function compareState(world: World): Promise<void> {
  await Promise.all([
    compareMoney(world),
    compareEther(world),
    compareWorks(world),
    compareEpochs(world),
    compareIdentities(world),
    compareOffices(world),
    compareCritics(world),
    compareGuardian(world),
    compareDisputes(world),
    compareReservations(world),
    compareStints(world),
    compareVoice(world),
    compareFund(world),
    compareFlags(world),
  ]);
}

/** AZ-01 to AZ-04: what was minted, who has it, and that what is booked is what is there. */
async function compareMoney({ state, client, addresses }: World): Promise<void> {
  const token = { address: addresses.azoraToken, abi: azoraTokenAbi } as const;
  const rewards = { address: addresses.rewardLedger, abi: rewardLedgerAbi } as const;
  const supply = await client.readContract({ ...token, functionName: "totalSupply" });
  expectSame("the supply", state.supply, supply);
  let held = 0n;
  for (const [account, amount] of state.azr) {
    const balance = await client.readContract({ ...token, functionName: "balanceOf", args: [account] });
    expectSame(`the AZR of ${account}`, amount, balance);
    held += balance;
  }
  expectSame("all balances together", held, supply);
  let booked = 0n;
  for (const [node, { amount, minted }] of state.pots) {
    const pot = await (nodeKind(node) === NodeKind.Account
      ? client.readContract({
          ...rewards,
          functionName: "creditOf",
          args: [token.address, nodeAccount(node)],
        })
      : client.readContract({ ...rewards, functionName: "poolOf", args: [token.address, node] }));
    expectSame(`the pot of ${node}`, [amount, minted], pot);
    booked += pot[0];
  }
  const owned = await client.readContract({
    ...token,
    functionName: "balanceOf",
    args: [rewards.address],
  });
  expectSame("pools and credits together", booked, owned);
}

/** AZ-07: ETH held is bonds of works, seats and challenges, fees, deposits, and what is owed. */
async function compareEther({ state, client, addresses, people, judges }: World): Promise<void> {
  const known = [...people.map(({ address }) => address), ...judges, addresses.citadelFund];
  const bonds = {
    attributionRegistry: sum([...state.works.values()].map(({ bond }) => bond)),
    validatorRegistry: sum([...state.seats.stints.values()].flat().map(({ bond }) => bond)),
    disputes: m.depositsHeld(state) + sum([...state.works.values()].map(({ dispute }) => heldBy(dispute))),
  };
  let held = 0n;
  for (const holder of ["attributionRegistry", "validatorRegistry", "disputes"] as const) {
    const address = addresses[holder];
    for (const account of new Set([...known, ...(state.etherOwed.get(holder)?.keys() ?? [])])) {
      const owed = await client.readContract({
        address,
        abi: attributionRegistryAbi,
        functionName: "etherOwed",
        args: [account],
      });
      expectSame(`the ETH owed to ${account} by ${holder}`, m.etherOwedBy(state, holder, account), owed);
    }
    const balance = await client.getBalance({ address });
    const owed = sum(state.etherOwed.get(holder)?.values() ?? []);
    expectSame(`the ETH of ${holder}`, bonds[holder] + owed, balance);
    held += balance;
  }
  expectSame("the ETH of all", state.etherHeld, held);
}

/** The bond of an open challenge, and what of its fee nobody has taken yet. */
function heldBy(dispute: model.protocol.DisputeState | undefined): bigint {
  if (dispute === undefined) return 0n;
  const { bond, fee, outcome, counted, shared } = dispute;
  if (outcome === undefined) return bond + fee;
  return counted === 0n ? 0n : (fee / counted) * (counted - BigInt(shared.size));
}

async function compareWorks(world: World): Promise<void> {
  for (const [node, work] of world.state.works) await compareWork(world, node, work);
  const { client, addresses, state } = world;
  const open = await client.readContract({
    address: addresses.proofOfValue,
    abi: proofOfValueAbi,
    functionName: "openRounds",
  });
  expectSame("how many works wait for a score", m.openRounds(state), open);
}

async function compareWork(world: World, node: Node, work: model.protocol.WorkState): Promise<void> {
  const { client, addresses } = world;
  const pov = { address: addresses.proofOfValue, abi: proofOfValueAbi } as const;
  const registry = { address: addresses.attributionRegistry, abi: attributionRegistryAbi } as const;
  const [present, bond, hash, registrant] = await Promise.all([
    client.readContract({ ...pov, functionName: "workOf", args: [node] }),
    client.readContract({ ...registry, functionName: "bondOf", args: [node] }),
    client.readContract({ ...registry, functionName: "attributionHashOf", args: [node] }),
    client.readContract({ ...registry, functionName: "registrantOf", args: [node] }),
  ]);
  const { phase, opening, round, rearmed, redrawn, late, level, rulesVersion, armedAt, epoch } = work;
  const { challenged, scoredRound } = work;
  const times = { phase, opening, round, rearmed, redrawn, late, level, rulesVersion, armedAt, epoch };
  const fields = { ...times, challenged, scoredRound };
  const theirs = { ...fields, ...present, level: `${present.level}`, armedAt: `${present.armedAt}` };
  const { priceCap: _, ...comparable } = { ...theirs, epoch: `${present.epoch}` };
  expectSame(`the work ${node}`, fields, comparable);
  expectSame(
    `the registration of ${node}`,
    [work.bond, work.attributionHash, work.registrant],
    [bond, hash, registrant],
  );
  for (const [number, info] of work.rounds) await compareRound(world, node, number, info);
}

/** AZ-05, AZ-06: who may vote in a round, and what each vote is. */
async function compareRound(
  { client, addresses, state }: World,
  node: Node,
  number: number,
  round: model.protocol.RoundState,
): Promise<void> {
  const pov = { address: addresses.proofOfValue, abi: proofOfValueAbi } as const;
  const { panel, armedAt, commitEnd, revealEnd } = await client.readContract({
    ...pov,
    functionName: "roundOf",
    args: [node, number],
  });
  const judges = round.panel.map((seat) => m.holderAt(state, seat, round.armedAt));
  expectSame(`the panel of ${node}`, judges, panel);
  const windows = [round.armedAt, round.commitEnd, round.revealEnd];
  expectSame(`the windows of ${node}`, windows, [armedAt, commitEnd, revealEnd].map(BigInt));
  for (const [judge, word] of round.ballots) {
    const vote = await client.readContract({
      ...pov,
      functionName: "voteOf",
      args: [node, number, judge],
    });
    expectSame(`the vote of ${judge} on ${node}`, word, vote);
  }
}

async function compareEpochs({ state, client, addresses }: World): Promise<void> {
  for (const [epoch, { points, isSealed }] of state.epochs) {
    const present = await client.readContract({
      address: addresses.proofOfValue,
      abi: proofOfValueAbi,
      functionName: "epochOf",
      args: [Number(epoch)],
    });
    expectSame(`epoch ${epoch}`, [points, isSealed], present);
  }
}

async function compareIdentities({ state, client, addresses, identities, attestors }: World): Promise<void> {
  const registry = { address: addresses.attributionRegistry, abi: attributionRegistryAbi } as const;
  for (const identity of identities) {
    const { account, effectiveAt, nonce } = m.linkOf(state, identity);
    const present = await client.readContract({ ...registry, functionName: "linkOf", args: [identity] });
    const [theirs, from, theirNonce] = present;
    expectSame(
      `the link of ${identity}`,
      [account ?? zeroAddress, effectiveAt, nonce],
      [theirs, BigInt(from), theirNonce],
    );
  }
  for (const { address } of attestors) {
    const from = await client.readContract({ ...registry, functionName: "attestorFrom", args: [address] });
    expectSame(`the attestor ${accountNode(address)}`, state.attestors.get(address) ?? 0n, BigInt(from));
  }
}

/** AZ-12: every rule in force; and the seats. */
async function compareOffices({ state, client, addresses }: World): Promise<void> {
  const constitution = { address: addresses.constitution, abi: constitutionAbi } as const;
  const version = await client.readContract({ ...constitution, functionName: "version" });
  expectSame("the version of the rules", state.rules.length, version);
  const present = await Promise.all(
    ruleNames.map((name) =>
      client.readContract({ ...constitution, functionName: "valueOf", args: [Rule[name], version] }),
    ),
  );
  expectSame("the rules", state.rules.at(-1), present.map(BigInt));
  const seats = await client.readContract({
    address: addresses.validatorRegistry,
    abi: validatorRegistryAbi,
    functionName: "seatCount",
  });
  expectSame("the seats", BigInt(state.seats.bench.length), seats);
  const size = await client.readContract({
    address: addresses.auditLedger,
    abi: auditLedgerAbi,
    functionName: "size",
  });
  expectSame("the ledger's size", BigInt(state.leaves.length), size);
}

async function compareGuardian({ state, client, addresses }: World): Promise<void> {
  const [account, termEnd, nextStopAt] = await client.readContract({
    address: addresses.constitution,
    abi: constitutionAbi,
    functionName: "guardian",
  });
  expectSame("the guardian", state.guardian.account, account);
  expectSame("the guardian's term", state.guardian.termEnd, BigInt(termEnd));
  expectSame("the guardian's next stop", state.guardian.nextStopAt, BigInt(nextStopAt));
  const stoppedUntil = await client.readContract({
    address: addresses.proofOfValue,
    abi: proofOfValueAbi,
    functionName: "stoppedUntil",
  });
  expectSame("the end of the stop", state.stoppedUntil, BigInt(stoppedUntil));
}

async function compareCritics({ state, client, addresses, people, works }: World): Promise<void> {
  const constitution = { address: addresses.constitution, abi: constitutionAbi } as const;
  const articles = await client.readContract({ ...constitution, functionName: "articlesHash" });
  expectSame("the articles", state.articles, articles);
  for (const { address } of people) {
    const args = [address] as const;
    const isCritic = await client.readContract({ ...constitution, functionName: "isCritic", args });
    expectSame(`the office of ${address}`, state.critics.has(address), isCritic);
  }
  for (const { node } of works) {
    const args = [node] as const;
    const count = await client.readContract({ ...constitution, functionName: "critiquesOf", args });
    expectSame(`the critiques of ${node}`, state.critiques.get(node) ?? 0, count);
  }
}
