import type { Address } from "viem";
import { factsOf, type TokenFacts } from "./token.ts";

/** What ERC-20 calls are named by in a call: the first bytes of the hashes of `decimals()` and `symbol()`. */
const DECIMALS = "0x313ce567";
const SYMBOL = "0x95d89b41";
const WORD = 64;

/** A token's symbol and decimals never change, so each is asked once. */
const asked = new Map<string, Promise<TokenFacts>>();

/** Asks the operator's node what a token says of itself. */
export function readPublicToken(rpcUrl: string, token: string): Promise<TokenFacts> {
  const asking = asked.get(token) ?? ask(rpcUrl, token);
  asked.set(token, asking);
  asking.catch(() => asked.delete(token));
  return asking;
}

/**
 * Two calls and a text, by hand: what reads chains in general is as large as all that a page needs besides, and nobody who
 * only reads waits for it.
 */
async function ask(rpcUrl: string, token: string): Promise<TokenFacts> {
  if (!/^0x[0-9a-f]{40}$/i.test(token)) throw new TypeError(`${token} is no address.`);
  const [decimals, symbol] = await Promise.all([
    call(rpcUrl, token, DECIMALS).then(readNumber),
    call(rpcUrl, token, SYMBOL)
      .then(readText)
      .catch(() => ""),
  ]);
  return factsOf(token as Address, decimals, symbol);
}

async function call(rpcUrl: string, to: string, data: string): Promise<string> {
  const body = { jsonrpc: "2.0", id: 1, method: "eth_call", params: [{ to, data }, "latest"] };
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(rpcUrl, { method: "POST", headers, body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  const result: unknown = typeof answer === "object" && answer !== null && Reflect.get(answer, "result");
  if (typeof result !== "string" || !/^0x[0-9a-f]{64,}$/i.test(result))
    throw new TypeError("It gave no answer.");
  return result.slice(2);
}

const readNumber = (words: string): number => Number(BigInt(`0x${words.slice(0, WORD)}`));

/** A text as Solidity returns it: where it begins, how long it is, and its bytes. */
function readText(words: string): string {
  const at = readNumber(words) * 2;
  const length = readNumber(words.slice(at)) * 2;
  const bytes = words.slice(at + WORD, at + WORD + length).match(/../g) ?? [];
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}
