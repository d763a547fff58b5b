import { DeploymentError } from "../addresses.ts";
import { explain } from "../errors/explain.ts";
import { NetworkFileError } from "../files/index.ts";
import {
  GitError,
  GitFailedError,
  OptionOutOfRangeError,
  PathMissingError,
  UnknownRefError,
  UnknownSinceError,
} from "../git/index.ts";
import { IdentityError } from "../identity.ts";

/** What the process ends with; documented in docs/cli.md. */
export const ExitCode = {
  Ok: 0,
  /** A check failed, or the protocol refused. */
  Refused: 1,
  /** The command does not make sense as it was typed. */
  Usage: 2,
  /** No chain: none is known, it cannot be reached, or it is another one. */
  Unreachable: 3,
  Interrupted: 130,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Something that was typed wrongly; the sentence says what to type instead. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Something that was asked for is not there, or does not hold. */
export class RefusedError extends Error {
  override name = "RefusedError";
}

/** The node, or what stands on it, is not what the command needs. */
export class ChainError extends Error {
  override name = "ChainError";
}

/** Ends a command whose result says everything already, with exit code 1. */
export class CheckFailed extends Error {
  override name = "CheckFailed";
}

const USAGE = [
  UsageError,
  OptionOutOfRangeError,
  PathMissingError,
  UnknownRefError,
  UnknownSinceError,
  IdentityError,
];
const NO_CHAIN = [ChainError, NetworkFileError, DeploymentError];
/** Names that `explain` gives. */
const UNREACHABLE = new Set(["NoConnection", "NoContract", "WrongChain", "TooManyRequests"]);

export interface Failure {
  code: ExitCode;
  /** For programs. */
  name: string;
  sentence: string;
}

/** What the machine refuses, by Node's codes. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full",
  EDQUOT: "The disk quota is used up",
  EROFS: "The disk is read-only",
  EACCES: "Permission was denied",
  EPERM: "Permission was denied",
  EISDIR: "A folder is where a file should be",
  ENOTDIR: "A file is where a folder should be",
  EMFILE: "Too many files are open",
};

function systemFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) return undefined;
  const sentence = SYSTEM[error.code];
  if (sentence === undefined) return undefined;
  const where = "path" in error && typeof error.path === "string" ? `: ${error.path}` : "";
  return { code: ExitCode.Refused, name: error.code, sentence: `${sentence}${where}.` };
}

/** Any failure as an exit code and a sentence. */
export function failureOf(error: unknown): Failure {
  const ofSystem = systemFailure(error);
  if (ofSystem) return ofSystem;
  if (error instanceof GitError) {
    const code = USAGE.some((kind) => error instanceof kind) ? ExitCode.Usage : ExitCode.Refused;
    const sentence = error instanceof GitFailedError ? error.message : error.shortMessage;
    return { code, name: error.name, sentence };
  }
  const { name, sentence } = explain(error);
  const known = error instanceof Error ? error.name : name;
  if (USAGE.some((kind) => error instanceof kind)) return { code: ExitCode.Usage, name: known, sentence };
  if (NO_CHAIN.some((kind) => error instanceof kind)) {
    return { code: ExitCode.Unreachable, name: known, sentence };
  }
  if (UNREACHABLE.has(name)) return { code: ExitCode.Unreachable, name, sentence };
  return { code: ExitCode.Refused, name: name === "Unknown" ? known : name, sentence };
}
