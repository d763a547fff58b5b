import { account, credit, etherCredit, holding, identity, voice, withdrawal } from "@azora/indexer/schema";
import { accountNode, type Deployment } from "@azora/sdk";
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { type Address, zeroAddress } from "viem";
import type { z } from "zod";
import type { Snapshot } from "../../database/IndexReader.ts";
import type { Db } from "../../database/pools.ts";
import { checksum, orNull, toSeconds, wei } from "../../http/format.ts";
import { TOKENS } from "../contributions/money.ts";
import { readJudge } from "./judge.ts";
import { readReceived } from "./received.ts";
import { readReservations } from "./reservations.ts";
import type { accountSchema } from "./schema.ts";

export type Account = z.infer<typeof accountSchema>;

/** The latest withdrawals that are shown with an account. */
const WITHDRAWALS = 20;
const NOTHING = { owed: 0n, earned: 0n, withdrawn: 0n } as const;

/** Every address has one; that of nobody is full of zeroes. */
export async function readAccount(
  { db, head }: Snapshot,
  { addresses }: Deployment,
  address: Address,
): Promise<Account> {
  const token = addresses.azoraToken;
  const [row] = await db.select().from(account).where(eq(account.address, address));
  const [money = NOTHING] = await db
    .select()
    .from(credit)
    .where(and(eq(credit.token, token), eq(credit.account, address)));
  const [held] = await db.select().from(holding).where(eq(holding.account, address));
  return {
    address: checksum(address),
    firstSeenAt: orNull(row?.firstSeenAt, toSeconds),
    registered: row?.registered ?? 0,
    credited: row?.credited ?? 0,
    owed: wei(money.owed),
    earned: wei(money.earned),
    withdrawn: wei(money.withdrawn),
    azr: wei(held?.balance ?? 0n),
    ether: await readEther(db, address),
    tokens: await readTokens(db, token, address),
    voice: await readVoice(db, address),
    identities: await readIdentities(db, address, head.timestamp),
    judge: await readJudge(db, address),
    reservations: await readReservations(db, address),
    // The zero address has no node: nothing can come to it.
    received: address === zeroAddress ? [] : await readReceived(db, accountNode(address)),
    withdrawals: await readWithdrawals(db, address),
  };
}

async function readEther(db: Db, address: Address): Promise<Account["ether"]> {
  const rows = await db
    .select()
    .from(etherCredit)
    .where(eq(etherCredit.account, address))
    .orderBy(asc(etherCredit.contract));
  return rows.map(({ contract, owed, withdrawn }) => ({
    contract: checksum(contract),
    owed: wei(owed),
    withdrawn: wei(withdrawn),
  }));
}

async function readTokens(db: Db, azr: Address, address: Address): Promise<Account["tokens"]> {
  const rows = await db
    .select()
    .from(credit)
    .where(and(eq(credit.account, address), ne(credit.token, azr)))
    .orderBy(asc(credit.token))
    .limit(TOKENS);
  return rows.map(({ token, owed, withdrawn }) => ({
    token: checksum(token),
    owed: wei(owed),
    withdrawn: wei(withdrawn),
  }));
}

/** Whoever has not delegated counts for itself. */
async function readVoice(db: Db, address: Address): Promise<Account["voice"]> {
  const [row] = await db.select().from(voice).where(eq(voice.account, address));
  const { units = 0n, votes = 0n, delegate = address } = row ?? {};
  return { units: wei(units), votes: wei(votes), delegate: checksum(delegate) };
}

async function readIdentities(db: Db, address: Address, now: number): Promise<Account["identities"]> {
  const rows = await db
    .select()
    .from(identity)
    .where(eq(identity.account, address))
    .orderBy(asc(identity.node));
  return rows.flatMap(({ node, effectiveAt }) =>
    effectiveAt === null
      ? []
      : [{ node, effectiveAt: toSeconds(effectiveAt), effective: Number(effectiveAt) <= now }],
  );
}

async function readWithdrawals(db: Db, address: Address): Promise<Account["withdrawals"]> {
  const rows = await db
    .select()
    .from(withdrawal)
    .where(eq(withdrawal.account, address))
    .orderBy(desc(withdrawal.id))
    .limit(WITHDRAWALS);
  return rows.map((row) => ({
    id: row.id,
    token: checksum(row.token),
    to: checksum(row.to),
    amount: wei(row.amount),
    timestamp: toSeconds(row.timestamp),
    block: Number(row.block),
    tx: row.tx,
  }));
}
