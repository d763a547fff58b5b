import { type Address, getAddress, type Hex, pad, zeroAddress } from "viem";
import type { Schemas } from "../../api/client.ts";
import { disputesAbi } from "../../generated/abis.ts";
import { Reservations } from "../../generated/constants.ts";
import type { Entry } from "../Book.ts";
import type { At } from "../Chain.ts";
import { by, type Expected } from "../facts.ts";
import { judgeOf } from "./judges.ts";
import { sightingsOf } from "./links.ts";
import { receivedOf, tokensTo } from "./money.ts";
import { byAddress, byNumber, byText, latest } from "./names.ts";

type Account = Schemas["Account"];

const LATEST = 20;

export async function accountAnswer(at: At, address: Address): Promise<Expected<Account>> {
  const { client, contracts } = at;
  const sighting = sightingsOf(at).get(address.toLowerCase());
  const args = [address] as const;
  const [[owed, earned], azr, units, votes, delegate] = await Promise.all([
    client.readContract({ ...contracts.rewards, functionName: "creditOf", args: [at.azr, address] }),
    client.readContract({ ...contracts.token, functionName: "balanceOf", args }),
    client.readContract({ ...contracts.voice, functionName: "unitsOf", args }),
    client.readContract({ ...contracts.voice, functionName: "getVotes", args }),
    client.readContract({ ...contracts.voice, functionName: "delegates", args }),
  ]);
  const node = pad(address, { size: 32 }).toLowerCase() as Hex;
  return {
    ...by("the logs that name it", {
      address: getAddress(address),
      firstSeenAt: sighting?.firstSeenAt ?? null,
      registered: sighting?.registered ?? 0,
      credited: sighting?.credited ?? 0,
    }),
    ...by("eth_call RewardLedger.creditOf", { owed: owed.toString(), earned: earned.toString() }),
    withdrawn: by("the logs Withdrawn", withdrawn(at, at.azr, address).toString()),
    azr: by("eth_call AzoraToken.balanceOf", azr.toString()),
    ether: await etherOf(at, address),
    tokens: await tokensOf(at, node, address),
    voice: by("eth_call Voice.unitsOf, getVotes and delegates", {
      units: units.toString(),
      votes: votes.toString(),
      delegate,
    }),
    identities: await linkedTo(at, address),
    judge: await judgeOf(at, address),
    reservations: reservationsOf(at, address),
    received: address === zeroAddress ? [] : receivedOf(at, node),
    withdrawals: withdrawalsOf(at, address),
  };
}

const sum = (entries: readonly { args: { amount: bigint } }[]): bigint =>
  entries.reduce((total, { args }) => total + args.amount, 0n);

const withdrawn = ({ book }: At, token: Address, account: Address): bigint =>
  sum(book.of("Withdrawn", "account", getAddress(account)).filter(({ args }) => args.token === token));

/** Of each contract that ever owed it ETH. */
function etherOf(at: At, account: Address): Promise<Expected<Account["ether"][number]>[]> {
  const { book, client, contracts } = at;
  const owing = new Set(
    book.of("EtherCredited", "account", getAddress(account)).map(({ address }) => getAddress(address)),
  );
  const paid = book.of("EtherWithdrawn", "account", getAddress(account));
  return Promise.all(
    [...owing].sort(byAddress).map(async (contract) => {
      // All contracts that owe ETH say so by the same function.
      const asked = { abi: disputesAbi, address: contract, blockNumber: contracts.disputes.blockNumber };
      const owed = await client.readContract({ ...asked, functionName: "etherOwed", args: [account] });
      return {
        contract: by("the log EtherCredited", contract),
        owed: by("eth_call etherOwed", owed.toString()),
        withdrawn: by(
          "the logs EtherWithdrawn",
          sum(paid.filter(({ address }) => getAddress(address) === contract)).toString(),
        ),
      };
    }),
  );
}

const tokensOf = (at: At, node: Hex, account: Address): Promise<Expected<Account["tokens"][number]>[]> =>
  Promise.all(
    tokensTo(at, node).map(async (token) => {
      const credit = { ...at.contracts.rewards, functionName: "creditOf", args: [token, account] } as const;
      const [owed] = await at.client.readContract(credit);
      return {
        token: by("the logs Flowed", token),
        owed: by("eth_call RewardLedger.creditOf", owed.toString()),
        withdrawn: by("the logs Withdrawn", withdrawn(at, token, account).toString()),
      };
    }),
  );

/** Identities whose link is proposed or in effect. */
async function linkedTo(at: At, account: Address): Promise<Expected<Account["identities"][number]>[]> {
  const { book, client, contracts } = at;
  const named = new Set(
    book.of("LinkProposed", "account", getAddress(account)).map(({ args }) => args.identity),
  );
  const linked = await Promise.all(
    [...named].sort(byText).map(async (node) => {
      const link = { ...contracts.registry, functionName: "linkOf", args: [node] } as const;
      const [owner, effectiveAt] = await client.readContract(link);
      if (getAddress(owner) !== getAddress(account)) return [];
      const effective = effectiveAt <= at.block.timestamp;
      return [by("eth_call AttributionRegistry.linkOf", { node, effectiveAt, effective })];
    }),
  );
  return linked.flat();
}

/** What a hash was reserved for last. */
function reservationsOf({ book }: At, challenger: Address): Expected<Schemas["Reservation"]>[] {
  const made = new Map<Hex, Entry<"Reserved">>();
  for (const entry of book.of("Reserved", "challenger", getAddress(challenger)))
    made.set(entry.args.hash, entry);
  return [...made.values()]
    .sort((a, b) => byNumber(b.blockNumber, a.blockNumber) || byText(b.args.hash, a.args.hash))
    .slice(0, LATEST)
    .map((entry) => {
      const { hash, deposit } = entry.args;
      const isEnd = ({ args, place }: { args: { hash: Hex; challenger: Address }; place: number }) =>
        args.challenger === entry.args.challenger && place > entry.place;
      const redeemed = book.of("Redeemed", "hash", hash).find(isEnd);
      const released = book.of("Released", "hash", hash).find(isEnd);
      const forfeited = book.of("Forfeited", "hash", hash).find(isEnd);
      const block = Number(entry.blockNumber);
      return {
        ...by("the log Reserved", {
          hash,
          deposit: deposit.toString(),
          firstBlock: block + Reservations.MATURITY,
          lastBlock: block + Reservations.LIFETIME,
          reservedAt: entry.time,
          block,
          tx: entry.transactionHash,
        }),
        ...by("the logs Redeemed, Released and Forfeited", {
          state: stateOf({ redeemed, released, forfeited }),
          contribution: (redeemed ?? released)?.args.contribution ?? null,
          endedAt: (redeemed ?? released ?? forfeited)?.time ?? null,
        }),
      };
    });
}

function stateOf(ends: {
  redeemed: unknown;
  released: unknown;
  forfeited: unknown;
}): Schemas["ReservationState"] {
  if (ends.redeemed !== undefined) return "Redeemed";
  if (ends.released !== undefined) return "Released";
  return ends.forfeited === undefined ? "Open" : "Forfeited";
}

const withdrawalsOf = ({ book }: At, account: Address): Expected<Schemas["Withdrawal"]>[] =>
  latest(book.of("Withdrawn", "account", getAddress(account)), LATEST).map((entry) => {
    const { token, to, amount } = entry.args;
    return by("the log Withdrawn", {
      id: entry.id,
      token,
      to,
      amount: amount.toString(),
      timestamp: entry.time,
      block: Number(entry.blockNumber),
      tx: entry.transactionHash,
    });
  });
