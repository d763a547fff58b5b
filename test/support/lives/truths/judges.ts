import * as tables from "@azora/indexer/schema";
import { Fault } from "@azora/sdk";
import { type Address, type Hex, zeroAddress } from "viem";
import type { Happened, Past } from "../Past.ts";
import { placeOf, type Truths, truth } from "./truth.ts";
import { seatsOf } from "./works.ts";

interface Held {
  readonly seat: number;
  readonly block: bigint;
  readonly holder: Address;
}

/** Who got which seat from which block on, in the chain's order. */
const changesOf = (past: Past): Held[] =>
  past.of("Seated", "Unseated", "SeatMoved").flatMap((log) => {
    const { blockNumber: block } = log;
    if (log.eventName === "Seated") return { seat: log.args.seat, block, holder: log.args.account };
    if (log.eventName === "Unseated") return { seat: log.args.seat, block, holder: zeroAddress };
    const { from, to, account } = log.args;
    return [
      { seat: from, block, holder: zeroAddress },
      { seat: to, block, holder: account },
    ];
  });

function seats(past: Past) {
  const changes = Map.groupBy(changesOf(past), ({ seat }) => seat);
  return [...changes].map(([number, all]) => {
    const last = all.at(-1)?.holder ?? zeroAddress;
    return {
      number,
      account: last === zeroAddress ? null : last,
      since: all.map(({ block }) => block),
      holders: all.map(({ holder }) => holder),
    };
  });
}

interface Place {
  readonly contribution: Hex;
  readonly round: number;
  readonly validator: Address;
  readonly number: number;
  readonly revealEnd: bigint;
}

/** Everybody who was drawn: a panel's seats stand for their holders at the end of the block of its arming. */
function placesOf(past: Past): Place[] {
  const changes = changesOf(past);
  const armings = past.of("Registered", "Reopened", "Rearmed");
  const registered = past.of("Registered");
  return past.of("Drawn").flatMap(({ args: { contribution, round, panel, revealEnd } }) => {
    const armed = armings
      .filter((log) => log.args.contribution === contribution)
      .filter((log) => (log.eventName === "Registered" ? round === 1 : log.args.round === round))
      .at(-1);
    const at = armed?.eventName === "Rearmed" ? BigInt(armed.args.armedAt) : (armed?.blockNumber ?? 0n);
    return seatsOf(panel).map((seat) => ({
      contribution,
      round,
      number: registered.findIndex(({ args }) => args.contribution === contribution) + 1,
      revealEnd: BigInt(revealEnd),
      validator: changes.findLast((each) => each.seat === seat && each.block <= at)?.holder ?? zeroAddress,
    }));
  });
}

interface OfPlace {
  readonly args: { readonly contribution: Hex; readonly round: number };
}

function ballots(past: Past) {
  return placesOf(past).map((place) => {
    const isOfRound = ({ args }: OfPlace) =>
      args.contribution === place.contribution && args.round === place.round;
    const committed = past
      .of("Committed")
      .filter((log) => isOfRound(log) && log.args.validator === place.validator)
      .at(-1);
    const revealed = past
      .of("Revealed")
      .find((log) => isOfRound(log) && log.args.validator === place.validator);
    const leaked = past
      .of("Slashed")
      .find((log) => isOfRound(log) && log.args.account === place.validator && log.args.fault === Fault.Leak);
    return {
      ...place,
      commitment: committed?.args.commitment ?? null,
      committedAt: committed?.at ?? null,
      level: revealed?.args.level ?? null,
      rationaleHash: revealed?.args.rationaleHash ?? null,
      revealedAt: revealed?.at ?? null,
      leakedAt: leaked?.at ?? null,
    };
  });
}

function validators(past: Past) {
  const drawn = placesOf(past);
  const accounts = new Set(past.of("GenesisNamed", "Seated").map(({ args }) => args.account));
  return [...accounts].map((account) => {
    const commits = past.of("Committed").filter(({ args }) => args.validator === account);
    return {
      account,
      drawn: drawn.filter(({ validator }) => validator === account).length,
      // A commitment may be replaced.
      committed: new Set(commits.map(({ args }) => `${args.contribution} ${args.round}`)).size,
      revealed: past.of("Revealed").filter(({ args }) => args.validator === account).length,
    };
  });
}

const stints = (past: Past) =>
  [...Map.groupBy(past.of("Seated"), ({ args }) => args.account)].flatMap(([account, all]) =>
    all.map(({ blockNumber: seatedBlock }, number) => ({ account, number, seatedBlock })),
  );

const slashOf = (log: Happened<"Slashed">) => {
  const { account, contribution, round, stint } = log.args;
  return { account, contribution, round, stint: Number(stint), ...placeOf(log) };
};

export const judgeTruths: Truths = (past) => [
  truth(tables.seat, seats(past)),
  truth(tables.ballot, ballots(past)),
  truth(tables.validator, validators(past)),
  truth(tables.stint, stints(past)),
  truth(tables.slash, past.of("Slashed").map(slashOf)),
  truth(
    tables.stipend,
    past.of("StipendPaid").map((log) => {
      const { contribution, round, validator } = log.args;
      return { contribution, round, validator, ...placeOf(log) };
    }),
  ),
];
