import {
  type Attribution,
  accountNode,
  attributionRegistryAbi,
  model,
  type Node,
  NodeKind,
  nodeAccount,
  nodeKind,
  rewardLedgerAbi,
} from "@azora/sdk";
import { type Address, encodeFunctionData, numberToHex, zeroAddress } from "viem";
import { passTo } from "./clock.ts";
import { perform } from "./perform.ts";
import { NOTHING, note, personIn, type World } from "./world.ts";

const m = model.protocol;

/** Pools with something in them. */
const poolsIn = ({ state }: World): Node[] =>
  [...state.pots].filter(([node, { amount }]) => amount > 0n && !isAccount(node)).map(([node]) => node);

const isAccount = (node: Node) => nodeKind(node) === NodeKind.Account;

const attributionOf = ({ works }: World, node: Node): Attribution =>
  works.find((work) => work.node === node)?.attribution ?? NOTHING;

/** Flows a pool on; one in six is none, or comes with another attribution. */
export async function flow(world: World): Promise<void> {
  const { random, state, addresses, identities, works } = world;
  const pools = poolsIn(world);
  const others = [...identities, ...works.map(({ node }) => node)];
  const odd: Node[] = [accountNode(personIn(world)), numberToHex(3, { size: 32 }), ...others];
  const node = random.pick(pools.length === 0 || random.chance(0.15) ? odd : pools);
  const isOdd = random.chance(0.08);
  const attribution = isOdd
    ? random.pick([NOTHING, ...works.map((work) => work.attribution)])
    : attributionOf(world, node);
  const token = random.chance(0.04) ? addresses.timelock : addresses.azoraToken;
  const { account, effectiveAt } = m.linkOf(state, node);
  if (account !== undefined && random.chance(0.8)) passTo(world, effectiveAt);
  const done = await perform(world, {
    name: "flow",
    sender: personIn(world),
    to: "rewardLedger",
    data: encodeFunctionData({
      abi: rewardLedgerAbi,
      functionName: "flow",
      args: [token, node, attribution],
    }),
    predict: (call) => m.flow(state, call, token, node, attribution),
  });
  if (done) note(world, account === undefined ? "flowed on" : "flowed to a linked account");
}

/** Accounts with AZR to withdraw, and one more. */
function creditorsOf(world: World): Address[] {
  const credits = [...world.state.pots].filter(([node, { amount }]) => isAccount(node) && amount > 0n);
  return [...credits.map(([node]) => nodeAccount(node)), personIn(world)];
}

/** AZR: by its owner to anybody, or by anybody to its owner. */
export async function withdraw(world: World): Promise<void> {
  const { random, state, addresses } = world;
  const { azoraToken, rewardLedger } = addresses;
  const owner = random.pick(creditorsOf(world));
  const to = random.pick([owner, personIn(world), personIn(world), rewardLedger, zeroAddress]);
  const isFor = random.chance(0.5);
  const forWhom = random.chance(0.9) ? owner : to;
  const done = await perform(world, {
    name: isFor ? "withdrawFor" : "withdraw",
    sender: isFor ? personIn(world) : owner,
    to: "rewardLedger",
    data: isFor
      ? encodeFunctionData({
          abi: rewardLedgerAbi,
          functionName: "withdrawFor",
          args: [azoraToken, forWhom],
        })
      : encodeFunctionData({ abi: rewardLedgerAbi, functionName: "withdraw", args: [azoraToken, to] }),
    predict: (call) =>
      isFor ? m.withdrawFor(state, azoraToken, forWhom) : m.withdraw(state, call, azoraToken, to),
  });
  if (done) note(world, "withdrawn");
}

/** ETH: bonds that came back, to anybody or for anybody. */
export async function withdrawEther(world: World): Promise<void> {
  const { random, state, addresses } = world;
  const { attributionRegistry, rewardLedger, citadelFund } = addresses;
  const owed = state.etherOwed.get("attributionRegistry")?.keys() ?? [];
  const owners = [...owed].filter((account) => account !== citadelFund);
  const owner = random.pick([...owners, personIn(world)]);
  const to = random.pick([owner, personIn(world), attributionRegistry, zeroAddress, rewardLedger]);
  const isFor = random.chance(0.5);
  const forWhom = random.pick([owner, owner, owner, citadelFund, to]);
  // The reward ledger takes no ether; whoever else is paid here does.
  const accepts = to !== rewardLedger;
  const done = await perform(world, {
    name: isFor ? "withdrawEtherFor" : "withdrawEther",
    sender: isFor ? personIn(world) : owner,
    to: "attributionRegistry",
    data: isFor
      ? encodeFunctionData({
          abi: attributionRegistryAbi,
          functionName: "withdrawEtherFor",
          args: [forWhom],
        })
      : encodeFunctionData({ abi: attributionRegistryAbi, functionName: "withdrawEther", args: [to] }),
    predict: (call) =>
      isFor
        ? m.withdrawEtherFor(state, forWhom, forWhom !== rewardLedger)
        : m.withdrawEther(state, call, to, accepts),
  });
  if (done) note(world, "ether withdrawn");
}
