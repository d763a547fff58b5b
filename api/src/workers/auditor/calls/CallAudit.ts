import { asKept, type Replay, type Row } from "@azora/indexer/replay";
import { getTableName } from "drizzle-orm";
import {
  AbiEncodingBytesSizeMismatchError,
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  IntegerOutOfRangeError,
  InvalidAddressError,
} from "viem";
import type { Db } from "../../../database/pools.ts";
import { type Finding, type Findings, findingOf } from "../findings.ts";
import { differences } from "../rows/differences.ts";
import { type Key, keyOf, readRows } from "../rows/readRows.ts";
import type { CallCheck, Chain } from "./Chain.ts";
import { governanceChecks } from "./governance.ts";
import { moneyChecks } from "./money.ts";
import { peopleChecks } from "./people.ts";
import { workChecks } from "./works.ts";

export const callChecks: readonly CallCheck[] = [
  ...moneyChecks,
  ...workChecks,
  ...peopleChecks,
  ...governanceChecks,
];

const PART = "calls";

interface Place {
  /** Which of the checks. */
  check: number;
  after: Key | undefined;
}

/** Asks the contracts about the rows of which they tell, some at a time, round and round. */
export class CallAudit {
  readonly #findings: Findings;
  #place: Place = { check: 0, after: undefined };

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Begins the round anew: the index was built anew. */
  restart(): void {
    this.#place = { check: 0, after: undefined };
    this.#findings.restart(PART);
  }

  /** How many rows a round looks at. */
  size(replay: Replay): number {
    return callChecks.reduce((sum, { table }) => sum + replay.rows(table).size, 0);
  }

  /** @param limit How many rows to ask about; the round ends with the last check, and the next begins with another pass. */
  async pass(db: Db, chain: Chain, limit: number): Promise<void> {
    for (let rest = limit; rest > 0; ) {
      const check = callChecks[this.#place.check];
      if (check === undefined) {
        this.#findings.endRound(PART);
        this.#place = { check: 0, after: undefined };
        return;
      }
      const rows = await readRows(db, check.table, this.#place.after, rest);
      const found = await Promise.all(rows.map((row) => askContracts(chain, check, row)));
      this.#findings.add(PART, ...found.flat());
      const last = rows.at(-1);
      const isEnd = rows.length < rest || last === undefined;
      this.#place = isEnd
        ? { check: this.#place.check + 1, after: undefined }
        : { check: this.#place.check, after: keyOf(check.table, last) };
      rest -= rows.length;
    }
  }
}

/** What contracts say otherwise of a row. */
export async function askContracts(chain: Chain, check: CallCheck, row: Row): Promise<Finding[]> {
  const table = getTableName(check.table);
  const key = keyOf(check.table, row).join(" ");
  const found = (detail: string) => findingOf("eth_call", table, key, detail);
  try {
    const told = await check.ask(chain, row);
    if (told === "nothing") return [found("is nothing that a contract knows")];
    return differences(check.table, row, asKept(check.table, { ...row, ...told })).map(found);
  } catch (error) {
    // A contract that refuses says that there is no such thing; a node that is away says nothing.
    if (!isRefusal(error)) throw error;
    return [found("is nothing that a contract knows")];
  }
}

/** A refusal, nobody there, and what no contract can even be asked about. */
const REFUSALS = [
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  AbiEncodingBytesSizeMismatchError,
  IntegerOutOfRangeError,
  InvalidAddressError,
];

const isRefusal = (error: unknown): boolean =>
  error instanceof BaseError &&
  error.walk((each) => REFUSALS.some((refusal) => each instanceof refusal)) !== null;
