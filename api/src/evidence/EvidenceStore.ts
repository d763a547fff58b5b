import { contribution } from "@azora/indexer/schema";
import type { Manifest } from "@azora/sdk/manifest";
import { eq, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Address, Hex } from "viem";
import { type Db, transact } from "../database/pools.ts";
import { evidence, evidenceRoom } from "../database/tables.ts";
import { isIndexMissing } from "../database/troubles.ts";
import { ProblemError } from "../http/errors.ts";

export interface EvidenceLimits {
  /** All that is kept, in bytes. */
  totalBytes: number;
  /** How long evidence that no registration names is kept, in seconds. */
  retention: number;
}

/** For how many retentions, from the first upload on, evidence that is sent again and again may stay unregistered. */
const LONGEST = 3;
/** The part of the room that unregistered evidence may use. The rest is for what a registration, and its bond, names. */
const FOR_UNREGISTERED = 3 / 4;
/** Evidence is kept that much longer than promised: a registration of the last moment is in a block that has yet to come. */
const MARGIN_S = 600;

const NO_ROOM = "There is no room for evidence at present.";
const NO_ROOM_UNREGISTERED =
  "There is no room for evidence at present that no registration names. Register the work and send it again, or wait.";

/** Evidence that is kept. Times are of the database's clock, in seconds. */
export interface Stored {
  hash: Hex;
  bytes: number;
  /** Null once a registration names it. */
  expiresAt: number | null;
}

/** A manifest in canonical form, and its hash. */
export interface Evidence {
  hash: Hex;
  bytes: Uint8Array<ArrayBuffer>;
  manifest: Manifest;
}

/**
 * Manifests by their hash, in the API's own schema.
 *
 * Anybody may add to it, for nobody is known here. The hash keeps them from changing what is there, the size of each and of
 * all from filling the disk. At worst strangers fill the part of the room that unregistered evidence may use, and fill it
 * again whenever it is let go. Then people register first and send their evidence after that, for which a part is left, or
 * publish it elsewhere: the chain asks for the hash only.
 */
export class EvidenceStore {
  readonly #pool: Pool;
  readonly #limits: EvidenceLimits;

  constructor(pool: Pool, limits: EvidenceLimits) {
    this.#pool = pool;
    this.#limits = limits;
  }

  /**
   * Keeps it, and says whether it is new. What is there already is kept for as long as if it were new, within limits.
   * @throws ProblemError when there is no room
   */
  async keep({
    hash,
    bytes,
    manifest: { kind, title, summary, registrant },
  }: Evidence): Promise<"new" | "known"> {
    const registered = await this.#isRegistered(hash);
    return transact(this.#pool, "READ COMMITTED READ WRITE", async (db) => {
      if (await this.#renew(db, hash)) return "known";
      // Whoever adds or lets go holds the room: what is counted here is true until the end.
      const used = await holdRoom(db);
      const { totalBytes } = this.#limits;
      if (used + bytes.length > (registered ? totalBytes : totalBytes * FOR_UNREGISTERED))
        throw new ProblemError(507, registered ? NO_ROOM : NO_ROOM_UNREGISTERED);
      const added = await db
        .insert(evidence)
        .values({ hash, bytes, registrant: registrant.toLowerCase() as Address, kind, title, summary })
        .onConflictDoNothing()
        .returning({ hash: evidence.hash });
      if (added.length === 0) return "known";
      await db.update(evidenceRoom).set({ used: used + bytes.length });
      return "new";
    });
  }

  /** The bytes with this hash, exactly as they came. */
  async bytes(hash: Hex): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const [row] = await this.#read((db) =>
      db.select({ bytes: evidence.bytes }).from(evidence).where(eq(evidence.hash, hash)),
    );
    return row?.bytes;
  }

  /** What is kept of it, and until when. */
  async find(hash: Hex): Promise<Stored | undefined> {
    const [row] = await this.#read((db) =>
      db
        .select({
          bytes: sql<number>`octet_length(${evidence.bytes})`,
          storedAt: sql<string>`extract(epoch FROM ${evidence.storedAt})`,
        })
        .from(evidence)
        .where(eq(evidence.hash, hash)),
    );
    if (row === undefined) return undefined;
    const registered = await this.#isRegistered(hash);
    const expiresAt = registered ? null : Math.floor(Number(row.storedAt)) + this.#limits.retention;
    return { hash, bytes: row.bytes, expiresAt };
  }

  /**
   * Lets go what no registration named in time, and says how many. Any number of copies may do so at once.
   *
   * Only for an index that is at the chain's head: an older one does not know the latest registrations.
   */
  async sweep(): Promise<number> {
    return transact(this.#pool, "READ COMMITTED READ WRITE", async (db) => {
      const used = await holdRoom(db);
      const gone = await db
        .delete(evidence)
        .where(
          sql`${evidence.storedAt} < now() - make_interval(secs => ${this.#limits.retention + MARGIN_S})
            AND NOT EXISTS (SELECT FROM ${contribution} WHERE ${contribution.evidenceHash} = ${evidence.hash})`,
        )
        .returning({ bytes: sql<number>`octet_length(${evidence.bytes})` });
      const freed = gone.reduce((sum, { bytes }) => sum + bytes, 0);
      if (freed > 0) await db.update(evidenceRoom).set({ used: used - freed });
      return gone.length;
    });
  }

  /** Lets the retention begin anew, but not so late that evidence would stay for longer than it may. */
  async #renew(db: Db, hash: Hex): Promise<boolean> {
    const most = this.#limits.retention * (LONGEST - 1);
    const rows = await db
      .update(evidence)
      .set({ storedAt: sql`least(now(), ${evidence.addedAt} + make_interval(secs => ${most}))` })
      .where(eq(evidence.hash, hash))
      .returning({ hash: evidence.hash });
    return rows.length > 0;
  }

  #read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return transact(this.#pool, "READ COMMITTED READ ONLY", work);
  }

  /** While there is no index, nothing is known to be registered. */
  async #isRegistered(hash: Hex): Promise<boolean> {
    try {
      const rows = await this.#read((db) =>
        db
          .select({ id: contribution.id })
          .from(contribution)
          .where(eq(contribution.evidenceHash, hash))
          .limit(1),
      );
      return rows.length > 0;
    } catch (error) {
      if (isIndexMissing(error)) return false;
      throw error;
    }
  }
}

/** The bytes in use, held until the transaction ends. */
async function holdRoom(db: Db): Promise<number> {
  const [row] = await db.select({ used: evidenceRoom.used }).from(evidenceRoom).for("update");
  if (row === undefined) throw new Error("The table evidence_room lost its row.");
  return row.used;
}
