import type { Command } from "commander";
import { parsePerson, personNode } from "../../people.ts";
import type { App } from "../app.ts";
import { type Context, contextOf, readView } from "../context.ts";
import { findWork } from "../find.ts";
import { parseAddress } from "../parse.ts";
import { accountStatus } from "./status/account.ts";
import { identityStatus } from "./status/identity.ts";
import { overview } from "./status/overview.ts";
import { workStatus } from "./status/work.ts";

export function addStatus(program: Command, app: App): void {
  program
    .command("status [what]")
    .description("Shows the network; or a contribution, an account, or an identity such as github:alice.")
    .action((what: string | undefined, _flags: object, own: Command) => status(contextOf(app, own), what));
}

async function status(context: Context, what: string | undefined): Promise<void> {
  const { output } = context;
  const chain = await context.chain();
  const view = await readView(chain, output);
  if (what === undefined) return overview(output, chain, view);
  if (/^0x[0-9a-fA-F]{40}$/.test(what))
    return accountStatus(output, chain, view, parseAddress("The account", what));
  if (/^0x02[0-9a-f]{62}$/i.test(what)) return identityStatus(output, view, what, what.toLowerCase());
  if (what.includes(":")) {
    const name = parsePerson(what);
    return identityStatus(output, view, name, personNode(name));
  }
  return workStatus(output, chain, view, findWork(view, what));
}
