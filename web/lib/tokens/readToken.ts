import { type Address, erc20Abi, type PublicClient } from "viem";
import { factsOf, type TokenFacts } from "./token.ts";

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
  return factsOf(address, decimals, symbol);
}
