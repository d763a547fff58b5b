import { isBytes32 } from "@azora/sdk";
import type { Hash } from "viem";
import type { Heading, TransactionKind } from "./transaction.ts";

/** A transaction that was sent and whose end was not seen. */
export interface Remembered extends Heading {
  readonly hash: Hash;
}

/** Where one transaction is remembered, over a reload: of which chain and account, of what kind, and about what. */
export interface Place {
  readonly chainId: number;
  readonly account: string;
  readonly kind: TransactionKind;
  readonly subject: string;
}

const keyOf = ({ chainId, account, kind, subject }: Place): string =>
  ["azora.sent", chainId, account.toLowerCase(), kind, subject].join(".");

type Box = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Without a box everything works, only not over a reload: a browser that keeps nothing is no failure. */
export function createMemory(box: Box | undefined, place: Place, { title, record }: Heading) {
  const key = keyOf(place);
  return {
    keep(hash: Hash): void {
      try {
        box?.setItem(key, JSON.stringify({ hash, title, record }));
      } catch {
        // It is full, or closed to this site.
      }
    },
    drop: () => forget(box, place),
  };
}

export function forget(box: Box | undefined, place: Place): void {
  box?.removeItem(keyOf(place));
}

export function recall(box: Box | undefined, place: Place): Remembered | undefined {
  try {
    const found: unknown = JSON.parse(box?.getItem(keyOf(place)) ?? "null");
    return isRemembered(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isRemembered(value: unknown): value is Remembered {
  if (!isObject(value) || !isObject(value.record)) return false;
  const texts = [value.hash, value.title, value.record.href, value.record.label];
  return texts.every((text) => typeof text === "string") && isBytes32(String(value.hash));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
