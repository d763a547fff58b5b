import { decodeErrorResult, type Hex } from "viem";
import { ZodError } from "zod";
import { FaultError } from "../fault.ts";
import { AzoraError } from "./AzoraError.ts";
import { type AbiErrorItem, errorAbi, type Known } from "./abi.ts";
import { causes, findRevertData } from "./revertData.ts";
import { sentences } from "./sentences.ts";
import { findTrouble } from "./troubles.ts";

/** As a method, so that a function of one error's arguments fits a table of all of them. */
interface Speaker {
  speak(args: readonly unknown[], known: Known): string;
}

const speakers: Readonly<Record<string, Speaker["speak"]>> = sentences;

/** Panics that the compiler inserts, of which each would be a fault of ours. */
const PANICS: Readonly<Record<string, string>> = {
  "1": "an assertion failed",
  "17": "a number left its range",
  "18": "a number was divided by zero",
  "33": "a number is none of its enum",
  "50": "an index is out of bounds",
};

/**
 * Puts any failure of a call to the protocol into words: viem's, ethers', a wallet's, a node's or one foreseen here.
 * @param known The deployment's addresses, so that a sentence can call AZR by its name.
 */
export function explain(error: unknown, known: Known = {}): AzoraError {
  if (error instanceof AzoraError) return error;
  if (error instanceof FaultError) return explainFault(error, known);
  const data = findRevertData(error);
  const decoded = data === undefined ? undefined : decodeRevert(data, error, known);
  if (decoded) return decoded;
  const trouble = findTrouble(error);
  if (trouble) return new AzoraError(trouble.name, [], trouble.sentence, error);
  if (data !== undefined) {
    return new AzoraError(
      "UnknownRevert",
      [data],
      `The contract refused with an unknown error: ${data}.`,
      error,
    );
  }
  if (isSilentRevert(error))
    return new AzoraError("SilentRevert", [], "A contract refused without saying why.", error);
  return new AzoraError("Unknown", [], firstLine(error), error);
}

/** viem's word for a refusal without data, as of a token that is no good. */
const isSilentRevert = (error: unknown): boolean =>
  causes(error).some((link) => "name" in link && link.name === "ExecutionRevertedError");

/** The error that revert data stands for; nothing for data that no known contract would give. */
export function decodeRevert(data: Hex, cause?: unknown, known: Known = {}): AzoraError | undefined {
  try {
    const { errorName, args = [] } = decodeErrorResult({ abi: errorAbi, data });
    return new AzoraError(errorName, args, sentenceOf(errorName, args, known), cause);
  } catch {
    return undefined;
  }
}

function sentenceOf(name: string, args: readonly unknown[], known: Known): string {
  if (name === "Error") return `The contract refused: ${args[0]}.`;
  if (name === "Panic")
    return `The contract stopped, because ${PANICS[`${args[0]}`] ?? `of panic ${args[0]}`}.`;
  return speakers[name]?.(args, known) ?? `The contract refused with ${name}.`;
}

function explainFault(error: FaultError, known: Known): AzoraError {
  const { name, args } = error.fault;
  const inputs = errorAbi.find((item) => item.name === name)?.inputs ?? [];
  const typed = args.map((arg, i) => (isSmall(inputs[i]) ? Number(arg) : arg));
  return new AzoraError(name, typed, sentenceOf(name, typed, known), error);
}

/** viem gives integers of up to 48 bits as numbers. */
function isSmall(input: AbiErrorItem["inputs"][number] | undefined): boolean {
  const bits = /^uint(\d+)$/.exec(input?.type ?? "")?.[1];
  return bits !== undefined && Number(bits) <= 48;
}

function firstLine(error: unknown): string {
  if (error instanceof ZodError) {
    const issue = error.issues[0];
    return `${issue?.path.join(".") || "The input"}: ${issue?.message ?? "it does not fit"}.`;
  }
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n")[0] || "Something failed without saying why.";
}
