import { attributionRegistryAbi, linkTypedData, model, type Node } from "@azora/sdk";
import { type Address, encodeFunctionData, type Hex, zeroAddress } from "viem";
import type { HDAccount } from "viem/accounts";
import { passTo } from "./clock.ts";
import { perform } from "./perform.ts";
import { note, personIn, type World } from "./world.ts";

const m = model.protocol;

interface Attested {
  readonly attestor: Address;
  readonly signature: Hex;
  /** Whether it signed exactly this link. */
  readonly valid: boolean;
}

/** Proposes a link with the words of all attestors that count; one in three has a fault. */
export async function link(world: World): Promise<void> {
  const { random, state, identities, works } = world;
  const [work] = works;
  const identity = work !== undefined && random.chance(0.05) ? work.node : random.pick(identities);
  const account = chooseAccount(world);
  const { nonce } = m.linkOf(state, identity);
  const deadline = world.next + (random.chance(0.05) ? -5n : 10_000n);
  const valid = random.chance(0.9);
  const message = { identity, account, nonce: valid ? nonce : nonce + 1n, deadline };
  const attestations = await attest(world, message, valid);
  const done = await perform(world, {
    name: "link",
    sender: personIn(world),
    to: "attributionRegistry",
    data: encodeFunctionData({
      abi: attributionRegistryAbi,
      functionName: "link",
      args: [identity, account, deadline, attestations],
    }),
    predict: (call) => m.link(state, call, identity, account, deadline, attestations),
  });
  if (done) note(world, "linked");
}

/** Judges too: whoever is linked to a heavy share may not vote on it. */
function chooseAccount(world: World): Address {
  const { random, addresses, deployment, judges } = world;
  if (random.chance(0.08)) return random.pick([zeroAddress, addresses.timelock, deployment.genesis]);
  return random.chance(0.4) ? random.pick(judges) : personIn(world);
}

interface Message {
  identity: Node;
  account: Address;
  nonce: bigint;
  deadline: bigint;
}

async function attest(world: World, message: Message, valid: boolean): Promise<Attested[]> {
  const { random, state, attestors, deployment, people } = world;
  const isActive = ({ address }: HDAccount) =>
    (state.attestors.get(address) ?? world.next + 1n) <= world.next;
  const active = attestors
    .filter(isActive)
    .toSorted((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
  const [first] = active;
  const signers = random.chance(0.88)
    ? active
    : random.pick([[], people.slice(1, 2), first === undefined ? [] : [first, first]]);
  const data = { ...linkTypedData(deployment), message };
  return Promise.all(
    signers.map(async (signer) => ({
      attestor: signer.address,
      signature: await signer.signTypedData(data),
      valid,
    })),
  );
}

/** An attestor takes back a link that waits; sometimes somebody else tries. */
export async function veto(world: World): Promise<void> {
  const { random, state, identities, attestors } = world;
  const pending = identities.filter((identity) => m.linkOf(state, identity).effectiveAt > world.next);
  const identity = random.pick(pending.length > 0 && random.chance(0.85) ? pending : identities);
  const attestor = random.pick(attestors).address;
  const done = await perform(world, {
    name: "veto",
    sender: random.chance(0.9) ? attestor : personIn(world),
    to: "attributionRegistry",
    data: encodeFunctionData({ abi: attributionRegistryAbi, functionName: "veto", args: [identity] }),
    predict: (call) => m.veto(state, call, identity),
  });
  if (done) note(world, "vetoed");
}

/** Appoints or dismisses the second attestor, or tries with somebody else. */
export async function setAttestor(world: World): Promise<void> {
  const { random, state, addresses, attestors } = world;
  const [first = zeroAddress, second = zeroAddress] = attestors.map(({ address }) => address);
  const attestor = random.pick([second, second, second, first, zeroAddress]);
  // The first one stays, or no link would come about in the rest of the run.
  const appointed = attestor === first || random.chance(0.7);
  const done = await perform(world, {
    name: "setAttestor",
    sender: random.chance(0.9) ? addresses.timelock : personIn(world),
    to: "attributionRegistry",
    data: encodeFunctionData({
      abi: attributionRegistryAbi,
      functionName: "setAttestor",
      args: [attestor, appointed],
    }),
    predict: (call) => m.setAttestor(state, call, attestor, appointed),
  });
  if (!done) return;
  note(world, appointed ? "appointed" : "dismissed");
  if (appointed && random.chance(0.5)) passTo(world, state.attestors.get(attestor) ?? 0n);
}
