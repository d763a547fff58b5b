import type { Deployment } from "@azora/sdk";
import { type Address, isAddress } from "viem";
import type { Account } from "#lib/api/types.ts";
import type { Strings } from "#strings/index.ts";
import { withdrawAzrTransaction } from "#transactions/definitions/withdrawAzr.ts";
import { withdrawEtherTransaction } from "#transactions/definitions/withdrawEther.ts";
import { withdrawTokenTransaction } from "#transactions/definitions/withdrawToken.ts";
import type { Transaction } from "#transactions/transaction.ts";

/** A transaction for each thing that the account can take out now, AZR first. */
export function everythingOf(
  { deployment, account: { address, owed, ether, tokens } }: { deployment: Deployment; account: Account },
  to: Address,
  strings: Strings,
): Transaction[] {
  if (!isAddress(address)) return [];
  const isOwed = (credit: { readonly owed: string }) => credit.owed !== "0";
  return [
    ...(owed === "0" ? [] : [withdrawAzrTransaction(deployment, address, to, strings)]),
    ...ether.filter(isOwed).flatMap(({ contract }) => {
      return isAddress(contract) ? [withdrawEtherTransaction(contract, address, to, strings)] : [];
    }),
    ...tokens.filter(isOwed).flatMap(({ token }) => {
      const what = { account: address, to };
      return isAddress(token) ? [withdrawTokenTransaction(deployment, { token, ...what }, strings)] : [];
    }),
  ];
}
