import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { LocalAccount } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { isLocalChain } from "../chains.ts";
import { isBytes32 } from "../node.ts";
import {
  practiceAttestor,
  practiceGuardian,
  practiceJudges,
  practiceKeeper,
  practicePerson,
  practiceRegistrant,
} from "../practice/accounts.ts";
import type { App } from "./app.ts";
import { UsageError } from "./exit.ts";
import type { Globals } from "./globals.ts";
import type { Output } from "./output.ts";
import { parseWhole } from "./parse.ts";

const WAYS =
  "Say which account signs: --key-file FILE, AZORA_PRIVATE_KEY in the environment, or on a local chain --account practice:<role>.";

/** The account that signs. A key never comes from the command line, where other people of the machine could read it. */
export function signerOf(
  app: App,
  { account, keyFile }: Globals,
  chainId: number,
  output: Output,
  fallback?: "practice:registrant",
): LocalAccount {
  if (account !== undefined && keyFile !== undefined) {
    throw new UsageError("Give either --account or --key-file, not both.");
  }
  if (account !== undefined) return practiceAccount(account, chainId);
  if (keyFile !== undefined) return fromKey(readKey(path.resolve(app.cwd, keyFile), output), "The key file");
  const key = app.env.AZORA_PRIVATE_KEY;
  if (key !== undefined && key !== "") return fromKey(key, "AZORA_PRIVATE_KEY");
  if (fallback === undefined || !isLocalChain(chainId)) throw new UsageError(WAYS);
  output.say(`Signing as ${fallback}, since this is a local chain.`);
  return practiceAccount(fallback, chainId);
}

function practiceAccount(text: string, chainId: number): LocalAccount {
  const [kind, role = "", number] = text.split(":");
  if (kind !== "practice") {
    throw new UsageError(
      `--account "${text}" is unknown: write practice:registrant, practice:judge:0 and the like.`,
    );
  }
  if (!isLocalChain(chainId)) {
    throw new UsageError(
      `Everybody has the practice accounts' keys: they sign on local chains only, not on chain ${chainId}.`,
    );
  }
  if (number === undefined && role === "registrant") return practiceRegistrant();
  if (number === undefined && role === "keeper") return practiceKeeper();
  if (number === undefined && role === "attestor") return practiceAttestor();
  if (number === undefined && role === "guardian") return practiceGuardian();
  if (number !== undefined && role === "judge") return judge(number);
  if (number !== undefined && role === "person")
    return practicePerson(parseWhole("practice:person:<n>", number, 0, 49));
  throw new UsageError(
    `There is no practice account "${text}": registrant, keeper, attestor, guardian, judge:<n> and person:<n> are known.`,
  );
}

function judge(number: string): LocalAccount {
  const judges = practiceJudges();
  const found = judges[parseWhole("practice:judge:<n>", number, 0, judges.length - 1)];
  if (found === undefined) throw new UsageError(`There is no practice judge ${number}.`);
  return found;
}

function readKey(file: string, output: Output): string {
  try {
    const { mode } = statSync(file);
    if (mode & 0o077)
      output.warn(`Warning: others on this machine can read ${file}. Run: chmod 600 '${file}'`);
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new UsageError(`The key file ${file} cannot be read.`, { cause });
  }
}

/** Never shows what it was given: it could be a key with a letter missing. */
function fromKey(text: string, where: string): LocalAccount {
  const trimmed = text.trim();
  const key = trimmed.startsWith("0x") ? trimmed : `0x${trimmed}`;
  if (!isBytes32(key)) throw new UsageError(`${where} must hold a private key: 64 hex digits.`);
  try {
    return privateKeyToAccount(key);
  } catch {
    throw new UsageError(`${where} holds 64 hex digits that are no private key.`);
  }
}
