import { isBytes32 } from "@azora/sdk";
import type { Hex } from "viem";
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";

/** One for this browser: what is on a local chain is worth nothing, so nobody needs two. */
const KEY = "azora.burner";

type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The key of the burner account, if there is one. Whoever can run script on this site can read it. */
export function readBurnerKey(box: Box): Hex | undefined {
  const key = box.getItem(KEY);
  return key !== null && isBytes32(key) ? key : undefined;
}

export function readBurner(box: Box): PrivateKeyAccount | undefined {
  const key = readBurnerKey(box);
  return key === undefined ? undefined : privateKeyToAccount(key);
}

/** The burner account, made here if there is none yet. The key never leaves this browser. */
export function openBurner(box: Box): PrivateKeyAccount {
  const found = readBurner(box);
  if (found !== undefined) return found;
  const key = generatePrivateKey();
  box.setItem(KEY, key);
  return privateKeyToAccount(key);
}

export function forgetBurner(box: Box): void {
  box.removeItem(KEY);
}
