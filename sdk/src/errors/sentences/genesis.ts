import { roleNames } from "../../generated/enums.ts";
import { short } from "../../units.ts";
import type { ErrorsOf, SentencesFor } from "../abi.ts";

export const genesisSentences = {
  Genesis_NotDeployer: ([caller, deployer]) =>
    `Only ${short(deployer)} may create the protocol's contracts here; the caller is ${short(caller)}.`,
  Genesis_Complete: () => "All of the protocol's contracts have been created.",
  Genesis_WrongPlace: ([given, next]) =>
    `Genesis creates ${roleNames[next] ?? next} next, and was asked for ${roleNames[given] ?? given}.`,
  Genesis_CreationFailed: ([role, reason]) =>
    `${roleNames[role] ?? `Contract ${role}`} could not be created: its constructor reverted with ${short(reason)}.`,
  Genesis_WrongAddress: ([actual, expected]) =>
    `A contract was created at ${short(actual)} instead of ${short(expected)}: this chain derives addresses in its own way.`,
  AuditLedger_NotProtocol: ([caller]) =>
    `Only the protocol's own contracts append decisions; ${short(caller)} can anchor a record instead.`,
} satisfies SentencesFor<ErrorsOf<"Genesis" | "AuditLedger">>;
