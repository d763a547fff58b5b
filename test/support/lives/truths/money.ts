import * as tables from "@azora/indexer/schema";
import { NodeKind, nodeAccount, nodeKind } from "@azora/sdk";
import { type Address, zeroAddress } from "viem";
import { isSame, type Past } from "../Past.ts";
import { idOf, placeOf, sumOf, type Truths, truth } from "./truth.ts";

const isAccount = (node: `0x${string}`) => nodeKind(node) === NodeKind.Account;

/** Every part of every pot. */
const paymentsOf = (past: Past) =>
  past.of("Flowed").flatMap((log) =>
    log.args.payments.map((part, position) => ({
      ...part,
      flow: idOf(past, log),
      position,
      token: log.args.token,
      source: log.args.source,
      timestamp: log.at,
    })),
  );

function pools(past: Past) {
  const parts = paymentsOf(past).filter(({ node }) => !isAccount(node));
  return [...Map.groupBy(parts, ({ token, node }) => `${token} ${node}`).values()].flatMap((all) =>
    all
      .slice(0, 1)
      .map(({ token, node }) => ({ token, node, received: sumOf(all.map(({ amount }) => amount)) })),
  );
}

function credits(past: Past) {
  const parts = paymentsOf(past).filter(({ node }) => isAccount(node));
  return [...Map.groupBy(parts, ({ token, node }) => `${token} ${node}`).values()].flatMap((all) =>
    all.slice(0, 1).map(({ token, node }) => {
      const account = nodeAccount(node);
      const taken = past
        .of("Withdrawn")
        .filter(({ args }) => isSame(args.account, account) && isSame(args.token, token));
      return { token, account, withdrawn: sumOf(taken.map(({ args }) => args.amount)) };
    }),
  );
}

function epochs(past: Past) {
  const accepted = past.of("Finalized").filter(({ args }) => args.points > 0n);
  const numbers = new Set([...accepted, ...past.of("EpochSealed")].map(({ args }) => args.epoch));
  return [...numbers].map((number) => {
    const sealed = past.of("EpochSealed").find(({ args }) => args.epoch === number);
    const settled = past.of("Settled").filter(({ args }) => args.epoch === number);
    return {
      number,
      sealedAt: sealed?.at ?? null,
      budget: sealed?.args.budget ?? null,
      rate: sealed?.args.rate ?? null,
      accepted: accepted.filter(({ args }) => args.epoch === number).length,
      settled: settled.length,
      minted: sumOf(settled.map(({ args }) => args.amount)),
    };
  });
}

function etherCredits(past: Past) {
  const credited = Map.groupBy(past.of("EtherCredited"), ({ address, args }) => `${address} ${args.account}`);
  return [...credited.values()].flatMap((all) =>
    all.slice(0, 1).map(({ address: contract, args: { account } }) => {
      const taken = past
        .of("EtherWithdrawn")
        .filter((log) => isSame(log.address, contract) && isSame(log.args.account, account));
      return { contract, account, withdrawn: sumOf(taken.map(({ args }) => args.amount)) };
    }),
  );
}

function fundEpochs(past: Past) {
  return past.of("EpochOpened").map(({ args: { token, epoch, balance }, at }) => {
    const isHere = ({ args }: { args: { epoch: number } }) => args.epoch === epoch;
    const amounts = (logs: readonly { args: { amount: bigint } }[]) =>
      sumOf(logs.map(({ args }) => args.amount));
    const granted = past.of("Granted").filter((log) => isHere(log) && isSame(log.args.token, token));
    return {
      token,
      epoch,
      opening: balance,
      granted: amounts(granted),
      stipends: past.isAzr(token) ? amounts(past.of("StipendPaid").filter(isHere)) : 0n,
      fees: token === zeroAddress ? amounts(past.of("FeePaid").filter(isHere)) : 0n,
      openedAt: at,
    };
  });
}

/** Each token that rewards brought the fund, or that it gave. */
function fundTokens(past: Past) {
  const azr = past.deployment.addresses.azoraToken;
  const changes: (Partial<typeof tables.fundToken.$inferSelect> & { token: Address; at: bigint })[] = [
    ...past.of("Rewarded").map(({ args, at }) => ({ token: args.token, at, rewards: args.citadel })),
    ...past.of("Granted").map(({ args, at }) => ({ token: args.token, at, granted: args.amount })),
    ...past.of("StipendPaid").map(({ args, at }) => ({ token: azr, at, stipends: args.amount })),
    ...past.of("FeePaid").map(({ args, at }) => ({ token: zeroAddress, at, fees: args.amount })),
  ];
  return [...Map.groupBy(changes, ({ token }) => token.toLowerCase()).values()].flatMap((all) =>
    all.slice(0, 1).map(({ token }) => ({
      token,
      rewards: sumOf(all.map(({ rewards = 0n }) => rewards)),
      granted: sumOf(all.map(({ granted = 0n }) => granted)),
      stipends: sumOf(all.map(({ stipends = 0n }) => stipends)),
      fees: sumOf(all.map(({ fees = 0n }) => fees)),
      changedAt: all.reduce((last, { at }) => (at > last ? at : last), 0n),
    })),
  );
}

/** All Voice together after each second in which somebody got some. */
function voiceTotals(past: Past) {
  const raised = past.of("UnitsRaised");
  return [...new Set(raised.map(({ at }) => at))].map((timestamp) => {
    const until = raised.filter(({ at }) => at <= timestamp);
    const units = new Map(until.map(({ args }) => [args.account, args.units]));
    return { timestamp, total: sumOf([...units.values()]) };
  });
}

const holders = (past: Past): Address[] => [
  ...new Set(past.of("Transfer").flatMap(({ args }) => [args.from, args.to])),
];

const speakers = (past: Past): Address[] => [
  ...new Set([
    ...past.of("UnitsRaised").map(({ args }) => args.account),
    ...past.of("DelegateChanged").map(({ args }) => args.delegator),
    ...past.of("DelegateVotesChanged").map(({ args }) => args.delegate),
  ]),
];

const named = (past: Past, log: Parameters<typeof idOf>[1]) => ({ id: idOf(past, log), ...placeOf(log) });

export const moneyTruths: Truths = (past) => [
  truth(tables.epoch, epochs(past)),
  truth(
    tables.settlement,
    past.of("Settled").map((log) => {
      const { contribution, points } = log.args;
      return { contribution, points, ...placeOf(log) };
    }),
  ),
  truth(
    tables.flow,
    past.of("Flowed").map((log) => {
      const { token, amount, minted } = log.args;
      return { ...named(past, log), token, amount, minted, timestamp: log.at };
    }),
  ),
  truth(
    tables.payment,
    paymentsOf(past).map(({ flow, position, token, source, timestamp }) => ({
      flow,
      position,
      token,
      source,
      timestamp,
    })),
  ),
  truth(tables.pool, pools(past)),
  truth(tables.credit, credits(past)),
  truth(
    tables.withdrawal,
    past.of("Withdrawn").map((log) => ({ ...named(past, log), ...log.args, timestamp: log.at })),
  ),
  truth(tables.etherCredit, etherCredits(past)),
  truth(
    tables.holding,
    holders(past).flatMap((account) => (account === zeroAddress ? [] : [{ account }])),
  ),
  truth(
    tables.reward,
    past.of("Rewarded").map((log) => named(past, log)),
  ),
  truth(tables.fundEpoch, fundEpochs(past)),
  truth(tables.fundToken, fundTokens(past)),
  truth(
    tables.fundGrant,
    past.of("Granted").map((log) => named(past, log)),
  ),
  truth(
    tables.voice,
    speakers(past).map((account) => ({ account })),
  ),
  truth(tables.voiceSum, past.of("UnitsRaised").length === 0 ? [] : [{ id: 1 }]),
  truth(tables.voiceTotal, voiceTotals(past)),
];
