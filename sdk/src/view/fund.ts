import { type Address, getAddress, type Hex, zeroAddress } from "viem";
import type { Addresses } from "../addresses.ts";
import { ViewGapError } from "./gap.ts";
import type { ProtocolLog } from "./logs.ts";
import type { BookView, FundAsset, FundView, View } from "./types.ts";

/** How a judge's vote in a round of a work is named. */
export const voteKey = (contribution: Hex, round: number, validator: Address): string =>
  `${contribution} ${round} ${validator}`;

/** What comes to the commons, and what leaves them. */
export function applyFund(
  view: View,
  log: ProtocolLog,
  { azoraToken, citadelFund }: Pick<Addresses, "azoraToken" | "citadelFund">,
): void {
  const { fund } = view;
  const assetOf = (token: Address): FundAsset | undefined =>
    token === azoraToken ? "AZR" : token === zeroAddress ? "ETH" : undefined;
  switch (log.eventName) {
    case "Transfer":
      if (log.args.to === citadelFund) fund.azr += log.args.value;
      if (log.args.from === citadelFund) fund.azr -= log.args.value;
      return;
    case "EtherCredited":
      if (log.args.account === citadelFund) owe(fund, log, log.args.amount);
      return;
    case "EtherWithdrawn":
      if (log.args.account === citadelFund) owe(fund, log, -log.args.amount);
      return;
    case "EpochOpened": {
      const { token, epoch, balance } = log.args;
      const asset = assetOf(token);
      if (asset) fund.books.set(asset, { epoch, opening: balance, granted: 0n, stipends: 0n });
      return;
    }
    case "Granted": {
      const asset = assetOf(log.args.token);
      if (asset) bookOf(fund, asset).granted += log.args.amount;
      return;
    }
    case "StipendPaid": {
      const { contribution, round, validator, amount } = log.args;
      bookOf(fund, "AZR").stipends += amount;
      fund.stipends += amount;
      fund.claimed.add(voteKey(contribution, round, validator));
      return;
    }
  }
}

function owe(fund: FundView, log: ProtocolLog, amount: bigint): void {
  const contract = getAddress(log.address);
  fund.owed.set(contract, (fund.owed.get(contract) ?? 0n) + amount);
}

function bookOf({ books }: FundView, asset: FundAsset): BookView {
  const book = books.get(asset);
  if (book === undefined)
    throw new ViewGapError(`The fund spent ${asset} in an epoch that it never opened for it.`);
  return book;
}
