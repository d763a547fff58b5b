import type { Finding, Proof } from "../../audit/verdict.ts";

export type { Finding, Proof } from "../../audit/verdict.ts";

/** @param what Of the row, without its full stop. */
export const findingOf = (proof: Proof, table: string, row: string, what: string): Finding => ({
  proof,
  table,
  row,
  detail: `${table} ${row} ${what}`,
});

/** More is wrong then than anybody reads. */
const MOST = 100;

/**
 * What is known to be wrong, by the part of the audit that found it. Each part goes round and round: what it found in its
 * last whole round and has found in this one counts, so a finding is told at once and let go of once a round found it mended.
 */
export class Findings {
  #last = new Map<string, Finding[]>();
  #now = new Map<string, Finding[]>();

  add(part: string, ...found: Finding[]): void {
    const some = this.#now.get(part) ?? [];
    some.push(...found.slice(0, MOST - some.length));
    this.#now.set(part, some);
  }

  /** A part has looked at everything once. */
  endRound(part: string): void {
    this.#last.set(part, this.#now.get(part) ?? []);
    this.#now.delete(part);
  }

  /** A part begins anew, and what it found of something else is void. */
  restart(part: string): void {
    this.#now.delete(part);
  }

  /** As they are now. @return Brings them back to that: what was found since is void. */
  keep(): () => void {
    const [last, now] = [copyOf(this.#last), copyOf(this.#now)];
    return () => {
      this.#last = last;
      this.#now = now;
    };
  }

  get all(): Finding[] {
    const told = new Map<string, Finding>();
    for (const some of [...this.#last.values(), ...this.#now.values()])
      for (const finding of some) told.set(`${finding.table} ${finding.row} ${finding.detail}`, finding);
    return [...told.values()];
  }
}

const copyOf = (found: ReadonlyMap<string, Finding[]>): Map<string, Finding[]> =>
  new Map([...found].map(([part, some]) => [part, [...some]]));
