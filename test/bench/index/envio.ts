import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { contractsOf } from "@azora/indexer/contracts";
import { withDatabase } from "../../../scripts/local/database.ts";
import type { Contender, Ground } from "./contender.ts";

/** The last one that indexes over RPC with PostgreSQL alone. */
const VERSION = "2.32.12";
const SCHEMA = "app";
/** Blocks a request: of the 10,000 that it begins with otherwise, a node's answer takes longer than it waits for it. */
const PACE = { initial_block_interval: 100, acceleration_additive: 20, interval_ceiling: 200 };
const LIMIT_MS = 3_600_000;

/**
 * https://envio.dev, over RPC, with an insert for each event. It is no dependency of the project: npm brings it when the
 * benchmark runs. Getting it and compiling its handlers is not measured.
 */
export const envio: Contender = {
  name: "Envio",
  keeps: "a row an event",
  async run(ground) {
    const { folder, databaseUrl, chain } = ground;
    writeProject(ground);
    npm(folder, ["install", "--no-audit", "--no-fund", `envio@${VERSION}`]);
    npx(folder, ["envio", "codegen"]);
    const generated = path.join(folder, "generated");
    // What it installed by itself, as pnpm lays things out, keeps npm busy for minutes.
    rmSync(path.join(generated, "node_modules"), { recursive: true, force: true });
    npm(generated, ["install", "--legacy-peer-deps", "--no-audit", "--no-fund"]);
    npx(generated, ["rescript"]);

    const log = openSync(path.join(folder, "envio.log"), "w");
    const started = performance.now();
    const child = spawn("npx", ["envio", "start"], {
      cwd: folder,
      stdio: ["ignore", log, log],
      detached: true,
      env: { ...process.env, ...environmentOf(databaseUrl) },
    });
    closeSync(log);
    const ended = once(child, "exit");
    try {
      let events = 0;
      while (events < chain.events) {
        if (child.exitCode !== null) throw new Error(`Envio ended: see ${folder}/envio.log.`);
        if (performance.now() - started > LIMIT_MS) throw new Error("Envio takes more than an hour.");
        await sleep(250);
        events = await countRows(databaseUrl);
      }
      return { seconds: (performance.now() - started) / 1_000, events, rows: events };
    } finally {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, "SIGKILL"); // it is several processes
      await ended;
    }
  },
};

const npm = (cwd: string, args: readonly string[]) => execFileSync("npm", args, { cwd, stdio: "pipe" });
const npx = (cwd: string, args: readonly string[]) => execFileSync("npx", args, { cwd, stdio: "pipe" });

function environmentOf(databaseUrl: string): Record<string, string> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  return {
    ENVIO_HASURA: "false",
    ENVIO_PG_HOST: hostname,
    ENVIO_PG_PORT: port,
    ENVIO_PG_USER: username,
    ENVIO_PG_PASSWORD: password,
    ENVIO_PG_DATABASE: pathname.slice(1),
    ENVIO_PG_PUBLIC_SCHEMA: SCHEMA,
    ENVIO_PG_SSL_MODE: "false",
    TUI_OFF: "true",
    LOG_LEVEL: "info",
  };
}

/** The table is there only once it has started. */
async function countRows(url: string): Promise<number> {
  return withDatabase(url, async (database) => {
    const { rows: tables } = await database.query("SELECT to_regclass($1) AS name", [`${SCHEMA}."EventRow"`]);
    if (tables[0]?.name === null) return 0;
    const { rows } = await database.query<{ count: string }>(`SELECT count(*) FROM "${SCHEMA}"."EventRow"`);
    return Number(rows[0]?.count);
  });
}

function writeProject({ folder, chain }: Ground): void {
  const { deployment, rpcUrl } = chain;
  mkdirSync(path.join(folder, "abis"));
  mkdirSync(path.join(folder, "src"));
  const contracts: object[] = [];
  const handlers: string[] = [];
  for (const [name, { abi, address }] of Object.entries(contractsOf(deployment))) {
    const events = abi.filter((item) => item.type === "event");
    writeFileSync(path.join(folder, "abis", `${name}.json`), JSON.stringify(events));
    const abiFile = `abis/${name}.json`;
    contracts.push({
      name,
      address,
      abi_file_path: abiFile,
      handler: "src/EventHandlers.js",
      events: events.map((event) => ({ event: event.name })),
    });
    for (const event of events) handlers.push(`${name}.${event.name}.handler(insert);`);
  }
  const names = contracts.map((contract) => ("name" in contract ? contract.name : ""));
  write(folder, "package.json", JSON.stringify({ name: "envio-bench", private: true, dependencies: {} }));
  // JSON is YAML.
  write(
    folder,
    "config.yaml",
    JSON.stringify({
      name: "azora-bench",
      field_selection: { transaction_fields: ["hash"] },
      networks: [
        {
          id: deployment.chainId,
          start_block: deployment.block,
          rpc_config: { url: rpcUrl, ...PACE },
          contracts,
        },
      ],
    }),
  );
  write(
    folder,
    "schema.graphql",
    "type EventRow {\n  id: ID!\n  contract: String!\n  args: String!\n  block: BigInt!\n  timestamp: BigInt!\n  tx: String!\n}\n",
  );
  write(
    folder,
    "src/EventHandlers.js",
    `const { ${names.join(", ")} } = require("../generated");
const text = (value) => JSON.stringify(value, (_, each) => (typeof each === "bigint" ? String(each) : each));
const insert = async ({ event, context }) => {
  context.EventRow.set({
    id: \`\${event.block.number}_\${event.logIndex}\`,
    contract: event.srcAddress,
    args: text(event.params),
    block: BigInt(event.block.number),
    timestamp: BigInt(event.block.timestamp),
    tx: event.transaction.hash,
  });
};
${handlers.join("\n")}
`,
  );
}

const write = (folder: string, name: string, text: string) => writeFileSync(path.join(folder, name), text);
