import { readFileSync } from "node:fs";
import path from "node:path";
import { isHex } from "viem";
import { z } from "zod";
import { readAddress } from "../../../address.ts";
import type { Addresses } from "../../../addresses.ts";
import { Rule, ruleNames } from "../../../generated/enums.ts";
import type { ProposalContent } from "../../../governance.ts";
import { amendCall, proposalOf } from "../../../governanceCalls.ts";
import { hashRationale } from "../../../storedBallot.ts";
import { formatRule } from "../../../units.ts";
import type { App } from "../../app.ts";
import { UsageError } from "../../exit.ts";
import { parseWhole } from "../../parse.ts";
import { textOf } from "../../text.ts";
import type { ProposeFlags } from "../propose.ts";

const LARGEST = 2 ** 48 - 1;

const schema = z.object({
  description: z.string().trim().min(1),
  calls: z
    .array(
      z.object({
        to: z.string().transform((text, context) => {
          const address = readAddress(text);
          if (address !== undefined) return address;
          context.addIssue("must be an address");
          return z.NEVER;
        }),
        /** In wei. */
        value: z
          .string()
          .regex(/^\d+$/, "must be a number of wei, as a string")
          .default("0")
          .transform((text) => BigInt(text)),
        data: z.string().transform((text, context) => {
          if (isHex(text, { strict: true }) && text.length % 2 === 0) return text;
          context.addIssue("must be whole bytes in hex, such as 0x");
          return z.NEVER;
        }),
      }),
    )
    .min(1),
});

/** What is to be proposed, by a file or by the flags for the most common change, once the addresses are known. */
export function contentFrom(app: App, flags: ProposeFlags): (addresses: Addresses) => ProposalContent {
  const { calls, amend } = flags;
  if ((calls === undefined) === (amend === undefined))
    throw new UsageError(
      "Say what to propose: either --calls FILE, or --amend RULE VALUE with --rationale TEXT.",
    );
  if (calls === undefined) return amendment(app, amend ?? [], flags.rationale);
  const content = contentOfFile(path.resolve(app.cwd, calls));
  return () => content;
}

function amendment(
  app: App,
  [text = "", amount = "", ...more]: readonly string[],
  given: string | undefined,
): (addresses: Addresses) => ProposalContent {
  const name = ruleNames.find((each) => each.toLowerCase() === text.toLowerCase());
  if (name === undefined)
    throw new UsageError(`There is no rule "${text}". The rules are ${ruleNames.join(", ")}.`);
  if (more.length > 0) throw new UsageError("--amend takes a rule and a value, and nothing more.");
  if (given === undefined)
    throw new UsageError(
      "An amendment needs --rationale TEXT (or @file): its hash goes on the chain with it.",
    );
  const value = parseWhole(`The value of ${name}`, amount, 0, LARGEST);
  const rationale = textOf(app, "--rationale", given);
  const title = `Amend ${name} to ${formatRule(name, BigInt(value))}`;
  return (addresses) => {
    const call = amendCall(addresses, Rule[name], value, hashRationale(rationale));
    return proposalOf([call], `${title}\n\n${rationale.trim()}`);
  };
}

function contentOfFile(file: string): ProposalContent {
  const { success, data, error } = schema.safeParse(parse(file));
  if (success) return proposalOf(data.calls, data.description);
  const [issue] = error.issues;
  throw new UsageError(`${file} is no proposal: ${issue?.path.join(".") || "it"}: ${issue?.message}.`);
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new UsageError(`--calls: the file ${file} cannot be read.`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`--calls: the file ${file} is not JSON.`, { cause });
  }
}
