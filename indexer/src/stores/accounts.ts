import type { Context } from "ponder:registry";
import { account, identity } from "ponder:schema";
import type { Address, Hex } from "viem";
import { updateProtocol } from "./protocol.ts";

/** The account of an account's node, in lower case as all hex is here: a checksum would cost more than the row. */
export const accountOf = (node: Hex): Address => `0x${node.slice(26)}`;

interface AccountNews {
  registered?: number;
  credited?: number;
  /** What it earned of AZR, if it was paid some. */
  earned?: bigint | undefined;
}

/** An account that takes part, known from now on at the latest. Whoever is credited or paid AZR is among the people. */
export async function noteAccount(
  context: Context,
  address: Address,
  at: bigint,
  { registered = 0, credited = 0, earned }: AccountNews = {},
) {
  const isPerson = credited > 0 || earned !== undefined;
  let isNew = isPerson;
  await context.db
    .insert(account)
    .values({ address, firstSeenAt: at, registered, credited, earned: isPerson ? (earned ?? 0n) : null })
    .onConflictDoUpdate((row) => {
      isNew = isPerson && row.earned === null;
      return {
        registered: row.registered + registered,
        credited: row.credited + credited,
        earned: isPerson ? (row.earned ?? 0n) + (earned ?? 0n) : row.earned,
      };
    });
  if (isNew) await countPeople(context, 1);
}

/** An identity that a link or a work names. One that a work credits, and no link has named, is among the people. */
export async function noteIdentity(
  context: Context,
  node: Hex,
  at: bigint,
  { credited = 0, received = 0n } = {},
) {
  const isCredited = credited > 0;
  let isNew = isCredited;
  await context.db
    .insert(identity)
    .values({ node, firstSeenAt: at, credited, nonce: 0n, received: isCredited ? received : null })
    .onConflictDoUpdate((row) => {
      isNew = isCredited && row.received === null && row.account === null;
      return {
        credited: row.credited + credited,
        received: isCredited || row.received !== null ? (row.received ?? 0n) + received : null,
      };
    });
  if (isNew) await countPeople(context, 1);
}

/** Links an identity to an account, or with null undoes it. */
export async function linkIdentity(
  context: Context,
  node: Hex,
  link: Pick<typeof identity.$inferSelect, "account" | "effectiveAt" | "nonce">,
) {
  let change = 0;
  await context.db.update(identity, { node }).set((row) => {
    const [was, is] = [row, link].map((each) => row.received !== null && each.account === null);
    change = Number(is) - Number(was);
    return link;
  });
  if (change !== 0) await countPeople(context, change);
}

const countPeople = (context: Context, change: number) =>
  updateProtocol(context, (row) => ({ people: row.people + change }));
