import { leaf } from "@azora/indexer/schema";
import { auditLedgerAbi, type Deployment, hashLeaf, type LeafKind, rootFromPeaks } from "@azora/sdk";
import { and, asc, gte, lt } from "drizzle-orm";
import { getAbiItem, type Hex, type PublicClient } from "viem";
import type { Db } from "../../../database/pools.ts";
import type { Finding, Findings } from "../findings.ts";
import { countDecisions } from "./counts.ts";
import { finding, LedgerWalk } from "./LedgerWalk.ts";
import { rebuildLeaves } from "./rebuild.ts";

/** The ledger as the chain has it at a block. */
export interface LedgerHead {
  readonly size: bigint;
  readonly root: Hex;
}

const PART = "ledger";
const APPENDED = getAbiItem({ abi: auditLedgerAbi, name: "Appended" });
/** Blocks whose logs are asked for at once. */
const RANGE = 5_000n;

export async function readLedgerHead(
  chain: PublicClient,
  { addresses }: Deployment,
  blockNumber: bigint,
): Promise<LedgerHead> {
  const [size, peaks] = await chain.readContract({
    address: addresses.auditLedger,
    abi: auditLedgerAbi,
    functionName: "peaks",
    blockNumber,
  });
  return { size, root: rootFromPeaks(peaks) };
}

/**
 * The ledger's proof. One walk keeps up with the chain, so that new leaves are compared at once; another goes over all of
 * them again and again, so that an old row that was changed is found.
 */
export class LedgerAudit {
  readonly #chain: PublicClient;
  readonly #deployment: Deployment;
  readonly #findings: Findings;
  readonly #front: LedgerWalk;
  readonly #round: LedgerWalk;

  constructor(chain: PublicClient, deployment: Deployment, findings: Findings) {
    this.#chain = chain;
    this.#deployment = deployment;
    this.#findings = findings;
    this.#front = new LedgerWalk(deployment);
    this.#round = new LedgerWalk(deployment);
  }

  /**
   * Takes what is new, and goes on with the round.
   *
   * @param at The block of the snapshot, at which the chain has this head.
   * @return The proven ledger; undefined while it catches up, or if something is wrong.
   */
  async pass(db: Db, head: LedgerHead, at: bigint, limit: number): Promise<LedgerHead | undefined> {
    if (!(await this.#front.isOf(db))) this.#front.restart();
    if (!(await this.#round.isOf(db))) {
      this.#round.restart();
      this.#findings.restart(PART);
    }
    const isProven = await this.#step(this.#front, db, head, at, limit);
    // What was wrong may be mended, so it is looked at again.
    if (isProven === false) this.#front.restart();
    const isRound = await this.#step(this.#round, db, head, at, limit);
    if (isRound !== undefined) {
      this.#findings.add(PART, ...(await countDecisions(db)));
      this.#findings.endRound(PART);
      this.#round.restart();
    }
    return isProven ? head : undefined;
  }

  /** @return Whether all is well; undefined if it has not come to the end. */
  async #step(
    walk: LedgerWalk,
    db: Db,
    head: LedgerHead,
    at: bigint,
    limit: number,
  ): Promise<boolean | undefined> {
    const { found, done } = await walk.advance(db, limit);
    this.#findings.add(PART, ...found);
    if (found.length > 0) return done ? false : undefined;
    if (!done) return undefined;
    const wrong = await this.#compare(walk, db, head, at);
    this.#findings.add(PART, ...wrong);
    return wrong.length === 0;
  }

  async #compare(walk: LedgerWalk, db: Db, head: LedgerHead, at: bigint): Promise<Finding[]> {
    const { size } = walk;
    if (BigInt(size) < head.size) return [finding(size, `leaf ${size} is missing`)];
    if (BigInt(size) > head.size) return [finding(head.size, `leaf ${head.size} is not on the ledger`)];
    if (walk.root() === head.root) return [];
    const first = await this.#firstLie(db, at);
    return [
      first === undefined
        ? finding(0, `the root of ${size} leaves is ${walk.root()} here and ${head.root} on the chain`)
        : finding(first, `leaf ${first} is another one on the chain`),
    ];
  }

  /** The first leaf that is not as the chain's own logs have it. */
  async #firstLie(db: Db, at: bigint): Promise<bigint | undefined> {
    const { addresses, block } = this.#deployment;
    for (let from = BigInt(block); from <= at; from += RANGE) {
      const last = from + RANGE - 1n;
      const logs = await this.#chain.getLogs({
        address: addresses.auditLedger,
        event: APPENDED,
        strict: true,
        fromBlock: from,
        toBlock: last < at ? last : at,
      });
      const start = logs[0]?.args.index;
      if (start === undefined) continue;
      const rows = await db
        .select()
        .from(leaf)
        .where(and(gte(leaf.index, start), lt(leaf.index, start + BigInt(logs.length))))
        .orderBy(asc(leaf.index));
      const ours = await rebuildLeaves(db, this.#deployment, rows);
      const wrong = logs.find(
        ({ args }, i) => ours[i]?.hash !== hashLeaf({ ...args, kind: kindOf(args.kind) }),
      );
      if (wrong !== undefined) return wrong.args.index;
    }
    return undefined;
  }
}

const isKind = (kind: number): kind is LeafKind => Number.isInteger(kind);
function kindOf(kind: number): LeafKind {
  if (!isKind(kind)) throw new RangeError(`${kind} is no kind of leaf.`);
  return kind;
}
