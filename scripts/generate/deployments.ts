import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./artifacts.ts";
import { GenerateError } from "./GenerateError.ts";

const FOLDER = join(ROOT, "deploy", "deployments");

interface Entry {
  chainId: number;
  genesis: string;
  block: number;
}

/** Public networks only: a local chain's deployment is a file of its own, which is passed by path. */
export function generateDeployments(): string {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".json")) : [];
  const entries = files.map(readDeployment).sort((a, b) => a.chainId - b.chainId);
  const repeated = entries.find((entry, i) => entry.chainId === entries[i - 1]?.chainId);
  if (repeated) throw new GenerateError(`Two deployments in ${FOLDER} are for chain ${repeated.chainId}.`);
  const body = entries
    .map((entry) => `  ${entry.chainId}: createDeployment(${JSON.stringify(entry)}),\n`)
    .join("");
  const imported = body === "" ? "type Deployment" : "createDeployment, type Deployment";
  return (
    `import { ${imported} } from "../addresses.ts";\n\n` +
    `/** Public deployments by chain id. */\n` +
    `export const deployments: Readonly<Record<number, Deployment>> = {${body === "" ? "" : `\n${body}`}};\n`
  );
}

function readDeployment(name: string): Entry {
  const { chainId, genesis, block }: Partial<Entry> = JSON.parse(readFileSync(join(FOLDER, name), "utf8"));
  if (
    !Number.isSafeInteger(chainId) ||
    !Number.isSafeInteger(block) ||
    !/^0x[0-9a-fA-F]{40}$/.test(genesis ?? "")
  ) {
    throw new GenerateError(`deploy/deployments/${name} does not name chainId, genesis and block.`);
  }
  return { chainId: Number(chainId), genesis: String(genesis), block: Number(block) };
}
