import { isBytes32, type SentTransaction } from "@azora/sdk";
import { type Hash, isAddress, isHex } from "viem";
import { isOver, type SentState } from "../state.ts";
import type { Heading, TransactionKind } from "../transaction.ts";

/** By what something that was sent is found again. */
export type Handle =
  /** The hash that the wallet gave: of a transaction, or one of the account's own where the account is a contract. */
  | { readonly by: "hash"; readonly hash: Hash; readonly as?: KeptTransaction }
  /** What EIP-5792 calls the identifier of calls that were sent together. */
  | { readonly by: "calls"; readonly id: string };

/** What was sent, as text can keep it. */
export interface KeptTransaction extends Omit<SentTransaction, "value"> {
  readonly value: string;
}

/** Something that an account sent, with what is known of its course. */
export interface Entry extends Heading {
  readonly id: string;
  readonly kind: TransactionKind;
  /** What it is about, where the kind does not say it all. */
  readonly subject: string;
  readonly handle: Handle;
  /** The block before it was sent: it happened in none of earlier ones. */
  readonly since: number;
  /** In seconds, by this machine's clock. */
  readonly at: number;
  readonly state: SentState;
  /** Whether the form that sent it has said how it ended: it may have ended while another page was open. */
  readonly isTold: boolean;
}

/** How many that are over are kept. */
const KEPT = 20;

/** The newest first, all that are under way, and the last few of the others. */
export function trimmed(entries: readonly Entry[]): Entry[] {
  const over = new Set(entries.filter(({ state }) => isOver(state)).slice(KEPT));
  return entries.filter((entry) => !over.has(entry));
}

export const keptOf = ({ value, ...rest }: SentTransaction): KeptTransaction => ({
  ...rest,
  value: String(value ?? 0n),
});

export const sentOf = ({ value, ...rest }: KeptTransaction): SentTransaction => ({
  ...rest,
  value: BigInt(value),
});

/** What a browser kept may have been written by anybody, or by another version. */
export function isEntry(found: unknown): found is Entry {
  if (!isObject(found) || !isObject(found.record)) return false;
  const texts = [found.id, found.kind, found.subject, found.title, found.record.href, found.record.label];
  return (
    texts.every((text) => typeof text === "string") &&
    isPath(found.record.href) &&
    [found.since, found.at].every(Number.isSafeInteger) &&
    typeof found.isTold === "boolean" &&
    isHandle(found.handle) &&
    isSentState(found.state)
  );
}

/** Within this app: a link that was written by somebody else leads nowhere else. */
const isPath = (href: unknown): boolean => /^\/(?!\/)/.test(String(href));

function isHandle(found: unknown): found is Handle {
  if (!isObject(found)) return false;
  if (found.by === "calls") return typeof found.id === "string";
  return found.by === "hash" && isBytes32(String(found.hash)) && (found.as === undefined || isKept(found.as));
}

function isKept(found: unknown): found is KeptTransaction {
  if (!isObject(found)) return false;
  const { from, to, nonce, input, value } = found;
  const isCall = isAddress(String(from)) && isAddress(String(to)) && isHex(input);
  return isCall && Number.isSafeInteger(nonce) && /^\d+$/.test(String(value));
}

const isHashOrNone = (hash: unknown): boolean => hash === undefined || isBytes32(String(hash));

function isSentState(found: unknown): found is SentState {
  if (!isObject(found)) return false;
  const { step, hash, block, by, cancelled, name, sentence, why } = found;
  switch (step) {
    case "pending":
    case "held":
      return isHashOrNone(hash);
    case "confirmed":
    case "indexed":
      return isBytes32(String(hash)) && Number.isSafeInteger(block);
    case "unseen":
      return isBytes32(String(hash)) && Number.isSafeInteger(block) && (why === "lagging" || why === "away");
    case "replaced":
      return isHashOrNone(by) && typeof cancelled === "boolean";
    case "failed":
      return [name, sentence].every((text) => typeof text === "string") && isHashOrNone(hash);
    default:
      return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
