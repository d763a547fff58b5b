import { expect } from "chai";
import { encodeErrorResult, HttpRequestError } from "viem";
import { FaultError, fault } from "../fault.ts";
import { NetworkFileError } from "../files/index.ts";
import { proofOfValueAbi } from "../generated/abis.ts";
import { NotARepositoryError, OptionOutOfRangeError } from "../git/index.ts";
import { JournalError } from "../importer/index.ts";
import { ChainError, failureOf, RefusedError, UsageError } from "./exit.ts";

const revert = Object.assign(new Error("reverted"), {
  data: encodeErrorResult({
    abi: proofOfValueAbi,
    errorName: "ProofOfValue_TooFewSeats",
    args: [3n, 10n],
  }),
});

describe("cli: exit codes", () => {
  const cases: [string, unknown, number, string][] = [
    ["a refusal of the contracts", revert, 1, "ProofOfValue_TooFewSeats"],
    [
      "a refusal that was foreseen",
      new FaultError(fault("AttributionRegistry_NoContributors")),
      1,
      "AttributionRegistry_NoContributors",
    ],
    ["what is not there", new RefusedError("There is no leaf 9."), 1, "RefusedError"],
    ["a folder without git", new NotARepositoryError("/x"), 1, "NotARepositoryError"],
    ["a journal that is broken", new JournalError("The journal is broken."), 1, "JournalError"],
    [
      "a full disk",
      Object.assign(new Error("ENOSPC: no space"), { code: "ENOSPC", path: "/x" }),
      1,
      "ENOSPC",
    ],
    ["a wrong option", new UsageError("Write it otherwise."), 2, "UsageError"],
    [
      "an option of git's out of range",
      new OptionOutOfRangeError("--max", 0, "more"),
      2,
      "OptionOutOfRangeError",
    ],
    ["no network file", new NetworkFileError("There is no network file."), 3, "NetworkFileError"],
    ["another chain", new ChainError("It is another chain."), 3, "ChainError"],
    ["a node that does not answer", new HttpRequestError({ url: "http://127.0.0.1:1" }), 3, "NoConnection"],
  ];
  for (const [what, error, code, name] of cases) {
    it(`${code} for ${what}`, () => {
      const failure = failureOf(error);
      expect(failure).to.include({ code, name });
      expect(failure.sentence).to.match(/^\S.*\.$/);
    });
  }
});
