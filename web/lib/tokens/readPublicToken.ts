import { connect, createDeployment } from "@azora/sdk";
import { isAddress } from "viem";
import type { Network } from "#lib/api/types.ts";
import { readToken, type TokenFacts } from "./token.ts";

/** A token's symbol and decimals never change, so each is asked once. */
const asked = new Map<string, Promise<TokenFacts>>();

/** Asks the operator's node what a token says of itself. */
export function readPublicToken(network: Network, token: string): Promise<TokenFacts> {
  const asking = asked.get(token) ?? ask(network, token);
  asked.set(token, asking);
  asking.catch(() => asked.delete(token));
  return asking;
}

async function ask({ rpcUrl, chainId, genesis, block }: Network, token: string): Promise<TokenFacts> {
  if (rpcUrl === null || !isAddress(token)) throw new TypeError("There is no node to ask, or no token.");
  const deployment = createDeployment({ chainId, genesis, block });
  return readToken(connect({ rpcUrl, deployment }), token);
}
