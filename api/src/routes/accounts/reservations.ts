import { reservation } from "@azora/indexer/schema";
import { constants } from "@azora/sdk";
import { desc, eq } from "drizzle-orm";
import type { Address } from "viem";
import type { z } from "zod";
import type { Builder } from "../../database/pools.ts";
import { type Given, type Reading, reading } from "../../database/reading.ts";
import { orNull, toSeconds, wei } from "../../http/format.ts";
import type { accountSchema } from "./schema.ts";

type Reservations = z.infer<typeof accountSchema>["reservations"];

/** The latest that are shown with an account. */
const LATEST = 20;
const { MATURITY, LIFETIME } = constants.Reservations;

export const reservationsOf = (db: Builder, address: Given<Address>): Reading<Reservations> =>
  reading(
    [
      db
        .select()
        .from(reservation)
        .where(eq(reservation.challenger, address))
        .orderBy(desc(reservation.block), desc(reservation.hash))
        .limit(LATEST),
    ],
    (rows) =>
      rows.map(({ block, ...row }) => ({
        hash: row.hash,
        state: row.state,
        deposit: wei(row.deposit),
        contribution: row.contribution,
        firstBlock: Number(block) + MATURITY,
        lastBlock: Number(block) + LIFETIME,
        reservedAt: toSeconds(row.reservedAt),
        endedAt: orNull(row.endedAt, toSeconds),
        block: Number(block),
        tx: row.tx,
      })),
  );
