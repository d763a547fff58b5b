import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:net";
import { LocalFailure, UsageFailure } from "./failure.ts";

/** What listens where, as distances from the port base. */
export const PORT_OFFSETS = { chain: 0, web: 1, api: 2, database: 3, indexer: 4 } as const;
export const DEFAULT_PORT_BASE = 18_545;
const LAST_PORT = 65_535;
const QUIET_PORTS = { from: 20_000, to: 32_000 };

export type PortName = keyof typeof PORT_OFFSETS;
export type Ports = Readonly<Record<PortName, number>>;

const NAMES = Object.keys(PORT_OFFSETS) as PortName[];

const portsOf = (at: (name: PortName) => number): Ports => ({
  chain: at("chain"),
  web: at("web"),
  api: at("api"),
  database: at("database"),
  indexer: at("indexer"),
});

/** The ports of a base. @throws UsageFailure for a base that leaves the range */
export function portsFrom(base: number): Ports {
  const last = LAST_PORT - Math.max(...Object.values(PORT_OFFSETS));
  if (!Number.isInteger(base) || base < 1_024 || base > last) {
    throw new UsageFailure(`The port base must be a whole number from 1024 to ${last}.`);
  }
  return portsOf((name) => base + PORT_OFFSETS[name]);
}

/** @throws LocalFailure that names the first port that is taken, and what to do */
export async function requireFree(ports: Ports): Promise<void> {
  for (const name of NAMES) {
    if (await isFree(ports[name])) continue;
    throw new LocalFailure(
      `Port ${ports[name]}, which the ${name} needs, is taken. Stop what listens there, or move all ports with --port-base N.`,
    );
  }
}

/** Ports that are free at this moment, for runs that nobody has to find. */
export async function freePorts(): Promise<Ports> {
  // All are held at once, so that none is given twice.
  const held = await Promise.all(NAMES.map(hold));
  const found = new Map(held.map(({ port }, index) => [NAMES[index], port]));
  await Promise.all(held.map(({ release }) => release()));
  return portsOf((name) => found.get(name) ?? 0);
}

/** A port below those that systems give to outgoing connections: one of these may be taken before it is listened on. */
async function hold(): Promise<{ port: number; release(): Promise<void> }> {
  for (;;) {
    const server = createServer();
    const port = randomInt(QUIET_PORTS.from, QUIET_PORTS.to);
    if (await listens(server, port))
      return { port, release: () => new Promise((done) => server.close(() => done())) };
  }
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(false) : reject(error),
    );
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
