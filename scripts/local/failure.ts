/** A failure that has been understood: its message is all that people need to see. */
export class LocalFailure extends Error {
  override name = "LocalFailure";
}

/** What was asked for makes no sense as it was typed. */
export class UsageFailure extends LocalFailure {
  override name = "UsageFailure";
}

/** The exit code of a failure: as those of the command line. */
export const exitCodeOf = (error: unknown): number => (error instanceof UsageFailure ? 2 : 1);
