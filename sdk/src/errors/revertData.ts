import { type Hex, isHex } from "viem";

/** Keys under which viem, ethers and nodes keep what a call reverted with, and the errors that hold it. */
const DATA_KEYS = ["raw", "data"] as const;
const NESTED_KEYS = ["cause", "error", "info", "data", "originalError"] as const;
/** Chains of causes are short; a cycle must not hang us. */
const MAX_DEPTH = 12;

/** The bytes that a call reverted with, from wherever the libraries keep them. */
export function findRevertData(error: unknown, depth = 0): Hex | undefined {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return undefined;
  const entries = new Map<string, unknown>(DATA_KEYS.map((key) => [key, Reflect.get(error, key)]));
  for (const value of entries.values()) {
    // A selector at least: shorter data says nothing.
    if (isHex(value) && value.length >= 10) return value;
  }
  for (const key of NESTED_KEYS) {
    const found = findRevertData(Reflect.get(error, key), depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An error and its causes, outermost first. */
export function causes(error: unknown): object[] {
  const chain: object[] = [];
  let next: unknown = error;
  while (typeof next === "object" && next !== null && chain.length < MAX_DEPTH) {
    chain.push(next);
    next = "cause" in next ? next.cause : undefined;
  }
  return chain;
}
