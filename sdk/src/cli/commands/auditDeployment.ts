import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { type Audit, auditDeployment, type ExpectedDeployment } from "../../audit/index.ts";
import type { App } from "../app.ts";
import { type Context, contextOf } from "../context.ts";
import { CheckFailed, RefusedError, UsageError } from "../exit.ts";
import { plural, table } from "../table.ts";

/** The part of a checkout that knows what is deployed, and with which arguments. Nothing published has it. */
const BUILD = new URL("../../../../deploy/expected.ts", import.meta.url);

interface Build {
  /** @param parameters The name of a network, or the path of a file. */
  readExpected(parameters: string): ExpectedDeployment;
}

export function addAuditDeployment(program: Command, app: App): void {
  program
    .command("audit-deployment")
    .description(
      "Compares a deployment with what this checkout builds: code, roles, offices, rules. Exits with 1 at the first difference.",
    )
    .option("--parameters <network>", "the deployment's parameters: a name in deploy/parameters, or a file")
    .action((flags: { parameters?: string }, own: Command) => audit(contextOf(app, own), flags.parameters));
}

async function audit({ app, output, chain }: Context, parameters?: string): Promise<void> {
  if (!existsSync(fileURLToPath(BUILD))) {
    throw new RefusedError("The audit compares with what a checkout builds: run it from one.");
  }
  const { client, network } = await chain();
  const { deployment } = network;
  const expected = await readExpected(parameters ?? nameOf(deployment.chainId));
  const found = await auditDeployment(client, deployment, expected, ({ done, total }) => {
    app.signal.throwIfAborted();
    output.update(
      `Reading logs: blocks ${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")}.`,
    );
  });
  output.result(found, auditText(found));
  if (found.difference !== undefined) throw new CheckFailed();
}

/** The parameters that a chain is deployed with, unless others are said. */
function nameOf(chainId: number): string {
  const known: Readonly<Record<number, string>> = { 1: "mainnet", 11155111: "testnet", 31337: "local" };
  const name = known[chainId];
  if (name !== undefined) return name;
  throw new UsageError(`Chain ${chainId} has no parameters of its own: say which by --parameters.`);
}

async function readExpected(parameters: string): Promise<ExpectedDeployment> {
  const build: unknown = await import(BUILD.href);
  if (!isBuild(build)) throw new RefusedError("deploy/expected.ts of this checkout is another version's.");
  return build.readExpected(parameters);
}

const isBuild = (build: unknown): build is Build =>
  typeof build === "object" && build !== null && "readExpected" in build;

function auditText({ block, passed, offices, difference }: Audit): string {
  const rows = offices.map(({ address, name, power }) => [address, name, power]);
  const verdict =
    difference === undefined
      ? `${plural(passed.length, "check")} at block ${block}: the deployment is what this checkout builds, and nobody else has any power.`
      : `After ${plural(passed.length, "check")} at block ${block}, a difference: ${difference}`;
  return [table(rows), "", verdict].join("\n");
}
