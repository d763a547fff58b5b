import type { Address } from "viem";

/** What an ERC-20 token says of itself. Anybody can write a token that says anything. */
export interface TokenFacts {
  readonly address: Address;
  /** Undefined if it says none that can be shown: then its address stands for it. */
  readonly symbol: string | undefined;
  readonly decimals: number;
}

const LONGEST_SYMBOL = 12;
const MOST_DECIMALS = 36;
/** Letters that look the same in every script but one are refused: what is read must be what it is. */
const PLAIN = /^[A-Za-z0-9.$-]+$/;
/** Only the protocol's own token may have its name within its own. */
const OWN = "azr";
/** What the chain's own coin is called, and the token that stands for it everywhere. */
const COIN: readonly string[] = ["eth", "ether", "weth"];

/** @throws RangeError for decimals that no amount can have */
export function factsOf(address: Address, decimals: number, symbol: string): TokenFacts {
  if (decimals > MOST_DECIMALS) throw new RangeError(`The token ${address} has ${decimals} decimals.`);
  return { address, decimals, symbol: shownSymbol(symbol) };
}

/** A symbol that can stand beside an amount: short, of plain letters, and nobody else's. */
export function shownSymbol(text: string): string | undefined {
  const shown = text.normalize("NFKC").trim().slice(0, LONGEST_SYMBOL);
  const name = shown.replace(/[.$-]/g, "").toLowerCase();
  return !PLAIN.test(shown) || name === "" || name.includes(OWN) || COIN.includes(name) ? undefined : shown;
}
