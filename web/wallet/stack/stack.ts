import type { TransactionCall } from "@azora/sdk";
import type { Address, GetCallsStatusReturnType, Hash, Hex, PublicClient } from "viem";

/** What the wallet's code can do for the rest of the app, once it is loaded. */
export interface WalletStack {
  /** Reads the chain: through the operator's node, or through the wallet where there is none. */
  readonly client: PublicClient;
  openModal(): void;
  /**
   * Asks the wallet to sign and send; refuses if it is on another chain or shares another account.
   * @param gas Left to the wallet if undefined.
   */
  send(account: Address, call: TransactionCall, gas: bigint | undefined): Promise<Hash>;
  /** Whether the wallet says that it does several calls as one (EIP-5792), perhaps after asking its owner. */
  isAtomic(account: Address): Promise<boolean>;
  /** Asks the wallet to do all of these or none, and gives its identifier for them. */
  sendTogether(account: Address, calls: readonly TransactionCall[]): Promise<string>;
  callsStatus(account: Address, id: string): Promise<GetCallsStatusReturnType>;
  /** Asks the wallet to sign a text, as EIP-191 has it; refuses if it shares another account. */
  sign(account: Address, text: string): Promise<Hex>;
  /** Asks the wallet to go to this app's chain, and to learn of it if it does not know it. */
  switchChain(): Promise<void>;
  disconnect(): Promise<void>;
}
