import type { Command } from "commander";
import type { App } from "../app.ts";
import { contextOf } from "../context.ts";
import { check } from "./link/check.ts";
import { prepare } from "./link/prepare.ts";
import { send } from "./link/send.ts";
import { sign } from "./link/sign.ts";
import { status } from "./link/status.ts";
import { submit } from "./link/submit.ts";
import { veto } from "./link/veto.ts";

export interface PrepareFlags {
  to?: string;
  days?: string;
  out: string;
}

export interface SignFlags {
  signature?: string[];
  publicKey?: string[];
  repository?: string[];
  accountSignature?: string;
  out: string;
}

export interface ApiFlags {
  api?: string[];
  wait?: string;
  yes?: boolean;
}

const several = (value: string, before: string[] | undefined) => [...(before ?? []), value];

/** An identity becomes an account's: six steps of whoever claims it, and one of attestors. */
export function addLink(program: Command, app: App): void {
  const link = program
    .command("link")
    .description("Links an identity to an account, on proofs that attestors check. See docs/identities.md.")
    .helpCommand(false);
  link
    .command("prepare <identity>")
    .description("Writes the challenge that is to be signed, and says how.")
    .option("--to <address>", "the account that it is to belong to (default: the one that signs)")
    .option("--days <number>", "how long the attestations may be used", "7")
    .option("--out <file>", "where the challenge goes", "azora-link.txt")
    .action((identity: string, flags: PrepareFlags, own: Command) =>
      prepare(contextOf(app, own), identity, flags),
    );
  link
    .command("sign <challenge>")
    .description("Signs the challenge as the account, and writes the claim with its proof.")
    .option(
      "--signature <file>",
      "the challenge's signature by a key of your commits; may be repeated",
      several,
    )
    .option("--public-key <file>", "an OpenPGP key, armoured; may be repeated", several)
    .option(
      "--repository <url[#ref]>",
      "where the history is (#HEAD if no ref is given); may be repeated",
      several,
    )
    .option(
      "--account-signature <hex>",
      "of the challenge by the account, if it signs elsewhere (EIP-191, ERC-1271)",
    )
    .option("--out <file>", "where the claim goes", "azora-claim.json")
    .action((file: string, flags: SignFlags, own: Command) => sign(contextOf(app, own), file, flags));
  link
    .command("check <claim>")
    .description("Checks a claim here, as an attestor would.")
    .action((file: string, _flags: object, own: Command) => check(contextOf(app, own), file));
  link
    .command("submit <claim>")
    .description("Hands a claim to the attestors of one API or several, and waits for what they find.")
    .option("--api <url>", "an API that attestors read (default: the network's); may be repeated", several)
    .option("--wait <seconds>", "how long to wait for a first verdict", "120")
    .action((file: string, flags: ApiFlags, own: Command) => submit(contextOf(app, own), file, flags));
  link
    .command("send <claim>")
    .description("Collects the attestations of a claim, and proposes the link.")
    .option("--api <url>", "an API to which it was handed (default: the network's); may be repeated", several)
    .option("--yes", "send without asking")
    .action((file: string, flags: ApiFlags, own: Command) => send(contextOf(app, own), file, flags));
  link
    .command("status <identity>")
    .description("Shows who claims an identity, what attestors found, and its link.")
    .option("--api <url>", "an API that attestors read (default: the network's); may be repeated", several)
    .action((identity: string, flags: ApiFlags, own: Command) =>
      status(contextOf(app, own), identity, flags),
    );
  link
    .command("veto <identity>")
    .description("Stops a link that has not taken effect; for attestors in office.")
    .option("--yes", "send without asking")
    .action((identity: string, flags: ApiFlags, own: Command) => veto(contextOf(app, own), identity, flags));
}
