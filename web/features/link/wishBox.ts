import type { Deployment } from "@azora/sdk";
import type { LinkWish } from "@azora/sdk/claims";
import { isAddress } from "viem";

export type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where a wish is kept. A text that was signed for one registry is worth nothing to another one. */
export const wishKey = (
  { chainId, addresses }: Pick<Deployment, "chainId" | "addresses">,
  account: string,
): string => `azora.link.${chainId}.${addresses.attributionRegistry}.${account}`.toLowerCase();

/** The wish that is kept there. What a box may hold is anything. */
export function recallWish(box: Box | undefined, key: string): LinkWish | undefined {
  try {
    const found: unknown = JSON.parse(box?.getItem(key) ?? "null");
    return isWish(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

export function keepWish(box: Box | undefined, key: string, wish: LinkWish | undefined): void {
  try {
    if (wish === undefined) box?.removeItem(key);
    else box?.setItem(key, JSON.stringify(wish));
  } catch {
    // It is full, or closed to this site: then it lasts as long as the page.
  }
}

/** Whether no attestation of it could be used any more. @param now By the chain's clock. */
export const isOver = ({ deadline }: LinkWish, now: bigint): boolean => BigInt(deadline) < now;

function isWish(value: unknown): value is LinkWish {
  if (typeof value !== "object" || value === null) return false;
  const { identity, account, nonce, deadline } = value as Partial<Record<keyof LinkWish, unknown>>;
  return (
    typeof identity === "string" &&
    isAddress(String(account)) &&
    Number.isSafeInteger(nonce) &&
    Number.isSafeInteger(deadline)
  );
}
