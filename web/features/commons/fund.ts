import { constants } from "@azora/sdk";
import type { Bucket, Commons, Protocol } from "#lib/api/types.ts";

const { STIPEND_DIVISOR } = constants.CitadelFund;
const WHOLE = BigInt(constants.Flow.TOTAL);

/** The chain's own coin, as a token. */
export const ETHER = `0x${"0".repeat(40)}`;

/** All AZR that ever came to the fund, in whole or on its way to people, and where it is now. */
export interface Flows {
  /** By settlements, of which the fund has a tenth. */
  minted: bigint;
  people: bigint;
  tenths: bigint;
  /** The fund's tenths of direct rewards. */
  rewards: bigint;
  /** What anybody sent to it. */
  gifts: bigint;
  held: bigint;
  granted: bigint;
  stipends: bigint;
}

export function flowsOf(
  { supply, citadel }: Pick<Protocol, "supply" | "citadel">,
  { azr, tokens }: Pick<Commons, "azr" | "tokens">,
): Flows {
  const [minted, tenths, held] = [BigInt(supply), BigInt(citadel.minted), BigInt(azr)];
  const own = tokens[0];
  const [granted, stipends, rewards] = [own?.granted, own?.stipends, own?.rewards].map((wei) =>
    BigInt(wei ?? 0),
  ) as [bigint, bigint, bigint];
  const people = minted - tenths;
  const gifts = held + granted + stipends - tenths - rewards;
  return { minted, people, tenths, rewards, gifts, held, granted, stipends };
}

export const cameIn = ({ tenths, rewards, gifts }: Flows): bigint => tenths + rewards + gifts;

/** What the fund may pay in the present epoch, in one way and of one token. */
export interface Allowance {
  kind: "grants" | "stipends";
  token: string;
  most: bigint;
  spent: bigint;
  left: bigint;
  /** Nobody has touched it in this epoch: what there is then is what it is measured by. */
  isOpen: boolean;
}

/** As `CitadelFund` counts: grants and fees by the balance at the opening, stipends by what came in since. */
export function allowancesOf(commons: Commons, protocol: Pick<Protocol, "epoch" | "rules">): Allowance[] {
  const [azr] = commons.tokens;
  const cap = BigInt(protocol.rules.find(({ name }) => name === "CitadelCap")?.value ?? 0);
  const open = commons.epochs.filter(({ epoch }) => epoch === protocol.epoch);
  const balances = new Map([
    [azr?.token ?? "", commons.azr],
    [ETHER, commons.ether],
  ]);
  const tokens = [...new Set([...balances.keys(), ...open.map(({ token }) => token)])];
  const grants = tokens.map((token): Allowance => {
    const book = open.find((each) => each.token === token);
    const opening = BigInt(book?.opening ?? balances.get(token) ?? 0);
    const spent = BigInt(book?.granted ?? 0) + BigInt(book?.fees ?? 0);
    return allowance({ kind: "grants", token, isOpen: book !== undefined }, (opening * cap) / WHOLE, spent);
  });
  const book = open.find(({ token }) => token === azr?.token);
  if (azr === undefined || book === undefined) return grants;
  const [granted, stipends] = [BigInt(book.granted), BigInt(book.stipends)];
  const inflow = BigInt(commons.azr) + granted + stipends - BigInt(book.opening);
  const { token } = azr;
  return [
    ...grants,
    allowance({ kind: "stipends", token, isOpen: true }, inflow / STIPEND_DIVISOR, stipends),
  ];
}

const allowance = (
  of: Pick<Allowance, "kind" | "token" | "isOpen">,
  most: bigint,
  spent: bigint,
): Allowance => ({ ...of, most, spent, left: spent < most ? most - spent : 0n });

/** Something that happened to the fund's AZR within an hour or a day. */
export interface Change {
  start: number;
  end: number;
  came: bigint;
  left: bigint;
  /** What it held after the last of it. */
  held: bigint;
}

/** In order of time. */
export const changesOf = (latestFirst: readonly Bucket[]): Change[] =>
  latestFirst
    .map(({ start, end, fundIn, fundOut, fund }) => ({
      ...{ start, end },
      ...{ came: BigInt(fundIn), left: BigInt(fundOut), held: BigInt(fund) },
    }))
    .reverse();
