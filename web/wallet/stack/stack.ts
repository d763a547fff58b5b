import type { TransactionCall } from "@azora/sdk";
import type { Address, Hash, Hex, PublicClient } from "viem";

/** What the wallet's code can do for the rest of the app, once it is loaded. */
export interface WalletStack {
  /** Reads the chain: through the operator's node, or through the wallet where there is none. */
  readonly client: PublicClient;
  openModal(): void;
  /** Asks the wallet to sign and send; refuses if it is on another chain or shares another account. */
  send(account: Address, call: TransactionCall, gas: bigint): Promise<Hash>;
  /** Asks the wallet to sign a text, as EIP-191 has it; refuses if it shares another account. */
  sign(account: Address, text: string): Promise<Hex>;
  /** Asks the wallet to go to this app's chain, and to learn of it if it does not know it. */
  switchChain(): Promise<void>;
  disconnect(): Promise<void>;
}
