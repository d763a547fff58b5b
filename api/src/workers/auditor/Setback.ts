/**
 * For how long an index has stood at a block before one that it has had. An indexer that was killed takes back what was not
 * final when it starts again, and comes forward from there: that is no fault, and is over once it moves.
 */
export class Setback {
  #at: { number: bigint; since: number } | undefined;

  /** @param now In milliseconds, of any clock that only goes forward. */
  standsFor(number: bigint, now: number): number {
    if (this.#at?.number !== number) this.#at = { number, since: now };
    return now - this.#at.since;
  }

  /** It is where it was, or the chain has gone back as well. */
  end(): void {
    this.#at = undefined;
  }
}
