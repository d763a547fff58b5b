import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Address } from "viem";
import { readAddress } from "../../../address.ts";
import type { Deployment } from "../../../addresses.ts";
import { type LinkWish, linkChallenge } from "../../../proofs/challenge.ts";
import { type Claim, readClaim } from "../../../proofs/claim.ts";
import type { App } from "../../app.ts";
import { UsageError } from "../../exit.ts";

export function readText({ cwd }: App, file: string): string {
  try {
    return readFileSync(path.resolve(cwd, file), "utf8");
  } catch (cause) {
    throw new UsageError(`The file ${file} cannot be read.`, { cause });
  }
}

export function writeText({ cwd }: App, file: string, text: string): void {
  writeFileSync(path.resolve(cwd, file), text);
}

/** @throws UsageError, ProofError */
export function readClaimFile(app: App, file: string): Claim {
  const text = readText(app, file);
  try {
    return readClaim(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new UsageError(`The file ${file} is not JSON.`, { cause });
    throw cause;
  }
}

/** The wish that a challenge states. What is signed must be the text itself, so it is made anew and compared. */
export function readChallenge(app: App, file: string, deployment: Deployment): LinkWish {
  const text = readText(app, file);
  const field = (name: string) => new RegExp(`^${name}: (\\S+)`, "m").exec(text)?.[1] ?? "";
  const account = readAddress(field("account"));
  const wish = {
    identity: field("identity"),
    account: account ?? ("" as Address),
    nonce: Number(field("nonce")),
    deadline: Number(field("deadline")),
  };
  const isWhole = account !== undefined && Number.isSafeInteger(wish.nonce) && wish.deadline > 0;
  if (
    !isWhole ||
    Number.isNaN(new Date(wish.deadline * 1_000).getTime()) ||
    linkChallenge(deployment, wish) !== text
  )
    throw new UsageError(`${file} is not a challenge of this network as azora link prepare wrote it.`);
  return wish;
}
