import { zeroAddress } from "viem";
import type { Schemas } from "../../api/client.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { byAddress, latest } from "./names.ts";
import { fundAzr, fundEther } from "./protocol.ts";

const LATEST = 20;

export const commonsOf = async (at: At): Promise<Expected<Schemas["Commons"]>> => ({
  azr: by("eth_call AzoraToken.balanceOf", (await fundAzr(at)).toString()),
  ether: by("the logs Received, Granted and FeePaid", fundEther(at).toString()),
  epochs: epochsOf(at),
  grants: grantsOf(at),
  stipends: stipendsOf(at),
});

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
  latest(book.all("Granted"), LATEST).map(({ id, args, time, blockNumber, transactionHash }) =>
    by("the log Granted", {
      id,
      token: args.token,
      to: args.to,
      amount: args.amount.toString(),
      epoch: args.epoch,
      purposeHash: args.purposeHash,
      timestamp: time,
      block: Number(blockNumber),
      tx: transactionHash,
    }),
  );

const stipendsOf = ({ book }: At): Expected<Schemas["Stipend"]>[] =>
  book
    .all("StipendPaid")
    .toReversed()
    .slice(0, LATEST)
    .map(({ args, time, transactionHash }) =>
      by("the log StipendPaid", {
        contribution: args.contribution,
        round: args.round,
        validator: args.validator,
        amount: args.amount.toString(),
        epoch: args.epoch,
        timestamp: time,
        tx: transactionHash,
      }),
    );
