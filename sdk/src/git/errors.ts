/** The one home of what can go wrong between Azora and a git repository: a class for each, a sentence in each. */

type Context = { cause?: unknown; details?: string };

/** `message` is fit for a terminal; `details` is what git itself said; `walk` finds the cause underneath. */
export class GitError extends Error {
  readonly shortMessage: string;
  readonly details: string | undefined;

  constructor(shortMessage: string, { cause, details }: Context = {}) {
    super(
      details ? `${shortMessage}\n\ngit said: ${details}` : shortMessage,
      cause === undefined ? {} : { cause },
    );
    this.name = new.target.name;
    this.shortMessage = shortMessage;
    this.details = details;
  }

  /** The first error of the chain of causes, this one first, that fits; without a test, the last of the chain. */
  walk(fits?: (error: unknown) => boolean): unknown {
    let error: unknown = this;
    for (;;) {
      if (fits?.(error)) return error;
      const cause: unknown = error instanceof Error ? error.cause : undefined;
      if (cause === undefined) return fits ? null : error;
      error = cause;
    }
  }
}

export class GitNotInstalledError extends GitError {
  constructor(cause?: unknown) {
    super("git was not found. Install git 2.25 or newer and see that it is on the PATH.", { cause });
  }
}

export class PathMissingError extends GitError {
  constructor(path: string, cause?: unknown) {
    super(`There is no folder ${path}.`, { cause });
  }
}

export class NotARepositoryError extends GitError {
  constructor(path: string, context?: Context) {
    super(`${path} is not in a git repository.`, context);
  }
}

export class ShallowCloneError extends GitError {
  constructor(path: string) {
    super(`${path} is a shallow clone, so part of its history is missing. Run: git fetch --unshallow`);
  }
}

export class PartialCloneError extends GitError {
  constructor(path: string) {
    super(`${path} is a partial clone, so some of its files are missing. Clone it again without --filter.`);
  }
}

export class NoCommitsError extends GitError {
  constructor(where: string) {
    super(`There are no commits in ${where}.`);
  }
}

export class DubiousOwnershipError extends GitError {
  constructor(path: string, context?: Context) {
    super(
      `${path} belongs to another user, and git does not trust it. ` +
        `If you do, run: git config --global --add safe.directory '${path}'`,
      context,
    );
  }
}

export class UnreadableRepositoryError extends GitError {
  constructor(path: string, context?: Context) {
    super(`${path} cannot be read: permission was denied.`, context);
  }
}

export class OptionOutOfRangeError extends GitError {
  constructor(option: string, value: unknown, allowed: string) {
    super(`${option} must be ${allowed}; it is ${typeof value === "string" ? `"${value}"` : String(value)}.`);
  }
}

export class UnknownRefError extends GitError {
  constructor(ref: string, context?: Context) {
    super(`"${ref}" names no commit of this repository.`, context);
  }
}

export class UnknownSinceError extends GitError {
  constructor(since: string, reason: string) {
    super(`--since "${since}" ${reason}. Give a date such as 2024-01-31, or a tag, branch or commit.`);
  }
}

/** Whatever else git refuses: a damaged object, a full disk, a version that lacks an option. */
export class GitFailedError extends GitError {
  constructor(command: string, context?: Context) {
    super(`git ${command} failed.`, context);
  }
}

/** The error for what git wrote before it gave up. `path` is where it ran, for the sentence. */
export function failureOf(path: string, command: string, said: string, cause?: unknown): GitError {
  const context = { details: said.trim().slice(0, 1_000), cause };
  if (/dubious ownership|unsafe repository/i.test(said)) return new DubiousOwnershipError(path, context);
  if (/permission denied/i.test(said)) return new UnreadableRepositoryError(path, context);
  if (/not a git repository/i.test(said)) return new NotARepositoryError(path, context);
  return new GitFailedError(command, context);
}
