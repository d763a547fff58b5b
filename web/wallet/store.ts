import { useSyncExternalStore } from "react";
import type { Address } from "viem";
import type { WalletStack } from "./stack/stack.ts";

/** What the app knows of the wallet. This file is in every page's first load, so it holds no wallet code. */
export type Wallet =
  /** Nobody is connected, and nothing is loaded yet or needed. */
  | { readonly status: "off" }
  /** The wallet's code is on its way, or the wallet is asked. */
  | { readonly status: "loading" }
  /** Its code could not be loaded: a lost connection, most of the time. */
  | { readonly status: "unavailable" }
  | Connected;

export interface Connected {
  readonly status: "connected";
  readonly account: Address;
  readonly chainId: number;
  /** Whether that is the chain of this app's contracts. */
  readonly isRightChain: boolean;
  /** What the wallet calls itself. */
  readonly name: string;
  readonly isBurner: boolean;
}

const OFF: Wallet = { status: "off" };

let wallet: Wallet = OFF;
/** Whether the stack has to be there; the header's AccountMenu then loads it. */
let isWanted = false;
let stack = Promise.withResolvers<WalletStack>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  for (const listener of listeners) listener();
}

export const useWallet = (): Wallet =>
  useSyncExternalStore(
    subscribe,
    () => wallet,
    () => OFF,
  );

export const useIsStackWanted = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isWanted,
    () => false,
  );

/** Loads the wallet's code, once, and gives it when it is there. */
export function loadStack(): Promise<WalletStack> {
  if (!isWanted) {
    isWanted = true;
    if (wallet.status !== "connected") wallet = { status: "loading" };
    changed();
  }
  return stack.promise;
}

/** Shows the list of wallets to choose from. */
export async function connectWallet(): Promise<void> {
  const { openModal } = await loadStack();
  openModal();
}

/** For the stack: what changed. */
export function setWallet(next: Wallet): void {
  wallet = next;
  changed();
}

/** For the stack: here it is. One of another network takes the place of an earlier one, which a promise cannot. */
export function provideStack(loaded: WalletStack): void {
  stack.resolve(loaded);
  stack = Promise.withResolvers();
  stack.resolve(loaded);
}

/** For the loader: it could not be loaded, and may be tried again. */
export function giveUpStack(error: unknown): void {
  isWanted = false;
  wallet = { status: "unavailable" };
  stack.reject(error);
  stack = Promise.withResolvers();
  changed();
}
