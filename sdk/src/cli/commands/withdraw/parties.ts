import type { Address, LocalAccount } from "viem";
import type { OpenChain } from "../../chain.ts";
import type { Context } from "../../context.ts";
import { parseAddress } from "../../parse.ts";
import type { WithdrawFlags } from "../withdraw.ts";

/** Who signs, whose credit is paid, and to whom. */
export interface Parties {
  signer: LocalAccount;
  account: Address;
  recipient: Address;
}

export function partiesOf(context: Context, chain: OpenChain, flags: WithdrawFlags): Parties {
  const other = flags.for === undefined ? undefined : parseAddress("--for", flags.for);
  const to = flags.to === undefined ? undefined : parseAddress("--to", flags.to);
  const signer = context.signer(chain);
  const account = other ?? signer.address;
  return { signer, account, recipient: to ?? account };
}
