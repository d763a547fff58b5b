// package-lock.json has to serve every platform and every registry.
//
// npm leaves a platform's package out of the lock when it could not see that package while it wrote the lock: because of
// a known bug, or because a registry lacks it. `npm ci` then refuses the lock. The names say which platform they are for,
// and the versions are exact, so the entries can be completed.

export interface LockEntry {
  version?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export interface Lock {
  packages: Record<string, LockEntry>;
}

export function checkLock(lock: Lock): string[] {
  const missing = missingOptionals(lock).map(
    ({ place, by }) =>
      `package-lock.json lacks ${place}, which ${by} names for another platform: \`npm run format\` adds it`,
  );
  const addressed = Object.entries(lock.packages)
    .filter(([, { resolved }]) => resolved !== undefined && /^https?:/.test(resolved))
    .map(([place, { resolved }]) => `package-lock.json binds ${place} to one registry: ${resolved}`);
  return [...missing, ...addressed];
}

export interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Every dependency has one exact version: what was tested is what runs. */
export function checkPins(path: string, manifest: Manifest): string[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([name, version]) => !name.startsWith("@azora/") && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${path} does not pin ${name} exactly, but asks for ${version}`);
}

/** Adds the entries that are missing, in npm's order. */
export function completeLock<L extends Lock>(lock: L): L {
  const packages = { ...lock.packages };
  for (const { place, version, dev } of missingOptionals(lock)) {
    packages[place] = { version, ...(dev ? { dev } : {}), optional: true, ...platformOf(place) };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

function missingOptionals({
  packages,
}: Lock): { place: string; by: string; version: string; dev: boolean }[] {
  return Object.entries(packages).flatMap(([by, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !foldersUpwards(by).some((folder) => `${folder}node_modules/${name}` in packages))
      .map(([name, range]) => ({
        place: `node_modules/${name}`,
        by,
        version: range.replace(/^[\^~]/, ""),
        dev: entry.dev === true,
      })),
  );
}

/** Where Node looks for a package that is required from `place`: "a/node_modules/b" -> "a/node_modules/b/", "a/", "". */
function foldersUpwards(place: string): string[] {
  const parts = place === "" ? [] : place.split("/");
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join("/")}/`), ""];
}

const SYSTEMS: Record<string, string> = { windows: "win32" };
const KNOWN_SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const CPUS: Record<string, string> = { amd64: "x64" };
const KNOWN_CPUS = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];
const LIBCS: Record<string, string> = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/** "@scope/tool-linux-arm64-gnu" -> linux, arm64, glibc. */
export function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> {
  const words = name.split(/[-/]/);
  const os = words.map((word) => SYSTEMS[word] ?? word).filter((word) => KNOWN_SYSTEMS.includes(word));
  const cpu = words.map((word) => CPUS[word] ?? word).filter((word) => KNOWN_CPUS.includes(word));
  const libc = words.flatMap((word) => LIBCS[word] ?? []);
  if (os.length === 0 && cpu.length === 0)
    throw new Error(
      `${name} does not say in its name which platform it is for; add it to package-lock.json by hand.`,
    );
  return {
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
    ...(os.length > 0 ? { os } : {}),
  };
}
