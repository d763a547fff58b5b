import { getAddress, zeroAddress } from "viem";
import type { Schemas } from "../../api/client.ts";
import { LeafKind } from "../../generated/enums.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { executedWith, recorded } from "./ledger.ts";
import { byAddress, byNumber, byText, latest } from "./names.ts";
import { fundAzr, fundEther } from "./protocol.ts";

const LATEST = 20;

export const commonsOf = async (at: At): Promise<Expected<Schemas["Commons"]>> => ({
  azr: by("eth_call AzoraToken.balanceOf", (await fundAzr(at)).toString()),
  ether: by("the logs Received, Granted and FeePaid", fundEther(at).toString()),
  tokens: tokensOf(at),
  epochs: epochsOf(at),
  grants: grantsOf(at),
  stipends: stipendsOf(at),
});

/** AZR, ETH, and the others that changed last. */
function tokensOf({ book, azr }: At): Expected<Schemas["FundToken"]>[] {
  const first: readonly string[] = [azr, zeroAddress].map((token) => token.toLowerCase());
  const changed = new Map<string, number>();
  for (const { args, time } of [...book.all("Rewarded"), ...book.all("Granted")]) {
    const token = args.token.toLowerCase();
    changed.set(token, Math.max(time, changed.get(token) ?? 0));
  }
  const others = [...changed]
    .filter(([token]) => !first.includes(token))
    .sort(([a, timeA], [b, timeB]) => byNumber(timeB, timeA) || byText(b, a))
    .slice(0, LATEST);
  return [...first, ...others.map(([token]) => token)].map((each) => {
    const token = getAddress(each);
    return by("the logs Rewarded, Granted, StipendPaid and FeePaid", {
      token,
      rewards: total(book.of("Rewarded", "token", token).map(({ args }) => args.citadel)),
      granted: total(amountsOf(book.of("Granted", "token", token))),
      stipends: token === azr ? total(amountsOf(book.all("StipendPaid"))) : "0",
      fees: token === zeroAddress ? total(amountsOf(book.all("FeePaid"))) : "0",
    });
  });
}

const amountsOf = (entries: readonly { args: { amount: bigint } }[]): bigint[] =>
  entries.map(({ args }) => args.amount);

const total = (amounts: readonly bigint[]): string =>
  amounts.reduce((sum, amount) => sum + amount, 0n).toString();

const sumOf = (entries: readonly { args: { amount: bigint; epoch: number } }[], epoch: number): string =>
  entries
    .filter(({ args }) => args.epoch === epoch)
    .reduce((sum, { args }) => sum + args.amount, 0n)
    .toString();

const epochsOf = ({ book, azr }: At): Expected<Schemas["FundEpoch"]>[] =>
  book
    .all("EpochOpened")
    .toSorted((a, b) => b.args.epoch - a.args.epoch || byAddress(a.args.token, b.args.token))
    .slice(0, LATEST)
    .map(({ args: { token, epoch, balance }, time }) => ({
      ...by("the log EpochOpened", { token, epoch, opening: balance.toString(), openedAt: time }),
      granted: by("the logs Granted", sumOf(book.of("Granted", "token", token), epoch)),
      stipends: by("the logs StipendPaid", token === azr ? sumOf(book.all("StipendPaid"), epoch) : "0"),
      fees: by("the logs FeePaid", token === zeroAddress ? sumOf(book.all("FeePaid"), epoch) : "0"),
    }));

const grantsOf = ({ book }: At): Expected<Schemas["Grant"]>[] =>
  latest(recorded(book, "Granted", LeafKind.Granted), LATEST).map((each) => {
    const { id, args, time, blockNumber, transactionHash } = each.entry;
    return by("the logs Granted and Appended", {
      id,
      token: args.token,
      to: args.to,
      amount: args.amount.toString(),
      epoch: args.epoch,
      purposeHash: args.purposeHash,
      record: each.record,
      proposal: executedWith(book, each),
      timestamp: time,
      block: Number(blockNumber),
      tx: transactionHash,
    });
  });

const stipendsOf = ({ book }: At): Expected<Schemas["Stipend"]>[] =>
  latest(recorded(book, "StipendPaid", LeafKind.Stipend), LATEST).map(
    ({ entry: { args, time, transactionHash }, record }) =>
      by("the logs StipendPaid and Appended", {
        contribution: args.contribution,
        round: args.round,
        validator: args.validator,
        amount: args.amount.toString(),
        epoch: args.epoch,
        record,
        timestamp: time,
        tx: transactionHash,
      }),
  );
