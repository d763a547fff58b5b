import { identityNode } from "@azora/sdk";
import { type Claim, claimId } from "@azora/sdk/proofs";
import { and, asc, desc, eq, gte, isNotNull, lt, notExists, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Hex } from "viem";
import { type Db, transact } from "../database/pools.ts";
import { claim, claimRoom, verdict } from "../database/tables.ts";
import { ProblemError } from "../http/errors.ts";

/** All claims that are kept, in bytes. */
const TOTAL_BYTES = 64 * 1_048_576;
/** How long a claim is kept after its deadline, in seconds of the chain's clock. */
const KEPT = 30 * 86_400;
/** Of one identity's claims, those that are shown. */
const SHOWN = 20;

export interface Verdict {
  attestor: Hex;
  sentences: string[];
  /** Null for a claim that was refused. */
  signature: Hex | null;
  decidedAt: Date;
}

export interface StoredClaim {
  id: Hex;
  claim: Claim;
  receivedAt: Date;
  verdicts: Verdict[];
}

/**
 * Claims and what attestors found, in the API's own schema. Anybody may add to it, and at worst fill its room with claims
 * that nobody can prove; what is in it decides nothing: whoever links sends attestations to the chain, which checks them.
 */
export class ClaimStore {
  readonly #pool: Pool;
  readonly #totalBytes: number;

  constructor(pool: Pool, totalBytes = TOTAL_BYTES) {
    this.#pool = pool;
    this.#totalBytes = totalBytes;
  }

  /**
   * Keeps a claim, and says whether it is new.
   * @throws ProblemError when there is no room
   */
  async keep(body: Claim): Promise<{ id: Hex; state: "new" | "known" }> {
    const id = claimId(body);
    const bytes = Buffer.byteLength(JSON.stringify(body));
    return transact(this.#pool, "READ COMMITTED READ WRITE", async (db) => {
      const used = await holdRoom(db);
      const known = await db.select({ id: claim.id }).from(claim).where(eq(claim.id, id));
      if (known.length > 0) return { id, state: "known" };
      if (used + bytes > this.#totalBytes)
        throw new ProblemError(507, "There is no room for claims at present.");
      const { nonce, deadline } = body;
      const [identity, account] = [identityNode(body.identity), body.account.toLowerCase() as Hex];
      await db.insert(claim).values({ id, identity, account, nonce, deadline, body, bytes });
      await db.update(claimRoom).set({ used: used + bytes });
      return { id, state: "new" };
    });
  }

  async find(id: Hex): Promise<StoredClaim | undefined> {
    return this.#read(async (db) => {
      const rows = await db.select().from(claim).where(eq(claim.id, id));
      return (await withVerdicts(db, rows))[0];
    });
  }

  /** The latest claims of an identity, so that everybody sees who else claims it. */
  async ofIdentity(identity: Hex): Promise<StoredClaim[]> {
    return this.#read(async (db) => {
      const rows = await db
        .select()
        .from(claim)
        .where(eq(claim.identity, identity))
        .orderBy(desc(claim.receivedAt), desc(claim.id))
        .limit(SHOWN);
      return withVerdicts(db, rows);
    });
  }

  /** Claims that an attestor has not decided, the oldest first. */
  async undecided(attestor: Hex, now: bigint, limit: number): Promise<{ id: Hex; claim: Claim }[]> {
    return this.#read((db) => {
      const mine = db
        .select({ claim: verdict.claim })
        .from(verdict)
        .where(and(eq(verdict.claim, claim.id), eq(verdict.attestor, lower(attestor))));
      return db
        .select({ id: claim.id, claim: claim.body })
        .from(claim)
        .where(and(gte(claim.deadline, Number(now)), notExists(mine)))
        .orderBy(asc(claim.receivedAt), asc(claim.id))
        .limit(limit);
    });
  }

  /** Claims of an identity that an attestor has proven, the latest first. */
  async proven(attestor: Hex, identity: Hex, nonce: bigint): Promise<Claim[]> {
    const rows = await this.#read((db) =>
      db
        .select({ claim: claim.body })
        .from(claim)
        .innerJoin(verdict, eq(verdict.claim, claim.id))
        .where(
          and(
            eq(claim.identity, identity),
            eq(claim.nonce, Number(nonce)),
            eq(verdict.attestor, lower(attestor)),
            isNotNull(verdict.signature),
          ),
        )
        .orderBy(desc(verdict.decidedAt)),
    );
    return rows.map((row) => row.claim);
  }

  /** Writes down what an attestor found, once: a copy that was slower changes nothing. */
  async decide(id: Hex, attestor: Hex, sentences: string[], signature: Hex | null): Promise<void> {
    await transact(this.#pool, "READ COMMITTED READ WRITE", (db) =>
      db
        .insert(verdict)
        .values({ claim: id, attestor: lower(attestor), sentences, signature })
        .onConflictDoNothing(),
    );
  }

  /** Lets go of claims whose deadline has long passed, and says how many. */
  async sweep(now: bigint): Promise<number> {
    return transact(this.#pool, "READ COMMITTED READ WRITE", async (db) => {
      const used = await holdRoom(db);
      const gone = await db
        .delete(claim)
        .where(lt(claim.deadline, Number(now) - KEPT))
        .returning({ bytes: claim.bytes });
      const freed = gone.reduce((sum, { bytes }) => sum + bytes, 0);
      if (freed > 0) await db.update(claimRoom).set({ used: used - freed });
      return gone.length;
    });
  }

  #read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return transact(this.#pool, "READ COMMITTED READ ONLY", work);
  }
}

const lower = (hex: Hex): Hex => hex.toLowerCase() as Hex;

async function withVerdicts(db: Db, rows: (typeof claim.$inferSelect)[]): Promise<StoredClaim[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const found = await db
    .select()
    .from(verdict)
    .where(sql`${verdict.claim} = ANY(${sql.param(ids)})`)
    .orderBy(asc(verdict.decidedAt), asc(verdict.attestor));
  return rows.map(({ id, body, receivedAt }) => ({
    id,
    claim: body,
    receivedAt,
    verdicts: found.filter((each) => each.claim === id),
  }));
}

/** The bytes in use, held until the transaction ends. */
async function holdRoom(db: Db): Promise<number> {
  const [row] = await db.select({ used: claimRoom.used }).from(claimRoom).for("update");
  if (row === undefined) throw new Error("The table claim_room lost its row.");
  return row.used;
}
