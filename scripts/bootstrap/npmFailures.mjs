import { readOnly, whoOwnsIt } from "./project.mjs";

const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|ENOTCACHED/;

/** npm's own failures, most specific first, in words that say what to do. */
const FAILURES = [
  [
    /ENOSPC|no space left/i,
    () => "The disk is full: the packages need about 1 GB. Free some space and run the same command again.",
  ],
  [/EROFS|read-only file system/i, readOnly],
  [
    /\bE(ACCES|PERM)\b/,
    (output) => `npm may not write ${/path (\S.*)/.exec(output)?.[1] ?? "its files"}. ${whoOwnsIt()}`,
  ],
  [
    UNREACHABLE,
    (output) =>
      `The npm registry cannot be reached (${UNREACHABLE.exec(output)?.[0]}). Check the connection, or npm's ` +
      "`registry` and `proxy` settings, and run the same command again.",
  ],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|CERT_/,
    () =>
      "The npm registry's certificate is not trusted here. Set npm's `cafile` to your network's certificate.",
  ],
  [
    /E401|E403/,
    () => "The npm registry refused access. Log in to it, or set npm's `registry` to another one.",
  ],
  [
    /E404|ETARGET/,
    () => "The npm registry lacks a package that is needed. Set npm's `registry` to a complete one.",
  ],
  [
    /EINTEGRITY/,
    () =>
      "A downloaded package is not the one that package-lock.json names. Run `npm cache verify` and try again.",
  ],
  [
    /EUSAGE|are in sync/,
    () =>
      "package-lock.json does not match package.json. Run `npm install`, then `npm run format`, after changing dependencies.",
  ],
];

/** A sentence for what npm printed, and npm's own words below it. */
export function explainNpm(output, code) {
  const [, explain] = FAILURES.find(([pattern]) => pattern.test(output)) ?? [];
  const sentence = explain?.(output) ?? `npm could not install the packages (exit code ${code}).`;
  const own = output
    .split("\n")
    .filter((line) => /^npm (error|ERR!) \S/.test(line) && !line.includes("complete log of this run"))
    .slice(0, 12);
  return [sentence, ...own].join("\n");
}
