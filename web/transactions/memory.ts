import { isBytes32, type SentTransaction } from "@azora/sdk";
import { type Hash, isAddress, isHex } from "viem";
import type { Heading, TransactionKind } from "./transaction.ts";

/** A transaction that was sent and whose end was not seen. */
export interface Remembered extends Heading {
  readonly hash: Hash;
  readonly sent?: SentTransaction | undefined;
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
    keep(hash: Hash, sent?: SentTransaction): void {
      try {
        const value = sent && { ...sent, value: String(sent.value ?? 0n) };
        box?.setItem(key, JSON.stringify({ hash, title, record, sent: value }));
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
    return isRemembered(found) ? rememberedAs(found) : undefined;
  } catch {
    return undefined;
  }
}

function isRemembered(value: unknown): value is Remembered {
  if (!isObject(value) || !isObject(value.record)) return false;
  const texts = [value.hash, value.title, value.record.href, value.record.label];
  return texts.every((text) => typeof text === "string") && isBytes32(String(value.hash));
}

function rememberedAs({ sent, ...known }: Remembered): Remembered {
  const found = sentOf(sent);
  return found === undefined ? known : { ...known, sent: found };
}

/** What a box may hold is anything. */
function sentOf(value: unknown): SentTransaction | undefined {
  if (!isObject(value)) return undefined;
  const { from, to, nonce, input } = value;
  if (!isAddress(String(from)) || !isAddress(String(to)) || !isHex(input)) return undefined;
  return Number.isSafeInteger(nonce)
    ? ({ from, to, nonce, input, value: BigInt(String(value.value)) } as SentTransaction)
    : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
