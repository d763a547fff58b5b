import { createServer } from "node:net";
import { LocalFailure } from "./failure.ts";

/** What listens where, as distances from the port base. */
export const PORT_OFFSETS = { chain: 0 } as const;
export const DEFAULT_PORT_BASE = 18_545;
const LAST_PORT = 65_535;

export type Ports = Readonly<Record<keyof typeof PORT_OFFSETS, number>>;

/** The ports of a base. @throws LocalFailure for a base that leaves the range */
export function portsFrom(base: number): Ports {
  const last = LAST_PORT - Math.max(...Object.values(PORT_OFFSETS));
  if (!Number.isInteger(base) || base < 1_024 || base > last) {
    throw new LocalFailure(`The port base must be a whole number from 1024 to ${last}.`);
  }
  return { chain: base + PORT_OFFSETS.chain };
}

/** @throws LocalFailure that names the first port that is taken, and what to do */
export async function requireFree(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new LocalFailure(
      `Port ${port}, which the ${name} needs, is taken. Stop what listens there, or move all ports with --port-base N.`,
    );
  }
}

/** Ports that are free at this moment, for runs that nobody has to find. */
export async function freePorts(): Promise<Ports> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("The system gave no port."));
        else resolve({ chain: address.port });
      });
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
