import { account, credit, etherCredit, holding, identity, voice, withdrawal } from "@azora/indexer/schema";
import { accountNode, type Deployment } from "@azora/sdk";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { type Address, zeroAddress } from "viem";
import type { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Builder } from "../../database/pools.ts";
import { type Given, type Reading, reading, readTogether } from "../../database/reading.ts";
import { checksum, orNull, toSeconds, wei } from "../../http/format.ts";
import { TOKENS } from "../contributions/money.ts";
import { judgeOf } from "./judge.ts";
import { receivedOf } from "./received.ts";
import { reservationsOf } from "./reservations.ts";
import type { accountSchema } from "./schema.ts";

export type Account = z.infer<typeof accountSchema>;

/** The latest withdrawals that are shown with an account. */
const WITHDRAWALS = 20;
const NO_NODE = "0x";
const NOTHING = { owed: 0n, earned: 0n, withdrawn: 0n } as const;

const readAll = readTogether(["address", "node", "token"], (db, { address, node, token }) => ({
  row: reading([db.select().from(account).where(eq(account.address, address))], ([row]) => row),
  money: reading(
    [
      db
        .select()
        .from(credit)
        .where(and(eq(credit.token, token), eq(credit.account, address))),
    ],
    ([money = NOTHING]) => money,
  ),
  held: reading([db.select().from(holding).where(eq(holding.account, address))], ([held]) => held),
  ether: etherOf(db, address),
  tokens: tokensOf(db, token, address),
  voice: voiceOf(db, address),
  identities: identitiesOf(db, address),
  judge: judgeOf(db, address),
  reservations: reservationsOf(db, address),
  received: receivedOf(db, node),
  withdrawals: withdrawalsOf(db, address),
}));

/** Every address has one; that of nobody is full of zeroes. */
export async function readAccount(
  { db, head }: Snapshot,
  { addresses }: Deployment,
  address: Address,
): Promise<Account> {
  const token = addresses.azoraToken;
  // The zero address has no node: nothing can come to it.
  const node = address === zeroAddress ? NO_NODE : accountNode(address);
  const { money, held, row, ...rest } = await readAll(db, { address, node, token });
  return {
    address: checksum(address),
    firstSeenAt: orNull(row?.firstSeenAt, toSeconds),
    registered: row?.registered ?? 0,
    credited: row?.credited ?? 0,
    owed: wei(money.owed),
    earned: wei(money.earned),
    withdrawn: wei(money.withdrawn),
    azr: wei(held?.balance ?? 0n),
    ether: rest.ether,
    tokens: rest.tokens,
    voice: rest.voice(address),
    identities: rest.identities(head.timestamp),
    judge: rest.judge,
    reservations: rest.reservations,
    received: rest.received,
    withdrawals: rest.withdrawals,
  };
}

const etherOf = (db: Builder, address: Given<Address>): Reading<Account["ether"]> =>
  reading(
    [
      db
        .select()
        .from(etherCredit)
        .where(eq(etherCredit.account, address))
        .orderBy(asc(etherCredit.contract)),
    ],
    (rows) =>
      rows.map(({ contract, owed, withdrawn }) => ({
        contract: checksum(contract),
        owed: wei(owed),
        withdrawn: wei(withdrawn),
      })),
  );

const tokensOf = (db: Builder, azr: Given<Address>, address: Given<Address>): Reading<Account["tokens"]> =>
  reading(
    [
      db
        .select()
        .from(credit)
        .where(and(eq(credit.account, address), ne(credit.token, azr)))
        .orderBy(asc(credit.token))
        .limit(TOKENS),
    ],
    (rows) =>
      rows.map(({ token, owed, withdrawn }) => ({
        token: checksum(token),
        owed: wei(owed),
        withdrawn: wei(withdrawn),
      })),
  );

/** Whoever has not delegated counts for itself. */
const voiceOf = (db: Builder, address: Given<Address>): Reading<(of: Address) => Account["voice"]> =>
  reading([db.select().from(voice).where(eq(voice.account, address))], ([row]) => (of) => {
    const { units = 0n, votes = 0n, delegate = of } = row ?? {};
    return { units: wei(units), votes: wei(votes), delegate: checksum(delegate) };
  });

const identitiesOf = (
  db: Builder,
  address: Given<Address>,
): Reading<(now: number) => Account["identities"]> =>
  reading(
    [db.select().from(identity).where(eq(identity.account, address)).orderBy(asc(identity.node))],
    (rows) => (now) =>
      rows.flatMap(({ node, effectiveAt }) =>
        effectiveAt === null
          ? []
          : [{ node, effectiveAt: toSeconds(effectiveAt), effective: Number(effectiveAt) <= now }],
      ),
  );

const withdrawalsOf = (db: Builder, address: Given<Address>): Reading<Account["withdrawals"]> =>
  reading(
    [
      db
        .select()
        .from(withdrawal)
        .where(eq(withdrawal.account, address))
        .orderBy(desc(withdrawal.id))
        .limit(WITHDRAWALS),
    ],
    (rows) =>
      rows.map((row) => ({
        id: row.id,
        token: checksum(row.token),
        to: checksum(row.to),
        amount: wei(row.amount),
        timestamp: toSeconds(row.timestamp),
        block: Number(row.block),
        tx: row.tx,
      })),
  );
