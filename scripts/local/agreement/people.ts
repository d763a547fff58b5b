import {
  attributionRegistryAbi,
  azoraTokenAbi,
  disputesAbi,
  NodeKind,
  nodeAccount,
  nodeKind,
  rewardLedgerAbi,
  validatorRegistryAbi,
  voiceAbi,
} from "@azora/sdk";
import { type Api, unwrap } from "@azora/sdk/api";
import { type Address, type Hex, zeroAddress } from "viem";
import { all } from "./api.ts";
import { type Comparison, compareTokenPools, pinned, readPool, same } from "./compare.ts";

/** Compares what the API says of an account with the contracts. */
export async function compareAccount(comparison: Comparison, api: Api, address: Address): Promise<void> {
  const at = await readAccount(api, address);
  const { account } = at;
  const { azoraToken, rewardLedger, attributionRegistry, disputes, validatorRegistry } =
    comparison.network.deployment.addresses;
  const seats = { address: validatorRegistry, abi: validatorRegistryAbi } as const;
  const [credit, balance, seated, seat] = await Promise.all([
    comparison.client.readContract({
      ...pinned(at),
      address: rewardLedger,
      abi: rewardLedgerAbi,
      functionName: "creditOf",
      args: [azoraToken, address],
    }),
    comparison.client.readContract({
      ...pinned(at),
      address: azoraToken,
      abi: azoraTokenAbi,
      functionName: "balanceOf",
      args: [address],
    }),
    comparison.client.readContract({ ...pinned(at), ...seats, functionName: "isSeated", args: [address] }),
    comparison.client.readContract({ ...pinned(at), ...seats, functionName: "seatOf", args: [address] }),
  ]);
  await compareJudge(comparison, at, address);
  await compareVoice(comparison, at, address);
  await compareReservations(comparison, at, address);
  for (const { token, owed } of account.tokens) {
    const args = [token as Address, address] as const;
    const [held] = await comparison.client.readContract({
      ...pinned(at),
      address: rewardLedger,
      abi: rewardLedgerAbi,
      functionName: "creditOf",
      args,
    });
    same(comparison, `What ${address} is owed of ${token}`, owed, held);
  }
  same(comparison, `What ${address} is owed`, account.owed, credit[0]);
  same(comparison, `What ${address} has earned`, account.earned, credit[1]);
  same(comparison, `The AZR of ${address}`, account.azr, balance);
  for (const contract of [attributionRegistry, disputes, validatorRegistry]) {
    const etherOwed = await comparison.client.readContract({
      ...pinned(at),
      address: contract,
      abi: attributionRegistryAbi,
      functionName: "etherOwed",
      args: [address],
    });
    const ether = account.ether.find((each) => each.contract === contract)?.owed ?? "0";
    same(comparison, `The ETH that ${contract} owes ${address}`, ether, etherOwed);
  }
  same(comparison, `The seat of ${address}`, account.judge?.seat ?? null, seated ? seat : null);
}

type AccountAnswer = Awaited<ReturnType<typeof readAccount>>;

const readAccount = (api: Api, address: Address) =>
  unwrap(api.GET("/v1/accounts/{address}", { params: { path: { address } } }));

/** Compares the seats that an account took, and their bonds. */
async function compareJudge(comparison: Comparison, at: AccountAnswer, address: Address): Promise<void> {
  const { account } = at;
  const { validatorRegistry } = comparison.network.deployment.addresses;
  const seats = { ...pinned(at), address: validatorRegistry, abi: validatorRegistryAbi } as const;
  const [stints, barred] = await Promise.all([
    comparison.client.readContract({ ...seats, functionName: "stintsOf", args: [address] }),
    comparison.client.readContract({ ...seats, functionName: "barredUntil", args: [address] }),
  ]);
  const known = (account.judge?.stints ?? []).map((stint) =>
    [stint.number, stint.deposited, stint.bond, stint.unlocksAt ?? 0].join(" "),
  );
  const actual = stints.map(({ deposited, bond, unlocksAt }, number) =>
    [number, deposited, bond, unlocksAt].join(" "),
  );
  same(comparison, `The bonds of ${address}`, known.join(), actual.toReversed().slice(0, 20).join());
  same(comparison, `The bar of ${address}`, account.judge?.barredUntil ?? 0, barred);
}

/** Compares the reservations of challenges: what has ended holds nothing any more. */
async function compareReservations(
  comparison: Comparison,
  at: AccountAnswer,
  address: Address,
): Promise<void> {
  const disputes = { address: comparison.network.deployment.addresses.disputes, abi: disputesAbi } as const;
  for (const { hash, state, deposit, block } of at.account.reservations) {
    const args = [address, hash as Hex] as const;
    const held = await comparison.client.readContract({
      ...pinned(at),
      ...disputes,
      functionName: "reservedBy",
      args,
    });
    const isOpen = state === "Open";
    same(comparison, `The deposit of ${address} for ${hash}`, isOpen ? deposit : 0, held.deposit);
    same(comparison, `The block of the reservation ${hash}`, isOpen ? block : 0, held.blockNumber);
  }
}

async function compareVoice(comparison: Comparison, at: AccountAnswer, address: Address): Promise<void> {
  const voice = { address: comparison.network.deployment.addresses.voice, abi: voiceAbi } as const;
  const { units, votes, delegate } = at.account.voice;
  const [unitsOf, getVotes, delegates] = await Promise.all([
    comparison.client.readContract({ ...pinned(at), ...voice, functionName: "unitsOf", args: [address] }),
    comparison.client.readContract({ ...pinned(at), ...voice, functionName: "getVotes", args: [address] }),
    comparison.client.readContract({ ...pinned(at), ...voice, functionName: "delegates", args: [address] }),
  ]);
  same(comparison, `The units of ${address}`, units, unitsOf);
  same(comparison, `The votes of ${address}`, votes, getVotes);
  same(comparison, `The delegate of ${address}`, delegate, delegates);
}

/** Compares what the API says of an identity with the contracts. Gives the account of its link, if it has one. */
export async function compareIdentity(
  comparison: Comparison,
  api: Api,
  node: Hex,
): Promise<Address | undefined> {
  const at = await unwrap(api.GET("/v1/identities/{node}", { params: { path: { node } } }));
  const { identity } = at;
  const { attributionRegistry } = comparison.network.deployment.addresses;
  const registry = { address: attributionRegistry, abi: attributionRegistryAbi } as const;
  const [link, account, pool] = await Promise.all([
    comparison.client.readContract({ ...pinned(at), ...registry, functionName: "linkOf", args: [node] }),
    comparison.client.readContract({ ...pinned(at), ...registry, functionName: "accountOf", args: [node] }),
    readPool(comparison, at, node),
  ]);
  const effective = identity.link?.effective ? identity.link.account : zeroAddress;
  same(comparison, `The link of ${node}`, identity.link?.account ?? zeroAddress, link[0]);
  same(comparison, `The link's beginning of ${node}`, identity.link?.effectiveAt ?? 0, link[1]);
  same(comparison, `The vetoes of ${node}`, identity.nonce, link[2]);
  same(comparison, `The account of ${node}`, effective, account);
  await compareTokenPools(comparison, at, node, identity.tokenPools);
  same(comparison, `The pool of ${node}`, identity.pool.balance, pool[0]);
  same(comparison, `The pool's minted part of ${node}`, identity.pool.minted, pool[1]);
  return link[0] === zeroAddress ? undefined : link[0];
}

/** The accounts and the identities among nodes. */
export function sortPeople(nodes: Iterable<Hex>): { accounts: Address[]; identities: Hex[] } {
  const all = [...new Set(nodes)];
  return {
    accounts: all.filter((node) => nodeKind(node) === NodeKind.Account).map(nodeAccount),
    identities: all.filter((node) => nodeKind(node) === NodeKind.Identity),
  };
}

/** Compares the number of people with their list. A link takes effect by time, so the list may grow shorter at any moment. */
export async function comparePeople(comparison: Comparison, api: Api): Promise<void> {
  const count = async () => (await unwrap(api.GET("/v1/protocol", {}))).protocol.people;
  for (let before = await count(); ; ) {
    const people = await all((query) => api.GET("/v1/people", { params: { query } }));
    const after = await count();
    if (before === after) return same(comparison, "The number of people by their list", after, people.length);
    before = after;
  }
}
