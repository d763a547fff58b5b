import type { Witness } from "./suites.ts";

/** What a worker is told to try. */
export interface Question {
  readonly file: string;
  /** The whole file, changed. */
  readonly text: string;
  /** The source of the contract that is to have the change; other heirs and users are left as they are. */
  readonly within: string;
  /** Files of unit tests, the likeliest first. */
  readonly units: readonly string[];
  /** The test that noticed the same change before. */
  readonly hint: Witness | undefined;
  /** Whether nothing is changed: no test may fail. */
  readonly isControl: boolean;
}

/**
 * killed: a test failed. survived: none did. same: the compiler makes the same code of it. stillborn: it does not compile, or
 * is too large to be deployed. timeout: the tests did not end before time or memory did.
 */
export interface Verdict {
  readonly is: "killed" | "survived" | "same" | "stillborn" | "timeout";
  readonly by?: Witness;
}

/** What a worker says. */
export interface Answer {
  readonly ready?: true;
  readonly stage?: "compile" | "fuzz" | "unit";
  readonly verdict?: Verdict;
  /** What it has taken since it started. */
  readonly cpuMs: number;
}
