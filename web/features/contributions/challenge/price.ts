import {
  constitutionAbi,
  type Deployment,
  type Direction,
  disputesAbi,
  model,
  Rule,
  restOf,
} from "@azora/sdk";
import type { Address, PublicClient } from "viem";

/** What is challenged, as far as it says what that costs. */
export interface Priced {
  readonly level: number;
  readonly rulesVersion: number;
  readonly direction: Direction;
}

/** What a challenge costs, and what its challenger has. In wei. */
export interface Prices {
  readonly fee: bigint;
  readonly bond: bigint;
  /** Of a reservation that is made now. */
  readonly deposit: bigint;
  readonly balance: bigint;
}

const RULES = ["ChallengeFee", "ChallengeBond", "ChallengeBondPerPoint"] as const;

/** Reads the rules and not the price: a node that is asked for the price knows which work is meant, and for what. */
export async function readPrices(
  client: Pick<PublicClient, "readContract" | "getBalance">,
  { addresses: { constitution, disputes } }: Deployment,
  address: Address,
  { level, rulesVersion, direction }: Priced,
): Promise<Prices> {
  const rules = { address: constitution, abi: constitutionAbi, functionName: "valueOf" } as const;
  const [deposit, balance, ...values] = await Promise.all([
    client.readContract({ address: disputes, abi: disputesAbi, functionName: "depositRequired" }),
    client.getBalance({ address }),
    ...RULES.map((name) => client.readContract({ ...rules, args: [Rule[name], rulesVersion] })),
  ]);
  const rule = (name: (typeof RULES)[number]) => BigInt(values[RULES.indexOf(name)] ?? 0);
  return { ...model.challengePrice(rule, direction, BigInt(level)), deposit, balance };
}

/** What is still to be paid, first for the reservation and then with the challenge. @param paid A deposit that was paid before. */
export function dueOf({ fee, bond, deposit }: Prices, paid?: bigint): { first: bigint; rest: bigint } {
  const rest = restOf([fee, bond], paid ?? deposit);
  return { first: paid === undefined ? deposit : 0n, rest };
}

/** Whether an account could make the reservation and not the challenge, and would lose the deposit. */
export function isTooPoor(prices: Prices, paid?: bigint): boolean {
  const { first, rest } = dueOf(prices, paid);
  return prices.balance < first + rest;
}
