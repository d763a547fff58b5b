import { attestLink } from "@azora/api/practice";
import {
  connectWallet,
  NodeKind,
  nodeKind,
  requireSuccess,
  rewardLedgerAbi,
  transact,
  type View,
} from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import { type Account, type Address, encodeFunctionData, type Hex } from "viem";
import { fastForward } from "./fastForward.ts";
import { persist } from "./persist.ts";
import type { Session } from "./session.ts";

export interface Payout {
  identity: Hex;
  account: Address;
  /** In wei of AZR. */
  amount: bigint;
}

/** Identities with the largest pools first; equal ones by node, so that the order is always the same. */
function largestIdentities(view: View, count: number, among: ReadonlySet<Hex> | undefined): Hex[] {
  return [...view.pools]
    .filter(([node]) => among === undefined || among.has(node))
    .filter(
      ([node, { balance }]) => nodeKind(node) === NodeKind.Identity && balance > 0n && !view.links.has(node),
    )
    .sort(([a, x], [b, y]) => (x.balance === y.balance ? (a < b ? -1 : 1) : x.balance > y.balance ? -1 : 1))
    .slice(0, count)
    .map(([node]) => node);
}

/**
 * Links the identities with the largest pools to accounts that nobody has used, waits until their pools have flowed, and
 * withdraws; of all identities, or of some. On a local chain the practice attestor signs without a proof; elsewhere people prove who they are.
 */
export async function payOut(
  session: Session,
  count: number,
  signal: AbortSignal,
  among?: ReadonlySet<Hex>,
): Promise<Payout[]> {
  const { client, network, follower } = session;
  const identities = largestIdentities(await follower.refresh(), count, among);
  const linked = (await follower.refresh()).links.size;
  const people = identities.map((identity, index) => ({ identity, account: practicePerson(linked + index) }));
  for (const { identity, account } of people) {
    const link = async () => {
      if (!(await follower.refresh()).links.has(identity))
        await attestLink(client, network, identity, account.address);
    };
    await persist(link, signal);
  }

  const flowed = (view: View) => identities.every((node) => (view.pools.get(node)?.balance ?? 0n) === 0n);
  await fastForward(session, flowed, { signal });

  const payouts: Payout[] = [];
  for (const { identity, account } of people) {
    const amount = await persist(() => withdrawAll(session, account), signal);
    payouts.push({ identity, account: account.address, amount });
  }
  return payouts;
}

/** Withdraws what an account is owed, if that was not done before, and gives what it has withdrawn in all, in wei. */
async function withdrawAll({ client, network, follower }: Session, account: Account): Promise<bigint> {
  const { azoraToken, rewardLedger } = network.deployment.addresses;
  const args = [azoraToken, account.address] as const;
  const view = await follower.refresh();
  if ((view.credits.get(account.address)?.owed ?? 0n) > 0n) {
    const data = encodeFunctionData({ abi: rewardLedgerAbi, functionName: "withdraw", args });
    const hash = await transact(client, connectWallet(network, account), { to: rewardLedger, data });
    await requireSuccess(client, hash);
  }
  return (await follower.refresh()).withdrawn.get(account.address) ?? 0n;
}
