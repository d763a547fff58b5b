import { type Address, erc20Abi, type PublicClient } from "viem";

/** What an ERC-20 token says of itself. Anybody can write a token that says anything. */
export interface TokenFacts {
  readonly address: Address;
  /** Undefined if it says none that can be shown. */
  readonly symbol: string | undefined;
  readonly decimals: number;
}

const LONGEST_SYMBOL = 12;
const MOST_DECIMALS = 36;
/** Only the protocol's own token and the chain's own coin are called so here. */
const TAKEN: readonly string[] = ["azr", "eth"];

/** @throws What viem throws, if it is no token, or one that does not say its decimals. */
export async function readToken(
  client: Pick<PublicClient, "readContract">,
  address: Address,
): Promise<TokenFacts> {
  const token = { address, abi: erc20Abi } as const;
  const [decimals, symbol] = await Promise.all([
    client.readContract({ ...token, functionName: "decimals" }),
    client.readContract({ ...token, functionName: "symbol" }).catch(() => ""),
  ]);
  if (decimals > MOST_DECIMALS) throw new RangeError(`The token ${address} has ${decimals} decimals.`);
  return { address, decimals, symbol: shownSymbol(symbol) };
}

/** A symbol that can stand beside an amount: short, of visible letters, and nobody else's. */
export function shownSymbol(text: string): string | undefined {
  const visible = text.replace(/[^\p{L}\p{N}\p{S}\p{P}]/gu, "").slice(0, LONGEST_SYMBOL);
  return visible === "" || TAKEN.includes(visible.toLowerCase()) ? undefined : visible;
}
