/** A failure in words for people. `cause` is what was thrown originally. */
export class AzoraError extends Error {
  /** A custom error of the contracts, or one of {@link troubles}; programs compare this. */
  override readonly name: string;
  readonly args: readonly unknown[];

  constructor(name: string, args: readonly unknown[], sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = name;
    this.args = args;
  }

  get sentence(): string {
    return this.message;
  }
}
